package io.github.feedback4j.score;

/**
 * How the limits of a {@link ConfidenceInterval} were found.
 *
 * @since 0.1
 */
public enum IntervalMethod {

  /**
   * The score interval: every mean that a score test at this level does not reject. It is the
   * interval of Wilson (1927) for percentages and that of Tango (1998) for NPS.
   */
  SCORE("score-interval"),

  /**
   * The interval of a difference, or of another weighted sum, that the score intervals of its parts
   * give by the method of variance estimates recovery (Zou &amp; Donner 2008). For two percentages it
   * is method 10 of Newcombe (1998).
   */
  MOVER("mover"),

  /** The estimate plus and minus a multiple of its standard error, kept on the scale. */
  NORMAL("normal");

  private final String id;

  IntervalMethod(String id) {
    this.id = id;
  }

  /** Returns the name that stands in formula ids, such as {@code score-interval}. */
  public String id() {
    return id;
  }
}
