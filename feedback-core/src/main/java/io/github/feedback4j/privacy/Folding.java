package io.github.feedback4j.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** Makes names comparable that differ in case, accents and ligatures only. */
final class Folding {

  private static final int TABLE_SIZE = 0x250;

  // Latin letters are most of what is ever folded; "" for what is no letter or digit.
  private static final String[] TABLE = table();

  private Folding() {}

  /** Returns the small letters and digits that stand for a code point, "" for an accent alone. */
  static String fold(int point) {
    return point < TABLE_SIZE ? TABLE[point] : compute(point);
  }

  /** Returns whether a code point is a part of a word. */
  static boolean isPart(int point) {
    return Character.isLetterOrDigit(point) || isMark(point);
  }

  static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static String[] table() {
    String[] table = new String[TABLE_SIZE];
    for (int point = 0; point < TABLE_SIZE; point++) {
      table[point] = compute(point);
    }
    return table;
  }

  private static String compute(int point) {
    // Half of a surrogate pair is no character; everything else can be decomposed.
    if (!Character.isLetterOrDigit(point)) {
      return "";
    }
    StringBuilder folded = new StringBuilder();
    // Up and down again, because "ẞ" and "ß" become "ss" only by way of "SS".
    Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(each -> append(folded, each));
    return folded.toString();
  }

  private static void append(StringBuilder folded, int point) {
    switch (point) {
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ħ' -> folded.append('h');
      default -> folded.appendCodePoint(point);
    }
  }
}
