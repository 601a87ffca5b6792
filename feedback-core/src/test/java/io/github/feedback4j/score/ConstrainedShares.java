package io.github.feedback4j.score;

/**
 * The definition of the score interval, computed the long way as a check on {@link ScoreInterval}:
 * the shares p_k = q_k/(1 + t(v_k − μ)) with t found by bisection, and their variance.
 */
final class ConstrainedShares {

  private final double[] values;
  private final double[] shares;
  private final double[] distances;

  ConstrainedShares(double[] values, double[] shares, double hypotheticalMean) {
    this.values = values;
    this.shares = shares;
    this.distances = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      distances[k] = values[k] - hypotheticalMean;
    }
  }

  /** Returns Σ p_k (v_k − μ)² for the most likely shares with the mean μ. */
  double variance() {
    int last = values.length - 1;
    double low = -1 / distances[last];
    double high = -1 / distances[0];
    if (shares[last] == 0 && imbalance(low) < 0) {
      return varianceWithRest(low, last);
    }
    if (shares[0] == 0 && imbalance(high) > 0) {
      return varianceWithRest(high, 0);
    }
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (imbalance(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return varianceWithRest((low + high) / 2, -1);
  }

  private double imbalance(double t) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      if (shares[k] > 0) {
        sum += share(k, t) * distances[k];
      }
    }
    return sum;
  }

  private double share(int k, double t) {
    return shares[k] == 0 ? 0 : shares[k] / (1 + t * distances[k]);
  }

  private double varianceWithRest(double t, int emptyExtreme) {
    double variance = 0;
    double rest = 1;
    for (int k = 0; k < values.length; k++) {
      variance += share(k, t) * distances[k] * distances[k];
      rest -= share(k, t);
    }
    return emptyExtreme < 0
        ? variance
        : variance + rest * distances[emptyExtreme] * distances[emptyExtreme];
  }
}
