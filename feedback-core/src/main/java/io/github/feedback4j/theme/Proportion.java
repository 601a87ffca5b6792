package io.github.feedback4j.theme;

/**
 * A share of a number of cases, with what it may be in truth.
 *
 * <p>The limits are those of the score interval of Wilson (1927) at the level of 95 %. Without a case
 * they are 0 and 1, and the share is {@link Double#NaN}.
 *
 * @param some how many of the cases it is, 0 to {@code all}
 * @param all how many cases there are, 0 or more
 * @since 0.1
 */
public record Proportion(int some, int all) {

  // The 97.5 % quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are fewer than no cases, or {@code some} is out of bounds
   */
  public Proportion {
    if (some < 0 || all < some) {
      throw new IllegalArgumentException(
          "some must be between 0 and all, but was %d of %d".formatted(some, all));
    }
  }

  /** Returns the share, 0 to 1; {@link Double#NaN} without a case. */
  public double value() {
    return (double) some / all;
  }

  /** Returns the lower limit, 0 to 1. */
  public double low() {
    return some == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** Returns the upper limit, 0 to 1. */
  public double high() {
    return some == all ? 1 : Math.min(1, middle() + reach());
  }

  // (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with p = some/n and both sides times n.
  private double middle() {
    return (some + Z * Z / 2) / (all + Z * Z);
  }

  private double reach() {
    double missing = (double) some * (all - some) / all;
    return Z * Math.sqrt(missing + Z * Z / 4) / (all + Z * Z);
  }
}
