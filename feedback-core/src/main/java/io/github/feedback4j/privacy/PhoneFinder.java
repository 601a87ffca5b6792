package io.github.feedback4j.privacy;

import static io.github.feedback4j.privacy.Passage.isDigit;
import static io.github.feedback4j.privacy.Passage.isWord;
import static io.github.feedback4j.privacy.Passage.plain;

import org.jspecify.annotations.Nullable;

/**
 * Recognises phone numbers where one may start and what follows does not make it something else.
 *
 * <p>A number that hangs on a letter, an underscore or a number sign is a ticket or a serial number
 * ({@code INC0612345678}, {@code #0612345678}), one that goes on behind its own separator is a
 * version or a longer number ({@code 06.12.34.56.78.90}).
 */
final class PhoneFinder implements Finder {

  @Override
  public @Nullable Span find(Passage passage, int from) {
    int at = from;
    while (at < passage.end()) {
      char first = passage.at(at);
      if (first == '+' || first == '(' || isDigit(first)) {
        if (mayStart(passage, at)) {
          int end = new PhoneScan(passage, at).end();
          if (end > at) {
            return new Span(Redaction.Kind.PHONE, at, end);
          }
        }
        at = lastDigit(passage, at);
      }
      at++;
    }
    return null;
  }

  private static boolean mayStart(Passage passage, int at) {
    char before = passage.near(at - 1);
    if (isDigit(before)) {
      return false;
    }
    if (!isDigit(passage.at(at))) {
      return true;
    }
    if (isWord(before) || before == '#') {
      return false;
    }
    // Every mark that may refuse a number in mayEnd must refuse here what follows the mark, or a
    // second redaction would find a number that the first one had to leave.
    char beforeThat = passage.near(at - 2);
    return switch (plain(before)) {
      case '.', ',' -> !isDigit(beforeThat);
      case '-' -> !isWord(beforeThat);
      default -> true;
    };
  }

  /** Returns whether a number with these separators, "" for none, is complete at {@code end}. */
  static boolean mayEnd(Passage passage, int end, String separators) {
    char next = plain(passage.near(end));
    if (isWord(next)) {
      return false;
    }
    boolean goesOn = (next == '.' || next == ',' || next == '-') && isDigit(passage.near(end + 1));
    return !goesOn || !(separators.isEmpty() || separators.indexOf(next) >= 0);
  }

  private static int lastDigit(Passage passage, int at) {
    int last = at;
    while (isDigit(passage.at(last)) && isDigit(passage.at(last + 1))) {
      last++;
    }
    return last;
  }
}
