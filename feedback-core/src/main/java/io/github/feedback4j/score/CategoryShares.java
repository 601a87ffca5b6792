package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;

/**
 * The shares of the answers that are worth the same, and the number of independent answers that
 * they amount to.
 *
 * <p>Points with equal score are one category; a category without answers stays, with the share 0,
 * because the truth may well give it some. Where respondents were chosen with different
 * probabilities p, each answer weighs 1/p (Horvitz &amp; Thompson 1952), and n becomes the
 * effective n of Kish (1965), (Σw)²/Σw². Where the probabilities are equal, each weight is exactly
 * 1, so that the result is the unweighted one to the last bit.
 */
final class CategoryShares {

  /** The values of the categories in units of the metric, ascending, at least two. */
  final double[] values;

  /** The share of each category, 0 to 1. */
  final double[] shares;

  /** The mean of the values, in units of the metric. */
  final double mean;

  /** The effective number of answers. */
  final double effectiveN;

  /** Whether the answers weigh differently. */
  final boolean weighted;

  /** The standard error of the mean in units of the metric; NaN with fewer than two answers. */
  final double standardError;

  private CategoryShares(
      double[] values,
      double[] shares,
      double mean,
      double effectiveN,
      boolean weighted,
      double standardError) {
    this.values = values;
    this.shares = shares;
    this.mean = mean;
    this.effectiveN = effectiveN;
    this.weighted = weighted;
    this.standardError = standardError;
  }

  /** Returns the shares of a tally that has at least one answer. */
  static CategoryShares of(Tally tally) {
    MetricDefinition metric = tally.metric();
    int[] scores =
        metric.classes().stream().mapToInt(c -> c.score()).sorted().distinct().toArray();
    double[] values = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      values[k] = metric.offset() + (double) metric.factor() * scores[k];
    }
    List<Tally.Cell> cells = tally.cells();
    double rarest =
        cells.stream().mapToDouble(c -> c.inclusionProbability()).min().orElseThrow();
    double surest =
        cells.stream().mapToDouble(c -> c.inclusionProbability()).max().orElseThrow();

    double[] sums = new double[scores.length];
    double[] squared = new double[scores.length];
    double squares = 0;
    for (Tally.Cell each : cells) {
      // Relative to the rarest, so that no weight overflows; only the proportions matter.
      double weight = rarest / each.inclusionProbability();
      int k = indexOf(metric.scoreOf(each.point()), scores);
      sums[k] += each.count() * weight;
      squared[k] += each.count() * weight * weight;
      squares += each.count() * weight * weight;
    }
    double total = 0;
    for (double each : sums) {
      total += each;
    }
    boolean weighted = rarest != surest;
    double effectiveN = weighted ? total * total / squares : tally.n();
    double[] shares = new double[scores.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = sums[k] / total;
    }
    double mean = mean(values, sums, total);
    double standardError = standardError(tally.n(), values, squared, mean) / total;
    return new CategoryShares(values, shares, mean, effectiveN, weighted, standardError);
  }

  /** Returns √(n/(n − 1) · Σ Q (v − mean)²), where Q is the sum of the squared weights of a value. */
  private static double standardError(long n, double[] values, double[] squared, double mean) {
    if (n < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += squared[k] * (values[k] - mean) * (values[k] - mean);
    }
    return Math.sqrt(sum * ((double) n / (n - 1)));
  }

  private static double mean(double[] values, double[] sums, double total) {
    double sum = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < values.length; k++) {
      if (sums[k] > 0) {
        sum += values[k] * sums[k];
        lowest = Math.min(lowest, values[k]);
        highest = Math.max(highest, values[k]);
      }
    }
    // Rounding must not carry the mean out of the answers that were given.
    return Math.max(lowest, Math.min(highest, sum / total));
  }

  private static int indexOf(int score, int[] scores) {
    int k = 0;
    while (scores[k] != score) {
      k++;
    }
    return k;
  }
}
