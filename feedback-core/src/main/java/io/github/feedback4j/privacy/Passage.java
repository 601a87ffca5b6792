package io.github.feedback4j.privacy;

/**
 * A stretch of a text from one token to the next, or to an end of the text.
 *
 * <p>Nothing that is found reaches out of it.
 */
final class Passage {

  private final String text;
  private final int start;
  private final int end;
  private final boolean afterToken;
  private final boolean beforeToken;

  Passage(String text, int start, int end) {
    // Only tokens cut a text, so an end that is not the text's own is one.
    this.text = text;
    this.start = start;
    this.end = end;
    this.afterToken = start > 0;
    this.beforeToken = end < text.length();
  }

  /** Returns a part of this, as it will be when what stands around it has become tokens. */
  Passage between(int from, int to) {
    return new Passage(text, from, to);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean isAfterToken() {
    return afterToken;
  }

  /** Returns the character at {@code index}, or NUL outside of this. */
  char at(int index) {
    return index >= start && index < end ? text.charAt(index) : 0;
  }

  /**
   * Returns what stands at {@code index} for a rule about what is around a piece: the character, a
   * space outside of the text, and a digit for a token.
   *
   * <p>No neighbour forbids more than a digit does. A second redaction, which sees tokens where the
   * first saw pieces, so finds nothing that the first one had to leave.
   */
  char near(int index) {
    if (index < start) {
      return afterToken ? '0' : ' ';
    }
    if (index >= end) {
      return beforeToken ? '0' : ' ';
    }
    return text.charAt(index);
  }

  /** Returns the code point at {@code index}, which must be in this. */
  int pointAt(int index) {
    return index + 1 < end ? text.codePointAt(index) : text.charAt(index);
  }

  /** Returns the code point that ends before {@code index}, which must be in this. */
  int pointBefore(int index) {
    return index - 2 >= start ? text.codePointBefore(index) : text.charAt(index - 1);
  }

  /** Returns whether a word, or a token, ends at {@code index}. */
  boolean isWordBefore(int index) {
    return index > start ? isWord(pointBefore(index)) : afterToken;
  }

  /** Returns whether a word, or a token, begins at {@code index} or goes on there. */
  boolean isWordAfter(int index) {
    return index < end ? isWord(pointAt(index)) : beforeToken;
  }

  /** Returns whether a decimal point or comma and digits before it join what begins at {@code index}. */
  boolean isDecimalBefore(int index) {
    return isDecimal(near(index - 1)) && isDigit(near(index - 2));
  }

  /** Returns whether a decimal point or comma and digits behind it join what ends at {@code index}. */
  boolean isDecimalAfter(int index) {
    return isDecimal(near(index)) && isDigit(near(index + 1));
  }

  /** Returns whether {@code word} stands at {@code index}, in whatever case. */
  boolean matches(int index, String word) {
    return index + word.length() <= end && text.regionMatches(true, index, word, 0, word.length());
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  private static boolean isDecimal(char c) {
    return c == '.' || c == ',';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isWord(int point) {
    return Character.isLetterOrDigit(point) || point == '_';
  }

  /** Returns the character with every hyphen as "-" and every space within a line as " ". */
  static char plain(char c) {
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013' -> '-';
      case '\u00a0', '\u2009', '\u202f', '\t' -> ' ';
      default -> c;
    };
  }
}
