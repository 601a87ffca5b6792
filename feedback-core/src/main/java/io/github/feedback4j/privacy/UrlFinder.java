package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isAsciiLetter;
import static io.github.feedback4j.privacy.Passage.isWord;

import org.jspecify.annotations.Nullable;

/**
 * Recognises addresses of the web and of files by their scheme, such as {@code https://}, or by {@code
 * www.}.
 *
 * <p>A name like {@code example.org} alone may be a product ({@code Node.js}) or a file, and is none.
 */
final class UrlFinder implements Finder {

  private static final int NOT_FOUND = -1;

  // Where people put an address between marks, the marks end it.
  private static final String MARKS = "<>\"«»“”„‹›`";

  private static final String CLOSING = ")]}";
  private static final String OPENING = "([{";

  // At the end of an address they belong to the sentence.
  private static final String PUNCTUATION = ".,;:!?'’‘…*_~。，、）」』】";

  @Override
  public @Nullable Span find(Passage passage, int from) {
    for (int at = from; at < passage.end(); at++) {
      int start = NOT_FOUND;
      int content = at;
      char c = passage.at(at);
      if (c == ':' && passage.matches(at, "://")) {
        start = schemeStart(passage, at, from);
        content = at + 3;
      } else if ((c == 'w' || c == 'W') && isWww(passage, at)) {
        start = at;
        content = at + 4;
      }
      if (start != NOT_FOUND) {
        int end = end(passage, content);
        if (end > content) {
          return new Span(Redaction.Kind.URL, start, end);
        }
      }
    }
    return null;
  }

  /** Returns where the word before a colon starts; "voirhttps" is taken as a scheme too. */
  private static int schemeStart(Passage passage, int colon, int from) {
    if (!isAsciiLetter(passage.at(colon - 1))) {
      return NOT_FOUND;
    }
    int start = colon;
    while (start > from && isWord(passage.pointBefore(start))) {
      start -= Character.charCount(passage.pointBefore(start));
    }
    // A single letter is a drive.
    return colon - start >= 2 ? start : NOT_FOUND;
  }

  private static boolean isWww(Passage passage, int at) {
    return passage.matches(at, "www.")
        && !passage.isWordBefore(at)
        && ".-@/\\%&".indexOf(passage.near(at - 1)) < 0
        && Character.isLetterOrDigit(passage.at(at + 4));
  }

  private static int end(Passage passage, int content) {
    int end = content;
    int[] open = new int[CLOSING.length()];
    while (isPart(passage.at(end))) {
      count(passage.at(end), open, 1);
      end++;
    }
    while (end > content) {
      char last = passage.at(end - 1);
      int closing = CLOSING.indexOf(last);
      // "(see https://…/Feedback_(disambiguation))": only the second one closes the writer's own.
      if (closing >= 0 ? open[closing] >= 0 : PUNCTUATION.indexOf(last) < 0) {
        break;
      }
      count(last, open, -1);
      end--;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return !Character.isISOControl(c)
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && MARKS.indexOf(c) < 0;
  }

  private static void count(char c, int[] open, int step) {
    int opening = OPENING.indexOf(c);
    if (opening >= 0) {
      open[opening] += step;
    }
    int closing = CLOSING.indexOf(c);
    if (closing >= 0) {
      open[closing] -= step;
    }
  }
}
