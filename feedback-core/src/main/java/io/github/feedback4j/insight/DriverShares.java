package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much of the differences between answers each theme explains, where themes come together.
 *
 * <p>Two themes that are mentioned in the same comments share what they explain, and a regression gives
 * it to whichever comes first. The share of Lindeman, Merenda &amp; Gold (1980), which is the value of
 * Shapley (1953), is the mean over all orders of what a theme adds to R². Shares are at least 0 and add
 * up to R²; which way a theme moves the score is said by {@link Drivers}. Computed exactly from all
 * 2^k regressions of k ≤ {@value ThemePatterns#MAX_THEMES} themes. Standard errors are linearised in
 * the same way, by the derivative of the share by each answer's weight; a share near 0 has no
 * symmetric error, so there an interval is a rough guide.
 *
 * @param explained R², the share that all themes explain together, 0 to 1
 * @param themes the share of each theme, the largest first
 * @since 0.1
 */
public record DriverShares(Estimate explained, List<ThemeShare> themes) {

  /** Copies the list. */
  public DriverShares {
    themes = List.copyOf(themes);
  }

  /**
   * What a theme explains.
   *
   * @param theme the theme
   * @param mentions how many answers mention it
   * @param share its share of R², 0 to 1: not of 100 %, but of all the differences there are
   */
  public record ThemeShare(String theme, long mentions, Estimate share) {}

  /** Returns the shares with 95 % intervals, or empty if there is no telling. */
  public static Optional<DriverShares> of(ThemePatterns patterns) {
    return of(patterns, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the shares, or empty if there are not at least two more answers than themes, or all
   * answers are worth the same.
   *
   * <p>A theme that everybody mentions, or nobody, explains nothing and has the share 0; two that
   * always come together have equal shares.
   *
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public static Optional<DriverShares> of(ThemePatterns patterns, double level) {
    StandardNormal.quantile(level);
    int k = patterns.themes().size();
    if (patterns.all().n() < k + 2L || !WeightedAnswers.of(patterns.all()).varies()) {
      return Optional.empty();
    }
    ThemeMoments moments = new ThemeMoments(patterns);
    Regressions regressions = new Regressions(moments);
    double[] whole = new double[1 << k];
    whole[whole.length - 1] = 1;
    Estimate explained = regressions.estimate(whole, level);
    List<ThemeShare> shares = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      String theme = patterns.themes().get(j);
      Estimate share = regressions.estimate(weightsOfShare(j, k), level);
      shares.add(new ThemeShare(theme, patterns.mentioning(theme).n(), share));
    }
    shares.sort(Comparator.comparingDouble(each -> -each.share().value()));
    return Optional.of(new DriverShares(explained, shares));
  }

  /** Returns by how much the R² of each subset of the themes counts in the share of one of them. */
  private static double[] weightsOfShare(int theme, int k) {
    // Of all k! orders, size! (k − size − 1)! have just these `size` themes before the one.
    double[] ofSize = new double[k];
    ofSize[0] = 1.0 / k;
    for (int size = 1; size < k; size++) {
      ofSize[size] = ofSize[size - 1] * size / (k - size);
    }
    double[] weights = new double[1 << k];
    for (int subset = 0; subset < weights.length; subset++) {
      int others = Integer.bitCount(subset & ~(1 << theme));
      weights[subset] = ThemeMoments.bit(subset, theme) == 1 ? ofSize[others] : -ofSize[others];
    }
    return weights;
  }

  /** The least-squares regressions on each subset of the themes. */
  private static final class Regressions {

    private final ThemeMoments moments;
    private final double[][] slopes;
    private final double[] explained;

    Regressions(ThemeMoments moments) {
      int subsets = 1 << moments.columns;
      this.moments = moments;
      this.slopes = new double[subsets][moments.columns];
      this.explained = new double[subsets];
      for (int subset = 1; subset < subsets; subset++) {
        List<Integer> chosen = new ArrayList<>();
        for (int j = 0; j < moments.columns; j++) {
          if (ThemeMoments.bit(subset, j) == 1) {
            chosen.add(j);
          }
        }
        double[][] inverse = moments.inverse(chosen);
        for (int i = 0; i < chosen.size(); i++) {
          for (int j = 0; j < chosen.size(); j++) {
            slopes[subset][chosen.get(i)] += inverse[i][j] * moments.withScore[chosen.get(j)];
          }
          explained[subset] +=
              slopes[subset][chosen.get(i)] * moments.withScore[chosen.get(i)] / moments.variance;
        }
      }
    }

    // R² = 1 − RSS/TSS. The derivative of RSS by the weight of an answer is its squared residual
    // (the slopes are at a minimum, so their change does not count), and that of TSS is y². With
    // y − ŷ for the residual, that of R² is (2yŷ − ŷ² − R² y²)/TSS, and a sum of several R² has the
    // same form. As ŷ = Σ slope · x, the sums of ŷ and ŷ² over the subsets are a linear and a
    // quadratic form in x, whatever the number of subsets.

    /** Returns Σ weight · R² over the subsets. */
    Estimate estimate(double[] weights, double level) {
      int k = moments.columns;
      double sum = 0;
      double[] linear = new double[k];
      double[][] quadratic = new double[k][k];
      for (int subset = 1; subset < weights.length; subset++) {
        double[] slope = slopes[subset];
        sum += weights[subset] * explained[subset];
        for (int i = 0; i < k; i++) {
          double weighted = weights[subset] * slope[i];
          linear[i] += weighted;
          for (int j = 0; j < k; j++) {
            quadratic[i][j] += weighted * slope[j];
          }
        }
      }
      double value = Math.max(0, Math.min(1, sum));
      double error = moments.standardError((pattern, y) -> {
        double fitted = 0;
        double square = 0;
        for (int i = 0; i < k; i++) {
          double x = ThemeMoments.bit(pattern, i) - moments.shares[i];
          fitted += linear[i] * x;
          for (int j = 0; j < k; j++) {
            square += quadratic[i][j] * x * (ThemeMoments.bit(pattern, j) - moments.shares[j]);
          }
        }
        return (2 * y * fitted - square - value * y * y) / moments.variance;
      });
      return Estimate.within(0, 1, value, moments.n, error, level);
    }
  }
}
