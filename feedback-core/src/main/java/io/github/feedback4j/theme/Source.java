package io.github.feedback4j.theme;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.Place;
import java.util.Arrays;

/** The text of a file, and which line and column an offset of it is. */
final class Source {

  private static final String LINE_ENDS = "\n\r";

  private final String text;
  private int[] lines = new int[16];
  private int count = 1;

  Source(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean first = each == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (LINE_ENDS.indexOf(each) >= 0 && !first) {
        lines = count == lines.length ? Arrays.copyOf(lines, 2 * count) : lines;
        lines[count++] = i + 1;
      }
    }
  }

  String text() {
    return text;
  }

  /** Returns the place of an offset, with its column in characters. */
  Place place(int offset) {
    int found = Arrays.binarySearch(lines, 0, count, offset);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lines[line], Math.min(offset, text.length()));
    return new Place(line + 1, column + 1, offset);
  }

  /**
   * Returns the offset of a character of a value in the file: behind its quote and its escapes.
   *
   * <p>Where the file breaks the value into lines it is not known, and the start has to do.
   */
  int inside(Node.Scalar value, int index) {
    int start = value.place().offset();
    if (start >= text.length()) {
      return start;
    }
    int at = start;
    char quote = text.charAt(at);
    boolean quoted = quote == '"' || quote == '\'';
    at += quoted ? 1 : 0;
    int read = 0;
    while (read < index && at < text.length()) {
      char each = text.charAt(at);
      if (LINE_ENDS.indexOf(each) >= 0) {
        return start;
      }
      if (quote == '"' && each == '\\') {
        int length = escape(at);
        // Ten characters may be two units, the halves of a pair.
        read += length == 10 && wide(at) ? 2 : 1;
        at += length;
      } else {
        at += quote == '\'' && each == '\'' ? 2 : 1;
        read++;
      }
    }
    return matches(value, index, at, quoted) ? at : start;
  }

  /** Returns whether the character at a place is the one that was looked for, as far as is seen. */
  private boolean matches(Node.Scalar value, int index, int at, boolean quoted) {
    if (index >= value.text().length()) {
      return at <= text.length();
    }
    boolean escaped = quoted && at < text.length() && text.charAt(at) == '\\';
    return at < text.length() && (escaped || text.charAt(at) == value.text().charAt(index));
  }

  private int escape(int at) {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private boolean wide(int at) {
    return at + 10 <= text.length() && !text.startsWith("0000", at + 2);
  }
}
