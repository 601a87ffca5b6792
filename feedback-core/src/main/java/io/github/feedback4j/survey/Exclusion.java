package io.github.feedback4j.survey;

/**
 * A way in which a touchpoint came about, or a kind of respondent, that is not worth a question.
 *
 * @since 0.1
 */
public enum Exclusion {
  /** The respondent closed it without anybody's help. */
  SELF_CLOSED("selfClosed"),
  /** It was closed by a rule, such as after days without an answer. */
  AUTO_CLOSED("autoClosed"),
  /** It was reported twice. */
  DUPLICATE("duplicate"),
  /** It was merged into another one. */
  MERGED("merged"),
  /** It was no real request. */
  SPAM("spam"),
  /** The respondent belongs to the people who provide the service. */
  STAFF("staff");

  private final String word;

  Exclusion(String word) {
    this.word = word;
  }

  /** Returns the word of survey files. */
  public String word() {
    return word;
  }
}
