package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of respondents of whom some gave several: one person's twelve tickets are not twelve
 * voices.
 *
 * <p>For each respondent c with m_c answers and the sum T_c of their scores, the variance of the mean
 * over n answers of m respondents is
 *
 * <pre>v = m/(m − 1) · Σ (T_c − m_c · mean)² / n²</pre>
 *
 * (Taylor linearisation of a ratio with respondents as clusters, Särndal, Swensson &amp; Wretman 1992;
 * {@code svymean} of R's package survey with {@code id = ~respondent}). That needs no more than the
 * sums of m_c², m_c T_c and T_c², which are kept as whole numbers: so it has the same few hundred bytes
 * for ten respondents and for ten million, and {@code plus} and {@code minus} are exact.
 *
 * <p>Both sides of a {@code plus} must have different respondents, such as those of two regions; the
 * sums of two days cannot tell whether somebody answered on both. Immutable and safe for use by several
 * threads.
 *
 * @since 0.1
 */
public final class ClusteredTally {

  private final Tally tally;
  private final long respondents;
  private final BigInteger squaredCounts;
  private final BigInteger products;
  private final BigInteger squaredTotals;

  private ClusteredTally(
      Tally tally,
      long respondents,
      BigInteger squaredCounts,
      BigInteger products,
      BigInteger squaredTotals) {
    if (tally.cells().stream()
            .mapToDouble(Tally.Cell::inclusionProbability)
            .distinct()
            .count()
        > 1) {
      throw new IllegalArgumentException(
          "answers of a clustered tally must have one inclusion probability, but have several: tally them by probability, or use Score.of(Tally), which weights them");
    }
    this.tally = tally;
    this.respondents = respondents;
    this.squaredCounts = squaredCounts;
    this.products = products;
    this.squaredTotals = squaredTotals;
  }

  /** Returns the tally without respondents. */
  public static ClusteredTally empty(MetricDefinition metric) {
    return new ClusteredTally(
        Tally.empty(metric), 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
  }

  /**
   * Returns the tally of these respondents.
   *
   * @param respondents for each respondent all answers that he or she gave; somebody without answers
   *     is none
   * @throws IllegalArgumentException if one of them is of another series, or answers were included
   *     with different probabilities
   */
  public static ClusteredTally of(MetricDefinition metric, Collection<Tally> respondents) {
    ClusteredTally sum = empty(metric);
    for (Tally each : respondents) {
      sum = sum.withRespondent(each);
    }
    return sum;
  }

  /**
   * Returns this tally with one more respondent.
   *
   * @param answers all answers that he or she gave; without any nothing changes
   * @throws IllegalArgumentException if they are of another series, or were included with another
   *     probability
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public ClusteredTally withRespondent(Tally answers) {
    BigInteger count = BigInteger.valueOf(answers.n());
    BigInteger total = total(answers);
    return plus(new ClusteredTally(
        answers,
        answers.n() == 0 ? 0 : 1,
        count.multiply(count),
        count.multiply(total),
        total.multiply(total)));
  }

  /**
   * Returns the answers of both tallies, which must have no respondent in common.
   *
   * @throws IllegalArgumentException if the other tally is of another series, or its answers were
   *     included with another probability
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public ClusteredTally plus(ClusteredTally other) {
    return new ClusteredTally(
        tally.plus(other.tally),
        Counts.sum("number of respondents", respondents, other.respondents),
        squaredCounts.add(other.squaredCounts),
        products.add(other.products),
        squaredTotals.add(other.squaredTotals));
  }

  /**
   * Returns the answers of this tally without those of the other one, whose respondents must be among
   * the respondents of this one, with the same answers.
   *
   * @throws IllegalArgumentException if the other tally is of another series, or cannot be a part of
   *     this one
   */
  public ClusteredTally minus(ClusteredTally other) {
    Tally rest = tally.minus(other.tally);
    long left = respondents - other.respondents;
    BigInteger counts = squaredCounts.subtract(other.squaredCounts);
    BigInteger totals = squaredTotals.subtract(other.squaredTotals);
    if (left < 0 || (left == 0) != (rest.n() == 0) || counts.signum() < 0 || totals.signum() < 0) {
      throw new IllegalArgumentException(
          "cannot take %d respondents with %d answers out of %d with %d: they are not among them with these answers"
              .formatted(other.respondents, other.n(), respondents, n()));
    }
    return new ClusteredTally(rest, left, counts, products.subtract(other.products), totals);
  }

  /** Returns the metric that was answered. */
  public MetricDefinition metric() {
    return tally.metric();
  }

  /** Returns the number of answers, at least 0. */
  public long n() {
    return tally.n();
  }

  /** Returns the number of respondents, at least 0. */
  public long respondents() {
    return respondents;
  }

  /** Returns the answers, whoever gave them. */
  public Tally tally() {
    return tally;
  }

  /** Returns n²/Σ m², how many there are if each respondent has one voice; NaN without answers. */
  double voices() {
    return (double) n() * n() / squaredCounts.doubleValue();
  }

  /** Returns √v in units of the metric; NaN with fewer than two respondents. */
  double standardError() {
    if (respondents < 2) {
      return Double.NaN;
    }
    // n² Σ (T − m·mean)², in whole numbers, because the three terms nearly cancel.
    BigInteger n = BigInteger.valueOf(n());
    BigInteger sum = total(tally);
    BigInteger spread = n.multiply(n)
        .multiply(squaredTotals)
        .subtract(n.multiply(sum).multiply(products).shiftLeft(1))
        .add(sum.multiply(sum).multiply(squaredCounts));
    double share = new BigDecimal(spread)
        .divide(new BigDecimal(n.pow(4)), MathContext.DECIMAL64)
        .doubleValue();
    double more = (double) respondents / (respondents - 1);
    return metric().factor() * Math.sqrt(more * share);
  }

  private static BigInteger total(Tally answers) {
    BigInteger total = BigInteger.ZERO;
    for (Tally.Cell each : answers.cells()) {
      long score = answers.metric().scoreOf(each.point());
      total = total.add(BigInteger.valueOf(score).multiply(BigInteger.valueOf(each.count())));
    }
    return total;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClusteredTally that
        && respondents == that.respondents
        && tally.equals(that.tally)
        && squaredCounts.equals(that.squaredCounts)
        && products.equals(that.products)
        && squaredTotals.equals(that.squaredTotals);
  }

  @Override
  public int hashCode() {
    return List.of(tally, respondents, squaredCounts, products, squaredTotals).hashCode();
  }

  /** Returns the counts as people read them, such as {@code 2 respondents, csat/1:1-5 n = 3 (5: 3)}. */
  @Override
  public String toString() {
    return respondents + " respondents, " + tally;
  }
}
