package io.github.feedback4j.theme;

import org.jspecify.annotations.Nullable;

/**
 * One alternative of an item, ready to be found.
 *
 * @param theme the number of the theme, in alphabetical order of the ids
 * @param polarity the item's own
 * @param hides whether it hides its words from the theme's other items
 * @param isNegated whether the rule asks for a negation itself, which then flips nothing
 * @param languages the bits of the languages it is of
 * @param source what a tag of it says about its origin
 * @param tree how it is found, or null if it is one literal or several spellings of it
 */
record Branch(
    int theme,
    Polarity polarity,
    boolean hides,
    boolean isNegated,
    long languages,
    Tag.Source source,
    @Nullable Node tree) {}
