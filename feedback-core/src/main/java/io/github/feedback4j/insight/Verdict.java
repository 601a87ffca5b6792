package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;

/**
 * What a comparison allows to say.
 *
 * @since 0.1
 */
public enum Verdict {

  /** The interval of the difference lies on the side that is good news for this metric. */
  BETTER,

  /** The interval of the difference lies on the side that is bad news for this metric. */
  WORSE,

  /**
   * The interval covers no difference at all, or there are no answers to compare. It does not mean
   * that both are alike: a difference that is smaller than the detectable one may well be there.
   */
  CANNOT_TELL;

  /** Returns what the interval of a difference in a metric allows to say. */
  static Verdict of(ConfidenceInterval interval, MetricDefinition metric) {
    if (interval.contains(0)) {
      return CANNOT_TELL;
    }
    boolean higher = interval.low() > 0;
    return higher == (metric.direction() == Direction.HIGHER_IS_BETTER) ? BETTER : WORSE;
  }
}
