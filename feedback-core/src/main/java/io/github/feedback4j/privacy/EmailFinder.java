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
  public @Nullable Span find(Passage passage, int from) {
    for (int at = from; at < passage.end(); at++) {
      if (passage.at(at) == '@') {
        int start = localStart(passage, at, from);
        int end = start == at ? NOT_FOUND : domainEnd(passage, at + 1);
        if (end != NOT_FOUND) {
          return new Span(Redaction.Kind.EMAIL, start, end);
        }
      }
    }
    return null;
  }

  /** Returns where the local part before {@code at} starts, or {@code at} if there is none. */
  private static int localStart(Passage passage, int at, int from) {
    int start = at;
    int reached = at;
    while (reached > from) {
      int point = passage.pointBefore(reached);
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
  private static int domainEnd(Passage passage, int start) {
    int end = NOT_FOUND;
    int labelStart = start;
    while (true) {
      int labelEnd = labelEnd(passage, labelStart);
      if (labelEnd == labelStart) {
        return end;
      }
      if (labelStart > start && isTopLevel(passage, labelStart, labelEnd)) {
        end = labelEnd;
      }
      if (passage.at(labelEnd) != '.') {
        return end;
      }
      labelStart = labelEnd + 1;
    }
  }

  private static int labelEnd(Passage passage, int start) {
    int end = start;
    int reached = start;
    while (reached < passage.end()) {
      int point = passage.pointAt(reached);
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

  private static boolean isTopLevel(Passage passage, int start, int end) {
    int first = passage.pointAt(start);
    return end > start + Character.charCount(first) && Character.isLetter(first);
  }

  private static boolean isWord(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
