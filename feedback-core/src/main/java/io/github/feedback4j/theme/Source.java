package io.github.feedback4j.theme;

import java.util.Arrays;

/** The text of a file, and which line and column a place of it is. */
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

  /** Returns the line of a place, from 1. */
  int line(int at) {
    int found = Arrays.binarySearch(lines, 0, count, at);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the column of a place in characters, from 1. */
  int column(int at) {
    int start = lines[line(at) - 1];
    return text.codePointCount(start, Math.min(at, text.length())) + 1;
  }

  /**
   * Returns where a character of a value stands in the file: behind its quote and its escapes.
   *
   * <p>Where the file breaks the value into lines it is not known, and the start has to do.
   */
  int inside(PackNode.Scalar value, int index) {
    int at = value.at();
    if (at >= text.length()) {
      return value.at();
    }
    char quote = text.charAt(at);
    boolean quoted = quote == '"' || quote == '\'';
    at += quoted ? 1 : 0;
    int read = 0;
    while (read < index && at < text.length()) {
      char each = text.charAt(at);
      if (LINE_ENDS.indexOf(each) >= 0) {
        return value.at();
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
    return matches(value, index, at, quoted) ? at : value.at();
  }

  /** Returns whether the character at a place is the one that was looked for, as far as is seen. */
  private boolean matches(PackNode.Scalar value, int index, int at, boolean quoted) {
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
