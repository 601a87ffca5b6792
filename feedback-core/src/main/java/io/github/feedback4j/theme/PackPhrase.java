package io.github.feedback4j.theme;

import org.jspecify.annotations.Nullable;

/**
 * One phrase of a pack, ready to be compared with a text.
 *
 * @param theme the id of its theme
 * @param language the language it belongs to
 * @param polarity what a match says about the theme
 * @param text the phrase as the pack lists it
 * @param folded the letters of the phrase and what stands between them
 */
record PackPhrase(
    String theme, String language, Polarity polarity, String text, FoldedText folded) {

  private static final int SHORT_PART = 2;

  PackPhrase(String theme, String language, Polarity polarity, String text) {
    this(theme, language, polarity, text, FoldedText.of(text));
  }

  /** Returns whether this phrase is of a language; null stands for every language. */
  boolean isOf(@Nullable String wanted) {
    return wanted == null || wanted.equals(language);
  }

  /** Returns whether a text that has the letters of this phrase at {@code at} has its words too. */
  boolean fits(FoldedText other, int at) {
    for (int i = 1; i < folded.length(); i++) {
      boolean mine = folded.isBoundary(i);
      boolean theirs = other.isBoundary(at + i);
      if (mine != theirs && !(mine ? isLoose(folded, i) : isLoose(other, at + i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether a gap may as well be missing.
   *
   * <p>A hyphen may: who lists "log-in" means "login" and "log in" too. A space may between two
   * short parts ("wi fi") and between letters and a number ("office 365"); if every space might,
   * "use less" would be "useless". An apostrophe may not: "l'ENT" is not "lent".
   */
  private static boolean isLoose(FoldedText text, int at) {
    boolean digitBefore = Character.isDigit(text.letter(at - 1));
    boolean digitBehind = Character.isDigit(text.letter(at));
    if (digitBefore && digitBehind) {
      return false;
    }
    return switch (text.gapBefore(at)) {
      case HYPHEN -> true;
      case SPACE -> digitBefore != digitBehind || isBetweenShortParts(text, at);
      default -> false;
    };
  }

  private static boolean isBetweenShortParts(FoldedText text, int at) {
    boolean shortBefore = false;
    boolean shortBehind = false;
    for (int i = 1; i <= SHORT_PART; i++) {
      shortBefore |= at - i >= 0 && text.isBoundary(at - i);
      shortBehind |= at + i <= text.length() && text.isBoundary(at + i);
    }
    return shortBefore && shortBehind;
  }
}
