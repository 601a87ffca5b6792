package io.github.feedback4j.survey;

import java.util.Locale;

/**
 * A text together with the language it is written in, which may not be the one asked for.
 *
 * @param text the text, never blank
 * @param locale the language of the text, for the {@code lang} attribute of what shows it
 * @since 0.1
 */
public record Localized(String text, Locale locale) {}
