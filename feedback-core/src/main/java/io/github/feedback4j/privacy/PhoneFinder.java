package io.github.feedback4j.privacy;

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
  public Redaction.Kind kind() {
    return Redaction.Kind.PHONE;
  }

  @Override
  public @Nullable Span find(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char first = text.charAt(at);
      if (first == '+' || first == '(' || isDigit(first)) {
        if (mayStart(text, at, from)) {
          int end = new PhoneScan(text, at).end();
          if (end > at) {
            return new Span(at, end);
          }
        }
        at = digitsEnd(text, at);
      }
      at++;
    }
    return null;
  }

  private static boolean mayStart(String text, int at, int from) {
    if (at == from) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (isDigit(before)) {
      return false;
    }
    if (!isDigit(text.charAt(at))) {
      return true;
    }
    if (isWord(before) || before == '#') {
      return false;
    }
    // Every mark that may refuse a number in mayEnd must refuse here what follows the mark, or a
    // second redaction would find a number that the first one had to leave.
    char beforeThat = at - 1 > from ? text.charAt(at - 2) : ' ';
    return switch (plain(before)) {
      case '.', ',' -> !isDigit(beforeThat);
      case '-' -> !isWord(beforeThat);
      default -> true;
    };
  }

  /** Returns whether a number with these separators, "" for none, is complete at {@code end}. */
  static boolean mayEnd(String text, int end, String separators) {
    if (end == text.length()) {
      return true;
    }
    char next = plain(text.charAt(end));
    if (isWord(next)) {
      return false;
    }
    boolean goesOn = (next == '.' || next == ',' || next == '-')
        && end + 1 < text.length()
        && isDigit(text.charAt(end + 1));
    return !goesOn || !(separators.isEmpty() || separators.indexOf(next) >= 0);
  }

  private static int digitsEnd(String text, int at) {
    int end = at;
    while (end + 1 < text.length() && isDigit(text.charAt(end)) && isDigit(text.charAt(end + 1))) {
      end++;
    }
    return end;
  }

  /** Returns the character with every hyphen as "-" and every space within a line as " ". */
  static char plain(char c) {
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u00a0', '\u2009', '\u202f', '\t' -> ' ';
      default -> c;
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
