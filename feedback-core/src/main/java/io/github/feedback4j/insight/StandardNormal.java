package io.github.feedback4j.insight;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and variance 1. */
final class StandardNormal {

  private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  private StandardNormal() {}

  /**
   * Returns z such that a share {@code level} lies between −z and z.
   *
   * @throws IllegalArgumentException if the level is not between 0 and 1, both excluded
   */
  static double quantile(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level must be between 0 and 1, both excluded, but was " + level);
    }
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }

  /** Returns the probability of a value at least as far from 0 as z; tiny ones keep their digits. */
  static double twoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }
}
