package io.github.feedback4j.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Recognises e-mail addresses: a local part, an at sign and a domain with at least one dot.
 *
 * <p>Letters of every script count, as in internationalised addresses. Each character is read at
 * most once to the left and once to the right of an at sign, because neither side crosses another.
 */
final class EmailFinder implements Finder {

  private static final int NOT_FOUND = -1;

  @Override
  public Redaction.Kind kind() {
    return Redaction.Kind.EMAIL;
  }

  @Override
  public @Nullable Span find(String text, int from) {
    for (int at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = localStart(text, at, from);
      int end = start == at ? NOT_FOUND : domainEnd(text, at + 1);
      if (end != NOT_FOUND) {
        return new Span(start, end);
      }
    }
    return null;
  }

  /** Returns where the local part before {@code at} starts, or {@code at} if there is none. */
  private static int localStart(String text, int at, int from) {
    int start = at;
    int reached = at;
    while (reached > from) {
      int point = text.codePointBefore(reached);
      int before = reached - Character.charCount(point);
      if (isWord(point)) {
        start = before;
      } else if ("._%+-'’&".indexOf(point) < 0) {
        break;
      }
      // Punctuation belongs to the address only with a word in front of it: "'jean@…" is a quote.
      reached = before;
    }
    return start;
  }

  /** Returns where the longest domain from {@code start} on ends, or {@link #NOT_FOUND}. */
  private static int domainEnd(String text, int start) {
    int end = NOT_FOUND;
    int labelStart = start;
    while (true) {
      int labelEnd = labelEnd(text, labelStart);
      if (labelEnd == labelStart) {
        return end;
      }
      if (labelStart > start && isTopLevel(text, labelStart, labelEnd)) {
        end = labelEnd;
      }
      if (labelEnd == text.length() || text.charAt(labelEnd) != '.') {
        return end;
      }
      labelStart = labelEnd + 1;
    }
  }

  private static int labelEnd(String text, int start) {
    int end = start;
    int reached = start;
    while (reached < text.length()) {
      int point = text.codePointAt(reached);
      boolean word = isWord(point);
      if (!word && (point != '-' || reached == start)) {
        break;
      }
      reached += Character.charCount(point);
      if (word) {
        end = reached;
      }
    }
    return end;
  }

  private static boolean isTopLevel(String text, int start, int end) {
    return text.codePointCount(start, end) >= 2 && Character.isLetter(text.codePointAt(start));
  }

  private static boolean isWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
