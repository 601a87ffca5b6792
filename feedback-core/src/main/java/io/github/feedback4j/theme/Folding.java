package io.github.feedback4j.theme;

import java.text.Normalizer;

/** What a character counts as when words are compared: its letters, without case and accent. */
final class Folding {

  // Covers what English and French are written with; the rest is rare and computed.
  private static final String[] TABLE = new String[0x250];

  private static final boolean[] ACCENTED = new boolean[TABLE.length];

  // Grave, acute, circumflex, diaeresis, cedilla; and the ligature.
  private static final String FRENCH = "\u0300\u0301\u0302\u0308\u0327œŒ";

  // A few Arabic ligatures stand for a whole sentence and would multiply the text's length by 18.
  private static final int MAX_LENGTH = 4;

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = compute(i);
      ACCENTED[i] = computeAccent(i);
    }
  }

  private Folding() {}

  /** Returns the letters of a code point ("É" gives "e", "œ" gives "oe"), or "" if it has none. */
  static String of(int codePoint) {
    return codePoint < TABLE.length ? TABLE[codePoint] : compute(codePoint);
  }

  /**
   * Returns whether a code point is or has an accent that French has, so that the text may be French.
   */
  static boolean hasFrenchAccent(int codePoint) {
    return codePoint < TABLE.length ? ACCENTED[codePoint] : computeAccent(codePoint);
  }

  private static boolean computeAccent(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
        .chars()
        .anyMatch(each -> FRENCH.indexOf(each) >= 0);
  }

  /** Returns whether a code point only changes the one before it, as accents and joiners do. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return NewCharacters.isMark(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint == 0x200C
        || codePoint == 0x200D;
  }

  /** Returns whether a code point is neither seen nor a boundary, as the soft hyphen. */
  static boolean isInvisible(int codePoint) {
    // U+200B is of this type too, but it is a space, only of no width.
    return Character.getType(codePoint) == Character.FORMAT
        && codePoint != 0x200B
        && !NewCharacters.isOther(codePoint);
  }

  private static String compute(int codePoint) {
    if (!isLetter(codePoint)) {
      return "";
    }
    String character = Character.toString(codePoint);
    String folded = letters(Normalizer.normalize(character, Normalizer.Form.NFKD));
    return folded.length() <= MAX_LENGTH
        ? folded
        : letters(Normalizer.normalize(character, Normalizer.Form.NFD));
  }

  private static String letters(String decomposed) {
    StringBuilder letters = new StringBuilder();
    decomposed.codePoints().filter(Folding::isLetter).forEach(each -> append(letters, each));
    return letters.toString();
  }

  private static void append(StringBuilder letters, int letter) {
    // Upper case first: it joins the two forms of sigma, and the dotless i with the dotted one.
    int lower = Character.toLowerCase(Character.toUpperCase(letter));
    switch (lower) {
      case 'œ' -> letters.append("oe");
      case 'æ' -> letters.append("ae");
      case 'ß' -> letters.append("ss");
      case 'ø' -> letters.append('o');
      case 'ł' -> letters.append('l');
      case 'đ' -> letters.append('d');
      default -> letters.appendCodePoint(lower);
    }
  }

  /** Returns whether a code point is part of a word. */
  static boolean isLetter(int codePoint) {
    // Spacing marks are the vowels of Indic scripts; without them their words would fall apart.
    boolean isLetter = Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    return isLetter && !NewCharacters.isMark(codePoint) && !NewCharacters.isOther(codePoint);
  }
}
