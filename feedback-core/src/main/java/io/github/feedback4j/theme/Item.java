package io.github.feedback4j.theme;

/**
 * One line of a theme.
 *
 * @param theme the id of the theme
 * @param language the language of its words, such as {@code fr}
 * @param polarity what a match says about the theme; {@link Polarity#NEUTRAL} if nothing of its own
 * @param hides whether it hides the words that it covers from the theme's other items
 * @param text the item as the pack lists it
 * @param rule what it looks for
 * @since 0.1
 */
public record Item(
    String theme, String language, Polarity polarity, boolean hides, String text, Rule rule) {}
