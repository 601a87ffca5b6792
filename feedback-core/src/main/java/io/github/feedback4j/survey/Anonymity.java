package io.github.feedback4j.survey;

/**
 * How much an answer may tell about who gave it.
 *
 * @since 0.1
 */
public enum Anonymity {
  /** Answers stand under the application's own id of the person. */
  IDENTIFIED,
  /** Answers stand under a pseudonym; the default. */
  PSEUDONYMOUS,
  /** Answers cannot be brought back to a person. */
  ANONYMOUS
}
