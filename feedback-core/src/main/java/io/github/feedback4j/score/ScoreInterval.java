package io.github.feedback4j.score;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Finds the score interval of a mean of category values, as Wilson (1927) did for two categories
 * and Tango (1998) for −1, 0 and +1. {@code ScoreIntervalTest} holds the published examples.
 */
final class ScoreInterval {

  // The problem. Estimate ± z standard errors (Wald) has no width when all answers agree, leaves
  // the scale near its ends, and misses the truth far too often for the n of a team's month.
  //
  // The idea. Ask of every possible mean μ whether the answers would be surprising if μ were true.
  // Take the most likely shares p_k with the mean μ, given the observed shares q_k = x_k/n:
  //
  //     p_k = q_k / (1 + t(v_k − μ))   with t such that Σ p_k (v_k − μ) = 0,
  //
  // their variance V = Σ p_k (v_k − μ)², and keep μ while |m − μ| ≤ z √(V/n), where m is the
  // observed mean. No share may be negative, so t ends where 1 + t(v_k − μ) is 0 for the lowest or
  // the highest value. If the sum is not 0 by then, that extreme category is one without answers,
  // and receives the rest of the mass. (t is the λ/n of the literature.)
  //
  // The short cut. Two nested searches, for t in every step of μ, are not needed. From
  // p_k (1 + t(v_k − μ)) = q_k, times v_k − μ and summed, follows tV = m − μ. At a limit
  // (m − μ)² = z² V/n, so that t = c/(m − μ) with c = z²/n: a limit determines its own t. For the
  // upper limit m + w, with e_k = v_k − m and a = 1 + c, there remains Σ p_k = 1, that is
  //
  //     Σ q_k w / (a w − c e_k) = 1,   or, because Σ q_k e_k = 0,
  //     c Σ q_k e_k² / (a w − c e_k) = a w.
  //
  // The second form adds only positive terms, so it keeps all digits even for 10^18 answers, where
  // the first subtracts nearly equal numbers. Its left side falls and its right side rises with w,
  // so there is one solution, between w = c e_max/a, where t is at its bound, and w = e_max. If
  // the left side is the smaller one at the lower end already, then that is the limit: the case of
  // the empty extreme category. The lower limit is the upper one of the mirrored values.
  //
  // Invariants. low ≤ m ≤ high, both in the range of the metric. Mirroring the values mirrors the
  // limits to the last bit, because both directions run through the categories from the far end.
  //
  // Dropped. Closed formulas for three categories (a cubic that loses digits); Newton's method
  // (fewer steps, but it needs a guard at the pole, and bisection takes a microsecond).

  private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  private ScoreInterval() {}

  /** Returns the interval; there must be at least one answer. */
  static ConfidenceInterval of(CategoryShares categories, double level) {
    return of(categories, categories.effectiveN(level), level, IntervalMethod.SCORE);
  }

  /**
   * Returns the interval that so many independent answers with these shares give.
   *
   * @param n their number, above 0, which need not be whole
   * @param method the name that the interval goes by
   */
  static ConfidenceInterval of(
      CategoryShares categories, double n, double level, IntervalMethod method) {
    double c = squaredError(n, level);
    double[] values = categories.values;
    double low = categories.mean - reach(categories, c, false);
    double high = categories.mean + reach(categories, c, true);
    return new ConfidenceInterval(
        Math.max(low, values[0]), Math.min(high, values[values.length - 1]), level, method);
  }

  /** Returns how far the interval of z standard errors reaches; downwards where z is negative. */
  static double reach(CategoryShares categories, double z) {
    if (z == 0) {
      return 0;
    }
    double farthest = z > 0
        ? categories.values[categories.values.length - 1] - categories.mean
        : categories.mean - categories.values[0];
    return Math.min(farthest, reach(categories, z * z / categories.effectiveNOf(z), z > 0));
  }

  /** Returns the interval in percent of a share that n answers agree with to the last digit. */
  static ConfidenceInterval ofShare(double share, double n, double level) {
    double c = squaredError(n, level);
    double low = share - wilson(1 - share, share, c);
    double high = share + wilson(share, 1 - share, c);
    return new ConfidenceInterval(
        100 * Math.max(low, 0), 100 * Math.min(high, 1), level, IntervalMethod.SCORE);
  }

  private static double squaredError(double n, double level) {
    double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    return z * z / n;
  }

  /** Returns how far the interval reaches beyond the mean, in units of the metric. */
  private static double reach(CategoryShares categories, double c, boolean upwards) {
    int last = categories.values.length - 1;
    if (last == 1) {
      double towards = categories.shares[upwards ? 1 : 0];
      double from = categories.shares[upwards ? 0 : 1];
      return (categories.values[1] - categories.values[0]) * wilson(towards, from, c);
    }
    double[] shares = new double[last + 1];
    double[] distances = new double[last + 1];
    for (int k = 0; k <= last; k++) {
      int from = upwards ? k : last - k;
      shares[k] = categories.shares[from];
      distances[k] = upwards
          ? categories.values[from] - categories.mean
          : categories.mean - categories.values[from];
    }
    return new Side(shares, distances, c).reach();
  }

  /**
   * Returns how far the interval of Wilson (1927) reaches beyond the share {@code towards}, 0 to 1.
   *
   * <p>Of the two equivalent forms it takes the one that adds numbers of the same sign.
   */
  private static double wilson(double towards, double from, double c) {
    double product = c * towards * from;
    double root = Math.sqrt(product + c * c / 4);
    double shift = c * (from - towards) / 2;
    return shift >= 0 ? (shift + root) / (1 + c) : product / (root - shift);
  }

  /** One direction from the mean: the categories as seen from there, the far end last. */
  private static final class Side {

    private final double a;
    private final double c;
    private final double[] weightedSquares;
    private final double[] shifts;
    private final double farthest;

    Side(double[] shares, double[] distances, double c) {
      this.a = 1 + c;
      this.c = c;
      this.weightedSquares = new double[shares.length];
      this.shifts = new double[shares.length];
      this.farthest = distances[distances.length - 1];
      for (int k = 0; k < shares.length; k++) {
        weightedSquares[k] = shares[k] * distances[k] * distances[k];
        shifts[k] = c * distances[k];
      }
    }

    double reach() {
      double inside = c * farthest / a;
      double outside = farthest;
      if (!isInside(inside)) {
        return inside;
      }
      while (true) {
        double middle = inside + (outside - inside) / 2;
        if (middle <= inside || middle >= outside) {
          return inside;
        }
        if (isInside(middle)) {
          inside = middle;
        } else {
          outside = middle;
        }
      }
    }

    private boolean isInside(double w) {
      double sum = 0;
      for (int k = 0; k < shifts.length; k++) {
        if (weightedSquares[k] > 0) {
          double slack = a * w - shifts[k];
          if (slack <= 0) {
            return true; // at the pole, which rounding can place a bit to the right
          }
          sum += weightedSquares[k] / slack;
        }
      }
      return c * sum >= a * w;
    }
  }
}
