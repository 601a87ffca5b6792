package io.github.feedback4j.insight;

import io.github.feedback4j.insight.Contrast.Side;
import io.github.feedback4j.insight.Contrast.Term;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.MetricDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * By how much one group of answers differs from another, how sure that is, and how small a difference
 * could be seen at all.
 *
 * <p>The value is the score of the compared group minus that of the reference, in units of the metric.
 * Its interval is found from the two score intervals by MOVER, the method of variance estimates
 * recovery (Zou &amp; Donner 2008): with the values m₁ and m₂ and their limits l and u it is
 *
 * <pre>{@code
 * L = m₂ − m₁ − √((m₂ − l₂)² + (u₁ − m₁)²)
 * U = m₂ − m₁ + √((u₂ − m₂)² + (m₁ − l₁)²)
 * }</pre>
 *
 * <p>which is method 10 of Newcombe (1998) for two percentages, and serves every metric, weighted or
 * not. Groups must be independent: no person answers in both. Without answers in one of the groups
 * there is neither value, interval nor p-value, and the verdict is {@link Verdict#CANNOT_TELL}; one
 * answer in each is enough for all of them.
 *
 * <p>Immutable and safe for use by several threads. Two differences are equal if they compare equal
 * scores at the same level.
 *
 * @since 0.1
 */
public final class Difference {

  /** The probability with which a difference as large as the detectable one is seen, 80 %. */
  public static final double POWER = 0.80;

  /** The smallest p-value that is reported; a smaller one is given as this one. */
  public static final double SMALLEST_P = 1e-300;

  private static final int MAX_DECIMALS = 15;

  private final MetricDefinition metric;
  private final Contrast contrast;
  private final double level;
  private final @Nullable ConfidenceInterval interval;

  private Difference(MetricDefinition metric, Contrast contrast, double level) {
    this.metric = metric;
    this.contrast = contrast;
    this.level = level;
    this.interval = contrast.hasData() ? contrast.interval(level) : null;
  }

  /** Returns how {@code compared} differs from {@code reference}, with a 95 % interval. */
  public static Difference between(Score reference, Score compared) {
    return between(reference, compared, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns how {@code compared} differs from {@code reference}.
   *
   * @param reference what is compared with: the time before, the rest, the other channel
   * @param compared what is judged
   * @param level the level of the interval, between 0 and 1, both excluded; the verdict and the
   *     detectable difference belong to it
   * @throws IllegalArgumentException if the scores are of different series, or the level is out of
   *     bounds
   */
  public static Difference between(Score reference, Score compared, double level) {
    requireSameSeries(reference.metric(), compared.metric());
    Score pooled = pooled(reference, compared);
    return of(
        reference.metric(),
        List.of(
            new Term(Side.REFERENCE, -1, reference, pooled),
            new Term(Side.COMPARED, 1, compared, pooled)),
        level);
  }

  /**
   * Returns the difference in differences: by how much a group changed more than one that was left
   * alone (Ashenfelter &amp; Card 1985).
   *
   * <p>The value is (after − before) − (untouchedAfter − untouchedBefore); its interval comes from the
   * four score intervals by MOVER. What happened to both groups in the same way cancels out. Here the
   * reference group of answers is all from before, the compared one all from after.
   *
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the scores are of different series, or the level is out of
   *     bounds
   */
  public static Difference inDifferences(
      Score before, Score after, Score untouchedBefore, Score untouchedAfter, double level) {
    requireSameSeries(before.metric(), after.metric());
    requireSameSeries(before.metric(), untouchedBefore.metric());
    requireSameSeries(before.metric(), untouchedAfter.metric());
    Score touched = pooled(before, after);
    Score untouched = pooled(untouchedBefore, untouchedAfter);
    return of(
        before.metric(),
        List.of(
            new Term(Side.REFERENCE, -1, before, touched),
            new Term(Side.COMPARED, 1, after, touched),
            new Term(Side.REFERENCE, 1, untouchedBefore, untouched),
            new Term(Side.COMPARED, -1, untouchedAfter, untouched)),
        level);
  }

  /** Returns the sum of scores that this difference is. */
  Contrast contrast() {
    return contrast;
  }

  /** Returns by how much this change from reference to compared exceeds that of another group. */
  Difference inDifferencesTo(Score untouchedReference, Score untouchedCompared) {
    List<Term> terms = contrast.terms();
    return inDifferences(
        terms.get(0).score(), terms.get(1).score(), untouchedReference, untouchedCompared, level);
  }

  /** Returns the weighted sum of these scores as a difference. */
  static Difference of(MetricDefinition metric, List<Term> terms, double level) {
    return new Difference(metric, new Contrast(metric, terms), Levels.require(level));
  }

  /** Returns the score of the answers of both. */
  static Score pooled(Score one, Score other) {
    return Score.of(one.tally().plus(other.tally()));
  }

  /** Throws what is wrong if two metrics do not measure the same. */
  static void requireSameSeries(MetricDefinition one, MetricDefinition other) {
    if (!one.equals(other)) {
      throw new IllegalArgumentException(
          "scores must be of the same series to be compared, but are of %s and %s"
              .formatted(one, other));
    }
  }

  /** Returns the metric that is compared. */
  public MetricDefinition metric() {
    return metric;
  }

  /** Returns the level of the interval and of the verdict, between 0 and 1. */
  public double level() {
    return level;
  }

  /** Returns how many answers the reference group has, at least 0. */
  public long referenceN() {
    return contrast.n(Side.REFERENCE);
  }

  /** Returns how many answers the compared group has, at least 0. */
  public long comparedN() {
    return contrast.n(Side.COMPARED);
  }

  /**
   * Returns the score of the compared group minus that of the reference, in units of the metric, or
   * empty if one of them has no answers.
   */
  public OptionalDouble value() {
    return interval == null ? OptionalDouble.empty() : OptionalDouble.of(contrast.value());
  }

  /** Returns the differences that the answers do not rule out, or empty without a value. */
  public Optional<ConfidenceInterval> interval() {
    return Optional.ofNullable(interval);
  }

  /**
   * Returns the probability of answers at least as far apart if there were no difference, two-sided,
   * or empty without a value.
   *
   * <p>It is found by inversion of the interval: an interval of the level 1 − p has one limit at 0. So
   * the interval excludes 0 just when p is below 1 − level. It is computed on the scale of standard
   * errors and keeps its digits down to {@link #SMALLEST_P}. Each call searches anew, which takes
   * some 60 intervals.
   */
  public OptionalDouble p() {
    if (interval == null) {
      return OptionalDouble.empty();
    }
    double p = Math.max(SMALLEST_P, contrast.p());
    // At the very limit, rounding must not let the two disagree.
    double limit = 1 - level;
    return OptionalDouble.of(
        interval.contains(0) ? Math.max(p, limit) : Math.min(p, Math.nextDown(limit)));
  }

  /**
   * Returns what may be said: better or worse, by the direction of the metric, if the interval
   * excludes 0, else that there is no telling.
   */
  public Verdict verdict() {
    return interval == null ? Verdict.CANNOT_TELL : Verdict.of(interval, metric);
  }

  /**
   * Returns the smallest true difference that such a comparison finds with a {@linkplain #POWER
   * probability of 80 %}, for the present numbers of answers; see {@link
   * #detectableDifference(double, double)}.
   */
  public OptionalDouble detectableDifference() {
    return interval == null
        ? OptionalDouble.empty()
        : detectableDifference(
            contrast.effectiveN(Side.REFERENCE), contrast.effectiveN(Side.COMPARED));
  }

  /**
   * Returns the smallest true difference that a comparison of so many answers finds with a
   * {@linkplain #POWER probability of 80 %}, in units of the metric.
   *
   * <p>It is (z₁ + z₂)/z₁ times the half width that the interval has where both groups have the pooled
   * shares of all answers, with z₁ of the level and z₂ = 0.84 of the power. For many answers that is
   * (z₁ + z₂) · s · √(1/n₁ + 1/n₂), the formula of textbooks (Cohen 1988), s being the standard
   * deviation of the pooled answers; for few, or where all agree, it stays honest where that one goes
   * to 0.
   *
   * @param referenceN the number of answers of the reference, above 0; of equal weight
   * @param comparedN the number of answers of the compared group, above 0; of equal weight
   * @return the difference, above 0; empty if one of the groups has no answers yet, or if even the
   *     greatest difference that the scale allows would be missed more often than that
   * @throws IllegalArgumentException if a number of answers is not above 0
   */
  public OptionalDouble detectableDifference(double referenceN, double comparedN) {
    requireAnswers("referenceN", referenceN);
    requireAnswers("comparedN", comparedN);
    if (interval == null) {
      return OptionalDouble.empty();
    }
    double z = Contrast.z(level);
    double factor = (z + Contrast.zOfTail(1 - POWER)) / z;
    double detectable = factor * contrast.halfWidthOfPooled(referenceN, comparedN, level);
    return detectable < contrast.range() ? OptionalDouble.of(detectable) : OptionalDouble.empty();
  }

  private static void requireAnswers(String name, double n) {
    if (!(n > 0 && Double.isFinite(n))) {
      throw new IllegalArgumentException(
          name + " must be above 0, as no answers detect nothing, but was " + n);
    }
  }

  /**
   * Returns the value for display, rounded half away from zero, or empty without a value.
   *
   * <p>Where two groups are compared in which all answers weigh the same, it is rounded from the
   * counts, not from the difference of two floating-point numbers; swapping the groups changes
   * nothing but the sign.
   *
   * @param decimals the number of decimals, 0 to 15
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   */
  public Optional<BigDecimal> rounded(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be between 0 and " + MAX_DECIMALS + ", but was " + decimals);
    }
    if (interval == null) {
      return Optional.empty();
    }
    return Optional.of(contrast
        .exactly(decimals)
        .orElseGet(
            () -> new BigDecimal(contrast.value()).setScale(decimals, RoundingMode.HALF_UP)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Difference that
        && metric.equals(that.metric)
        && contrast.terms().equals(that.contrast.terms())
        && level == that.level;
  }

  @Override
  public int hashCode() {
    return 31 * contrast.terms().hashCode() + Double.hashCode(level);
  }

  /**
   * Returns the difference as people read it, such as {@code csat +20 (95 % interval 5 to 33, n = 80
   * and 70): better} or {@code csat: not enough data}.
   */
  @Override
  public String toString() {
    if (interval == null) {
      return metric.id() + ": not enough data";
    }
    int decimals = metric.unit().decimals();
    BigDecimal value = rounded(decimals).orElseThrow();
    String said = switch (verdict()) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case CANNOT_TELL -> "cannot tell";
    };
    return String.format(
        Locale.ROOT,
        "%s %s%s (%s %% interval %s to %s, n = %d and %d): %s",
        metric.id(),
        value.signum() > 0 ? "+" : "",
        value.toPlainString(),
        BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString(),
        interval.roundedLow(decimals).toPlainString(),
        interval.roundedHigh(decimals).toPlainString(),
        referenceN(),
        comparedN(),
        said);
  }
}
