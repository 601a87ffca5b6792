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
  /**
   * Answers stand under nobody: neither the contact ledger nor the answers, nor both together, say which
   * of those who answered gave which answer. Nobody can erase theirs afterwards.
   */
  ANONYMOUS
}
