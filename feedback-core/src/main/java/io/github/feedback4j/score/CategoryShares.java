package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

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

  /** How the effective number of answers is found, and what formula ids call it. */
  enum Basis {
    /** All answers weigh the same and are independent, so that it is n. */
    PLAIN(""),
    /** Kish (1965), (Σw)²/Σw². */
    WEIGHTED(":weighted"),
    /** Korn &amp; Graubard (1998), from the variance of the design. */
    DESIGN(":design"),
    /** The same, where one respondent may have given several answers. */
    CLUSTERED(":clustered");

    final String suffix;

    Basis(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final double MOST_CERTAIN = 37;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The values of the categories in units of the metric, ascending, at least two. */
  final double[] values;

  /** The share of each category, 0 to 1. */
  final double[] shares;

  /** The mean of the values, in units of the metric. */
  final double mean;

  /** The number of answers. */
  final long n;

  /** What the number of answers comes to without regard to their variance, see {@link Basis}. */
  private final double plainEffectiveN;

  /** Whether the answers weigh differently. */
  final boolean weighted;

  final Basis basis;

  /** The standard error of the mean in units of the metric; NaN with fewer than two answers. */
  final double standardError;

  /** The number of independent answers or respondents behind the standard error, less one. */
  final double degreesOfFreedom;

  private CategoryShares(
      double[] values,
      double[] shares,
      double mean,
      long n,
      double plainEffectiveN,
      boolean weighted,
      Basis basis,
      double standardError,
      double degreesOfFreedom) {
    this.values = values;
    this.shares = shares;
    this.mean = mean;
    this.n = n;
    this.plainEffectiveN = plainEffectiveN;
    this.weighted = weighted;
    this.basis = basis;
    this.standardError = standardError;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /** Returns the shares of a tally that has at least one answer. */
  static CategoryShares of(Tally tally) {
    List<Tally.Cell> cells = tally.cells();
    double rarest = 1;
    double surest = 0;
    for (Tally.Cell each : cells) {
      rarest = Math.min(rarest, each.inclusionProbability());
      surest = Math.max(surest, each.inclusionProbability());
    }
    Sums sums = new Sums(tally.metric());
    for (Tally.Cell each : cells) {
      // Relative to the rarest, so that no weight overflows; only the proportions matter.
      double weight = rarest / each.inclusionProbability();
      sums.add(each.point(), each.count() * weight, each.count() * weight * weight);
    }
    return sums.shares(tally.n(), rarest != surest);
  }

  /** Returns the shares of a weighted tally that has at least one answer with a weight. */
  static CategoryShares of(WeightedTally tally) {
    Sums sums = new Sums(tally.metric());
    for (WeightedTally.Cell each : tally.cells()) {
      if (tally.weighsAlike()) {
        sums.add(each.point(), (double) each.count(), (double) each.count());
      } else {
        sums.add(each.point(), each.weight(), each.squaredWeight());
      }
    }
    return sums.shares(tally.n(), !tally.weighsAlike());
  }

  /** Returns the shares of a clustered tally that has at least one answer. */
  static CategoryShares of(ClusteredTally clustered) {
    CategoryShares plain = of(clustered.tally());
    return new CategoryShares(
        plain.values,
        plain.shares,
        plain.mean,
        plain.n,
        clustered.voices(),
        false,
        Basis.CLUSTERED,
        clustered.standardError(),
        clustered.respondents() - 1.0);
  }

  /** Returns the same shares with an effective n that follows from their standard error. */
  CategoryShares designBased() {
    Basis design = basis == Basis.CLUSTERED ? Basis.CLUSTERED : Basis.DESIGN;
    return new CategoryShares(
        values,
        shares,
        mean,
        n,
        plainEffectiveN,
        weighted,
        design,
        standardError,
        degreesOfFreedom);
  }

  /**
   * Returns the effective number of answers for an interval at this level.
   *
   * <p>That of a design is min(n, s²/v · (z/t)²), with s² the variance of the answers, v the square of
   * the standard error, and t of Student's distribution (Korn &amp; Graubard 1998; Dean &amp; Pagano
   * 2015). Where v says nothing, because all agree or there is one respondent only, it is that of
   * Kish, in which a respondent is one voice.
   */
  double effectiveN(double level) {
    if ((basis != Basis.DESIGN && basis != Basis.CLUSTERED) || !(standardError > 0)) {
      return plainEffectiveN;
    }
    return effectiveN((1 - level) / 2, NORMAL.inverseSurvivalProbability((1 - level) / 2));
  }

  /** Returns the same for an interval of z standard errors, upwards or downwards. */
  double effectiveNOf(double z) {
    // Beyond this the tail is no number any more, and nothing is as certain as that.
    double certain = Math.min(Math.abs(z), MOST_CERTAIN);
    return (basis != Basis.DESIGN && basis != Basis.CLUSTERED) || !(standardError > 0)
        ? plainEffectiveN
        : effectiveN(NORMAL.survivalProbability(certain), certain);
  }

  private double effectiveN(double tail, double z) {
    double t = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
    double ratio = z > 0 ? z / t : 1;
    return Math.min((double) n, variance() / (standardError * standardError) * ratio * ratio);
  }

  /** Returns s² = n/(n − 1) · Σ q (v − mean)², in squared units of the metric; NaN with one answer. */
  double variance() {
    return spread() * ((double) n / (n - 1));
  }

  /** Returns Σ q (v − mean)², in squared units of the metric. */
  double spread() {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += shares[k] * (values[k] - mean) * (values[k] - mean);
    }
    return sum;
  }

  /** Sums of weights by category. */
  private static final class Sums {

    private final int[] scores;
    private final int[] categories;
    private final int firstPoint;
    private final double[] values;
    private final double[] weights;
    private final double[] squaredWeights;

    Sums(MetricDefinition metric) {
      scores =
          metric.classes().stream().mapToInt(c -> c.score()).sorted().distinct().toArray();
      values = new double[scores.length];
      for (int k = 0; k < scores.length; k++) {
        values[k] = metric.offset() + (double) metric.factor() * scores[k];
      }
      weights = new double[scores.length];
      squaredWeights = new double[scores.length];
      firstPoint = metric.scale().min();
      categories = new int[metric.scale().points()];
      for (MetricDefinition.ScoreClass each : metric.classes()) {
        for (int point = each.from(); point <= each.to(); point++) {
          categories[point - firstPoint] = indexOf(each.score());
        }
      }
    }

    private int indexOf(int score) {
      int k = 0;
      while (scores[k] != score) {
        k++;
      }
      return k;
    }

    void add(int point, double weight, double squaredWeight) {
      weights[categories[point - firstPoint]] += weight;
      squaredWeights[categories[point - firstPoint]] += squaredWeight;
    }

    CategoryShares shares(long n, boolean weighted) {
      double total = 0;
      double squares = 0;
      for (int k = 0; k < weights.length; k++) {
        total += weights[k];
        squares += squaredWeights[k];
      }
      double[] shares = new double[weights.length];
      for (int k = 0; k < shares.length; k++) {
        shares[k] = weights[k] / total;
      }
      double mean = mean(total);
      return new CategoryShares(
          values,
          shares,
          mean,
          n,
          weighted ? total * total / squares : (double) n,
          weighted,
          weighted ? Basis.WEIGHTED : Basis.PLAIN,
          standardError(n, mean) / total,
          n - 1.0);
    }

    /** Returns √(n/(n − 1) · Σ Q (v − mean)²), where Q is the sum of the squared weights of a value. */
    private double standardError(long n, double mean) {
      if (n < 2) {
        return Double.NaN;
      }
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        sum += squaredWeights[k] * (values[k] - mean) * (values[k] - mean);
      }
      return Math.sqrt(sum * ((double) n / (n - 1)));
    }

    private double mean(double total) {
      double sum = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < values.length; k++) {
        if (weights[k] > 0) {
          sum += values[k] * weights[k];
          lowest = Math.min(lowest, values[k]);
          highest = Math.max(highest, values[k]);
        }
      }
      // Rounding must not carry the mean out of the answers that were given.
      return Math.max(lowest, Math.min(highest, sum / total));
    }
  }
}
