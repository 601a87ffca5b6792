package io.github.feedback4j.theme;

/**
 * How far a rule looks for the parts that it needs together.
 *
 * @since 0.1
 */
public enum Scope {
  /** Up to a word such as "but" or "mais", a semicolon, or the end of the sentence. */
  CLAUSE,
  /** Up to the end of the sentence or the line. */
  SENTENCE,
  /** The whole comment. */
  COMMENT
}
