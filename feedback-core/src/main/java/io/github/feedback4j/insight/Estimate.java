package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import java.util.OptionalDouble;

/**
 * A number that was estimated from answers, with its uncertainty.
 *
 * @param value the estimate
 * @param n how many answers it comes from
 * @param standardError its standard error in the same units, at least 0; empty where the interval was
 *     not made from one and one group has a single answer
 * @param interval the values that the answers do not rule out
 * @since 0.1
 */
public record Estimate(
    double value, long n, OptionalDouble standardError, ConfidenceInterval interval) {

  /** Returns value ± z standard errors. */
  static Estimate linearised(double value, long n, double standardError, double level) {
    return within(-Double.MAX_VALUE, Double.MAX_VALUE, value, n, standardError, level);
  }

  /** Returns value ± z standard errors, cut to the values that there can be. */
  static Estimate within(
      double lowest, double highest, double value, long n, double standardError, double level) {
    double reach = StandardNormal.quantile(level) * standardError;
    double low = Math.max(Math.min(value, lowest), value - reach);
    double high = Math.min(Math.max(value, highest), value + reach);
    return new Estimate(
        value,
        n,
        OptionalDouble.of(standardError),
        new ConfidenceInterval(low, high, level, IntervalMethod.NORMAL));
  }

  /** Returns whether the interval does not hold 0, so that the sign of the value is known. */
  public boolean isClear() {
    return !interval.contains(0);
  }
}
