package io.github.feedback4j.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The values of a metric that the answers do not rule out.
 *
 * @param low the lower limit, in units of the metric; never below the lowest value it can take
 * @param high the upper limit, in units of the metric; never above the highest value it can take
 * @param level the share of such intervals that hold the true value, between 0 and 1, both excluded
 * @param method how the limits were found
 * @since 0.1
 */
public record ConfidenceInterval(double low, double high, double level, IntervalMethod method) {

  /** The level of every interval that does not ask for another one, 95 %. */
  public static final double DEFAULT_LEVEL = 0.95;

  /**
   * Checks that the limits are finite and in order, and that the level is between 0 and 1.
   *
   * @throws IllegalArgumentException that names the limits or the level if they are not
   */
  public ConfidenceInterval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "limits must be finite and in ascending order, but were " + low + " and " + high);
    }
    requireLevel(level);
  }

  /**
   * Returns the interval of a share in percent that so many answers would give: how exact a survey is
   * going to be, before there is an answer.
   *
   * @param share the share that is assumed, 0 to 1; 0.5 gives the widest interval
   * @param answers how many answers there will be, at least 1
   * @param level the level of the interval, between 0 and 1, both excluded
   */
  public static ConfidenceInterval ofShare(double share, long answers, double level) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be between 0 and 1, but was " + share);
    }
    if (answers < 1) {
      throw new IllegalArgumentException("answers must be at least 1, but was " + answers);
    }
    return ScoreInterval.ofShare(share, (double) answers, requireLevel(level));
  }

  /** Returns half the distance between the limits, in units of the metric. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** Returns whether {@code value} lies between the limits, both included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Returns the lower limit for display, rounded half away from zero. */
  public BigDecimal roundedLow(int decimals) {
    return round(low, decimals);
  }

  /** Returns the upper limit for display, rounded half away from zero. */
  public BigDecimal roundedHigh(int decimals) {
    return round(high, decimals);
  }

  // HALF_UP of BigDecimal is half away from zero, unlike Math.round, which is half towards +∞.
  static BigDecimal round(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Returns the level unchanged, or throws what is wrong with it. */
  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level must be between 0 and 1, both excluded, but was " + level);
    }
    return level;
  }
}
