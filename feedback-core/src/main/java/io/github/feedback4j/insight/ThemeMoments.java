package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import java.util.List;

/**
 * The weighted means and covariances of themes and scores, and least squares with them.
 *
 * <p>A column is 1 for an answer that mentions the theme, else 0. Everything is centred first, so no
 * intercept is needed and no digits are lost to it.
 */
final class ThemeMoments {

  // The share of a column's variance that the columns before it must leave, or else it counts as a
  // combination of them. Less is left only where the answers that tell two themes apart are one in
  // millions, or weigh so little; a smaller bound would let rounding pass for an explanation there.
  private static final double COLLINEAR = 1e-7;

  private final ThemePatterns patterns;
  final int columns;
  final double weight;
  final double[] shares;
  final double mean;
  final double[][] covariances;
  final double[] withScore;
  final double variance;
  final long n;
  private final double rarest;

  ThemeMoments(ThemePatterns patterns) {
    Tally all = patterns.all();
    this.patterns = patterns;
    this.columns = patterns.themes().size();
    this.n = all.n();
    this.rarest = WeightedAnswers.rarest(all);
    WeightedAnswers total = WeightedAnswers.of(all, rarest);
    this.weight = total.weight();
    this.mean = total.mean();
    this.shares = new double[columns];
    this.covariances = new double[columns][columns];
    this.withScore = new double[columns];
    patterns.tallies().forEach((pattern, tally) -> {
      double w = WeightedAnswers.of(tally, rarest).weight() / weight;
      for (int j = 0; j < columns; j++) {
        shares[j] += bit(pattern, j) * w;
      }
    });
    patterns.tallies().forEach((pattern, tally) -> {
      WeightedAnswers answers = WeightedAnswers.of(tally, rarest);
      double w = answers.weight() / weight;
      for (int j = 0; j < columns; j++) {
        double centred = w * (bit(pattern, j) - shares[j]);
        withScore[j] += centred * (answers.mean() - mean);
        for (int l = 0; l < columns; l++) {
          covariances[j][l] += centred * (bit(pattern, l) - shares[l]);
        }
      }
    });
    double sum = 0;
    for (Tally.Cell each : all.cells()) {
      double y = WeightedAnswers.value(all.metric(), each.point()) - mean;
      sum += each.count() * (rarest / each.inclusionProbability()) / weight * (y * y);
    }
    this.variance = sum;
  }

  static int bit(int pattern, int column) {
    return (pattern >> column) & 1;
  }

  /** What one kind of answers does to an estimate. */
  interface Influence {
    /** Returns the derivative of the estimate by the share of these answers, with y centred. */
    double of(int pattern, double y);
  }

  /** Returns √(n/(n − 1) Σ (w/W · influence)²), the linearised standard error. */
  double standardError(Influence influence) {
    double[] sum = new double[1];
    patterns.tallies().forEach((pattern, tally) -> {
      for (Tally.Cell each : tally.cells()) {
        double y = WeightedAnswers.value(tally.metric(), each.point()) - mean;
        double w = rarest / each.inclusionProbability() / weight;
        double u = w * influence.of(pattern, y);
        sum[0] += each.count() * (u * u);
      }
    });
    return Math.sqrt(sum[0] * ((double) n / (n - 1)));
  }

  /**
   * Returns the inverse of the covariances of some columns, all zeros for each one that is constant or
   * a combination of those before it.
   *
   * @param chosen the columns, ascending
   */
  double[][] inverse(List<Integer> chosen) {
    int k = chosen.size();
    double[][] inverse = new double[k][k];
    double[][] rest = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        rest[i][j] = covariances[chosen.get(i)][chosen.get(j)];
      }
    }
    // Sweeps the columns in, one after the other (Goodnight 1979). Where both are swept, `rest` is
    // minus the inverse; where none is, what the swept ones leave of the covariance.
    boolean[] swept = new boolean[k];
    for (int p = 0; p < k; p++) {
      double pivot = rest[p][p];
      double own = covariances[chosen.get(p)][chosen.get(p)];
      if (!(pivot > COLLINEAR * own)) {
        continue;
      }
      swept[p] = true;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          if (i != p && j != p) {
            rest[i][j] -= rest[i][p] * rest[p][j] / pivot;
          }
        }
      }
      for (int i = 0; i < k; i++) {
        rest[i][p] /= pivot;
        rest[p][i] = rest[i][p];
      }
      rest[p][p] = -1 / pivot;
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        inverse[i][j] = swept[i] && swept[j] ? -rest[i][j] : 0;
      }
    }
    return inverse;
  }
}
