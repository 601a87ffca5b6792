package io.github.feedback4j.insight;

/**
 * An exponentially weighted moving average of standardised readings, and its limits: small changes that
 * last show here before they show in any single reading.
 *
 * <p>{@code E(t) = λ z(t) + (1 − λ) E(t − 1)}, {@code E(0) = 0}, with limits {@code ± width · √(λ/(2 −
 * λ) · (1 − (1 − λ)^2t))} that are exact in t (Roberts 1959). The readings must have the mean 0 and the
 * variance 1 while nothing changes. A state and nothing else: keep it, and go on tomorrow.
 *
 * @param lambda the weight of the newest reading, above 0 and at most 1
 * @param width how many standard deviations the limits are away, above 0
 * @param readings how many readings there were, at least 0; without any the limits are 0
 * @param value the average, in standard deviations of a reading
 * @since 0.1
 */
public record Ewma(double lambda, double width, long readings, double value) {

  /** The weight unless said otherwise, 0.2. */
  public static final double DEFAULT_LAMBDA = 0.2;

  /** The width unless said otherwise, 3: a false signal in some 560 readings. */
  public static final double DEFAULT_WIDTH = 3;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public Ewma {
    if (!(lambda > 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda must be above 0 and at most 1, but was " + lambda);
    }
    if (!(width > 0 && width <= 10)) {
      throw new IllegalArgumentException("width must be above 0 and at most 10, but was " + width);
    }
    if (readings < 0) {
      throw new IllegalArgumentException("readings must be at least 0, but was " + readings);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value must be finite, but was " + value);
    }
  }

  /** Returns the average before the first reading, with λ = 0.2 and limits at 3. */
  public static Ewma start() {
    return start(DEFAULT_LAMBDA, DEFAULT_WIDTH);
  }

  /**
   * Returns the average before the first reading.
   *
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public static Ewma start(double lambda, double width) {
    return new Ewma(lambda, width, 0, 0);
  }

  /**
   * Returns the average after one more reading.
   *
   * @throws IllegalArgumentException if the reading is not finite
   */
  public Ewma next(double reading) {
    if (!Double.isFinite(reading)) {
      throw new IllegalArgumentException("reading must be finite, but was " + reading);
    }
    return new Ewma(lambda, width, readings + 1, lambda * reading + (1 - lambda) * value);
  }

  /** Returns the upper limit; the lower one is the same below 0. */
  public double limit() {
    double settled = -Math.expm1(2 * readings * Math.log1p(-lambda));
    return lambda == 1 && readings == 0 ? 0 : width * Math.sqrt(lambda / (2 - lambda) * settled);
  }

  /** Returns whether the average is above the upper limit. */
  public boolean isHigh() {
    return value > limit();
  }

  /** Returns whether the average is below the lower limit. */
  public boolean isLow() {
    return value < -limit();
  }
}
