package io.github.feedback4j.score;

/**
 * How the limits of a {@link ConfidenceInterval} were found.
 *
 * <p>{@link #SCORE} is the default and serves every metric. The others are there for those who must
 * agree with a report made elsewhere, see {@link Score#interval(IntervalMethod)}. Where answers weigh
 * differently, n is the {@linkplain Score#effectiveN effective n} in all of them.
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
   * m ± z √(Σ q (v − m)²/n), cut at the ends of the scale; never a default: it has no width where all
   * agree, and too rarely holds the truth (Brown, Cai &amp; DasGupta 2001). For every metric.
   */
  WALD("wald"),

  /**
   * That of Wald after adding ¾ of a detractor, 3⁄2 passives and ¾ of a promoter, cut at the ends of
   * the scale (Rocks 2016). For metrics that score −1, 0 and 1, as NPS.
   */
  ADJUSTED_WALD("adjusted-wald"),

  /**
   * (x + z²/2)/(n + z²) ± z/(n + z²) · √(x (n − x)/n + z²/4) (Wilson 1927), the same as {@link
   * #SCORE}. For metrics with two scores.
   */
  WILSON("wilson"),

  /**
   * p ± z √(p (1 − p)/(n + z²)) with p = (x + z²/2)/(n + z²), cut at 0 and 1 (Agresti &amp; Coull 1998).
   * For metrics with two scores.
   */
  AGRESTI_COULL("agresti-coull"),

  /**
   * The middle part of the beta distribution with x + ½ and n − x + ½; from 0 if x = 0, and up to 1 if
   * x = n (Brown, Cai &amp; DasGupta 2001). For metrics with two scores.
   */
  JEFFREYS("jeffreys"),

  /**
   * The exact interval of Clopper &amp; Pearson (1934), which holds the truth at least as often as it
   * says, mostly more often, and so is wider than it must be. For metrics with two scores.
   */
  CLOPPER_PEARSON("clopper-pearson"),

  /**
   * m ± t s/√n with n − 1 degrees of freedom (Student 1908), cut at the ends of the scale; none with
   * one answer, or where all agree. For metrics with three scores or more, and for {@link LostTime}.
   */
  STUDENT_T("student-t"),

  /**
   * The interval of a difference, or of another weighted sum, that the score intervals of its parts
   * give by the method of variance estimates recovery (Zou &amp; Donner 2008). For two percentages it
   * is method 10 of Newcombe (1998).
   */
  MOVER("mover"),

  /**
   * The interval that may be looked at again and again while answers come in, an asymptotic
   * confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy &amp; Ramdas 2024).
   */
  CONFIDENCE_SEQUENCE("confidence-sequence"),

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
