package io.github.feedback4j.theme;

/**
 * One line of a theme: what gives the theme away in one language, or hides words from it.
 *
 * @param theme the id of the theme
 * @param language the language whose inflected forms count, such as {@code en}, or {@value
 *     #EVERY_LANGUAGE} for each language of the theme
 * @param polarity what a match says about the theme; neutral if the item says nothing of its own
 * @param hides whether the words that the item covers are hidden from the theme's other items, such
 *     as "professional network" from a theme about cables
 * @param text the rule as the pack has it
 * @param rule what the item looks for
 * @since 0.1
 */
public record Item(
    String theme, String language, Polarity polarity, boolean hides, String text, Rule rule) {

  /** The language of an item that holds for each language of its theme. */
  public static final String EVERY_LANGUAGE = "*";

  /**
   * Checks the theme, the language and the text.
   *
   * @throws IllegalArgumentException if the id or the language has another form, the text is blank,
   *     or an item that hides has a polarity
   */
  public Item {
    Labels.requireId("theme", theme);
    if (!language.equals(EVERY_LANGUAGE)) {
      language = Labels.requireLanguage("", language);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of an item must not be blank");
    }
    if (hides && polarity != Polarity.NEUTRAL) {
      throw new IllegalArgumentException(
          "an item that hides must be NEUTRAL, but '%s' is %s".formatted(text, polarity));
    }
  }

  /** Returns whether this item holds for a language. */
  boolean isOf(String wanted) {
    return language.equals(EVERY_LANGUAGE) || language.equals(wanted);
  }
}
