package io.github.feedback4j.survey;

/**
 * What happens where a survey lacks a text in the respondent's language.
 *
 * @since 0.1
 */
public enum MissingLocale {
  /** The text is shown in the survey's default language; the default. */
  FALLBACK,
  /** The respondent is not asked. */
  SKIP
}
