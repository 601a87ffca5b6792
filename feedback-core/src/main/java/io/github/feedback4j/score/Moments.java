package io.github.feedback4j.score;

import io.github.feedback4j.survey.LostTimeQuestion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * How many minutes were given how often, as far as their mean and its error need it: n, Σ x and Σ x² in
 * whole numbers, so that {@code plus} and {@code minus} are exact in any order.
 *
 * @param n how many answers there are, at least 0
 * @param sum Σ x, the sum of the minutes
 * @param squares Σ x², the sum of their squares
 * @since 0.1
 */
public record Moments(long n, long sum, BigInteger squares) {

  /** The greatest answer, a year of minutes. */
  public static final int MAX_MINUTES = LostTimeQuestion.MAX_MINUTES;

  private static final Moments NONE = new Moments(0, 0, BigInteger.ZERO);

  /**
   * Checks that there are answers with these sums.
   *
   * @throws IllegalArgumentException if a number is negative, or no minutes have these sums
   */
  public Moments {
    Counts.require("n", n);
    Counts.require("sum of minutes", sum);
    BigInteger total = BigInteger.valueOf(sum);
    // Σx ≤ Σx² for whole numbers, and (Σx)² ≤ n Σx² for all (Cauchy and Schwarz).
    boolean possible = squares.compareTo(total) >= 0
        && total.multiply(total).compareTo(squares.multiply(BigInteger.valueOf(n))) <= 0
        && (n > 0 || squares.signum() == 0);
    if (!possible) {
      throw new IllegalArgumentException(
          "no %d numbers of minutes have the sum %d and the sum of squares %s: keep the three together as they were counted"
              .formatted(n, sum, squares));
    }
  }

  /** Returns the moments of no answers. */
  public static Moments none() {
    return NONE;
  }

  /**
   * Returns the moments of these answers.
   *
   * @param minutes 0 to {@value #MAX_MINUTES} each
   * @throws IllegalArgumentException that names an answer out of bounds
   */
  public static Moments of(int... minutes) {
    Moments sum = NONE;
    for (int each : minutes) {
      sum = sum.with(each, 1);
    }
    return sum;
  }

  /**
   * Returns these moments with some more answers of the same length.
   *
   * @param minutes 0 to {@value #MAX_MINUTES}
   * @param count how many such answers there are, at least 0
   * @throws IllegalArgumentException that names the value which is out of bounds
   * @throws ArithmeticException if the minutes are more than a long can hold
   */
  public Moments with(int minutes, long count) {
    if (minutes < 0 || minutes > MAX_MINUTES) {
      throw new IllegalArgumentException(
          "minutes must be between 0 and %d, but were %d".formatted(MAX_MINUTES, minutes));
    }
    Counts.require("count of answers", count);
    long total;
    try {
      total = Math.multiplyExact(minutes, count);
    } catch (ArithmeticException e) {
      throw new ArithmeticException(
          "sum of minutes must be at most %d, but %d answers of %d are more"
              .formatted(Long.MAX_VALUE, count, minutes));
    }
    BigInteger ofSquares = BigInteger.valueOf(total).multiply(BigInteger.valueOf(minutes));
    return plus(new Moments(count, total, ofSquares));
  }

  /**
   * Returns the moments of both.
   *
   * @throws ArithmeticException if the minutes are more than a long can hold
   */
  public Moments plus(Moments other) {
    return new Moments(
        Counts.sum("number of answers", n, other.n),
        Counts.sum("sum of minutes", sum, other.sum),
        squares.add(other.squares));
  }

  /**
   * Returns these moments without those of the other answers, which must be among these.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  public Moments minus(Moments other) {
    if (other.n > n || other.sum > sum) {
      throw new IllegalArgumentException(
          "cannot take %d answers with %d minutes out of %d with %d: they are not among them"
              .formatted(other.n, other.sum, n, sum));
    }
    return new Moments(n - other.n, sum - other.sum, squares.subtract(other.squares));
  }

  /** Returns Σ x / n in minutes, or empty without answers. */
  public OptionalDouble mean() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / n);
  }

  /**
   * Returns s² = (n Σ x² − (Σ x)²) / (n (n − 1)) in squared minutes, or empty with fewer than two
   * answers; 0 where all agree.
   */
  public OptionalDouble variance() {
    if (n < 2) {
      return OptionalDouble.empty();
    }
    BigInteger count = BigInteger.valueOf(n);
    BigInteger total = BigInteger.valueOf(sum);
    BigInteger spread = count.multiply(squares).subtract(total.multiply(total));
    BigInteger of = count.multiply(count.subtract(BigInteger.ONE));
    return OptionalDouble.of(
        new BigDecimal(spread).divide(new BigDecimal(of), MathContext.DECIMAL64).doubleValue());
  }
}
