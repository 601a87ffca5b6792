package io.github.feedback4j.insight;

/**
 * What teams have in common and how much they really differ, by DerSimonian &amp; Laird (1986): the
 * arithmetic behind {@link Shrinkage}.
 */
final class RandomEffects {

  // Each team has a true value θ_i; these scatter with the variance τ² about a mean μ, and what is
  // seen scatters with the known variance v_i about θ_i. With weights w_i = 1/v_i and the weighted
  // mean ȳ, the excess of Q = Σ w_i (y_i − ȳ)² over the k − 1 that chance alone would give is due
  // to
  // τ². Given τ², μ is the mean with weights 1/(v_i + τ²), and the best prediction of θ_i lies
  // between
  // y_i and μ, the nearer to y_i the smaller v_i is (Robinson 1991).

  private final double[] values;
  private final double[] variances;
  final double betweenVariance;
  final double mean;
  final double varianceOfMean;

  /** Estimates from at least one value; variances are finite and above 0. */
  RandomEffects(double[] values, double[] variances) {
    this.values = values;
    this.variances = variances;
    this.betweenVariance = betweenVariance();
    this.mean = mean(betweenVariance);
    this.varianceOfMean = 1 / totalWeight(betweenVariance);
  }

  private double betweenVariance() {
    double center = mean(0);
    // Relative to the mean weight, so that no square of a weight overflows.
    double unit = totalWeight(0) / values.length;
    double q = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double distance = values[i] - center;
      q += distance * distance / variances[i];
      double weight = 1 / variances[i] / unit;
      squares += weight * weight;
    }
    double denominator = unit * (values.length - squares / values.length);
    double excess = q - (values.length - 1);
    return excess > 0 && denominator > 0 ? excess / denominator : 0;
  }

  private double mean(double between) {
    // As a distance from the first value, so that equal values have that very mean.
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (values[i] - values[0]) / (variances[i] + between);
    }
    return values[0] + sum / totalWeight(between);
  }

  private double totalWeight(double between) {
    double sum = 0;
    for (double each : variances) {
      sum += 1 / (each + between);
    }
    return sum;
  }

  /** Returns how much of the value of a team remains, 0 to 1. */
  double kept(int i) {
    return betweenVariance / (betweenVariance + variances[i]);
  }

  /** Returns the best linear unbiased prediction of the true value of a team. */
  double predicted(int i) {
    return mean + kept(i) * (values[i] - mean);
  }

  /** Returns the standard error of that prediction, τ² taken as known. */
  double standardError(int i) {
    double moved = 1 - kept(i);
    return Math.sqrt(kept(i) * variances[i] + moved * moved * varianceOfMean);
  }
}
