package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of a difference for those who look every day and stop when they like what they see.
 *
 * <p>A 95 % interval that is looked at once misses the truth one time in twenty. Looked at daily for a
 * year it misses it, sooner or later, far more often. These intervals are wider, and all of them
 * together hold the truth with the level. For a mean of n answers with the standard deviation sd the
 * half width is
 *
 * <pre>{@code
 * sd √(2(nρ + 1)/(n²ρ) · ln(√(nρ + 1)/α)),   ρ = (−2 ln α + ln(1 − 2 ln α))/tightestAt
 * }</pre>
 *
 * <p>with α = 1 − level, an asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy
 * &amp; Ramdas 2024). It is z(n) · sd/√n for a {@linkplain #multiplier z(n)} that depends on n
 * alone, so a difference takes z(n) in place of 1.96 into the MOVER interval of {@link Difference}: for
 * many answers that is the same, and a new group of thirty who all agree is not taken for a certainty.
 * The n of a difference is the harmonic mean of both numbers of answers, which is the number per group
 * where they are equal. One group may be complete from the start, such as the time before: estimates of
 * a difference that grow out of each other have independent increments on the scale of their
 * information (Jennison &amp; Turnbull 2000), whichever group grows.
 *
 * @param tightestAt the number of answers per group at which the intervals are narrowest compared
 *     with others of their kind, above 0: when one expects to decide
 * @param level the level of all intervals together, between 0 and 1, both excluded
 * @since 0.1
 */
public record ConfidenceSequence(double tightestAt, double level) {

  /** The number of answers that each group needs before there is an interval, 25. */
  public static final int MIN_ANSWERS = 25;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public ConfidenceSequence {
    if (!(tightestAt > 0 && Double.isFinite(tightestAt))) {
      throw new IllegalArgumentException("tightestAt must be above 0, but was " + tightestAt);
    }
    Levels.require(level);
  }

  /** Returns the sequence with the level 95 % that is tightest for so many answers per group. */
  public static ConfidenceSequence tightestAt(double answers) {
    return new ConfidenceSequence(answers, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * What is seen on one day.
   *
   * @param day the day
   * @param reference all answers of the reference until then
   * @param compared all answers of the compared group until then
   * @param interval the interval of the difference, or null while a group has less than {@link
   *     #MIN_ANSWERS}
   * @param verdict better or worse if the interval excludes 0
   */
  public record Look(
      LocalDate day,
      Score reference,
      Score compared,
      @Nullable ConfidenceInterval interval,
      Verdict verdict) {}

  /**
   * Returns how many standard errors the interval spans to each side after n answers per group.
   *
   * @param n the number of answers, above 0
   * @throws IllegalArgumentException if {@code n} is not above 0
   */
  public double multiplier(double n) {
    if (!(n > 0)) {
      throw new IllegalArgumentException("n must be above 0, but was " + n);
    }
    double alpha = 1 - level;
    double rho = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tightestAt;
    double relative = n * rho;
    // ln(√(x + 1)/α), where log1p keeps the digits of a small x.
    double logarithm = Math.log1p(relative) / 2 - Math.log(alpha);
    return Math.sqrt(2 * (relative + 1) / relative * logarithm);
  }

  /**
   * Returns the half width for a mean of n answers with a standard deviation, by the formula above, in
   * the units of the deviation.
   *
   * @param deviation the standard deviation of single answers, at least 0
   * @param n the number of answers, above 0
   * @throws IllegalArgumentException if a value is out of bounds
   */
  public double halfWidth(double deviation, double n) {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation must be at least 0, but was " + deviation);
    }
    return deviation * multiplier(n) / Math.sqrt(n);
  }

  /**
   * Returns the interval of a difference as it may be looked at at any time, or empty while one of the
   * groups has fewer than {@link #MIN_ANSWERS} answers.
   *
   * @param reference all answers of the reference until now
   * @param compared all answers of the compared group until now
   * @throws IllegalArgumentException if the scores are of different series
   */
  public Optional<ConfidenceInterval> interval(Score reference, Score compared) {
    Contrast contrast = Difference.between(reference, compared, level).contrast();
    if (reference.n() < MIN_ANSWERS || compared.n() < MIN_ANSWERS) {
      return Optional.empty();
    }
    double n = 2 / (1 / reference.effectiveN() + 1 / compared.effectiveN());
    return Optional.of(contrast.interval(multiplier(n), level, IntervalMethod.CONFIDENCE_SEQUENCE));
  }

  /**
   * Returns what is seen on each day while answers of one group come in.
   *
   * @param reference the complete answers of the reference
   * @param compared the new answers of each day; not summed up
   * @return a look for each day that is given, in order
   * @throws IllegalArgumentException if the tallies are of different series
   */
  public List<Look> follow(Tally reference, SortedMap<LocalDate, Tally> compared) {
    SortedMap<LocalDate, Tally> complete = new TreeMap<>();
    if (!compared.isEmpty()) {
      complete.put(compared.firstKey(), reference);
    }
    return follow(complete, compared);
  }

  /**
   * Returns what is seen on each day while answers of both groups come in.
   *
   * @param reference the new answers of each day; not summed up
   * @param compared the new answers of each day; not summed up
   * @return a look for each day that is given on either side, in order
   * @throws IllegalArgumentException if the tallies are of different series
   */
  public List<Look> follow(
      SortedMap<LocalDate, Tally> reference, SortedMap<LocalDate, Tally> compared) {
    SortedSet<LocalDate> days = new TreeSet<>(reference.keySet());
    days.addAll(compared.keySet());
    if (days.isEmpty()) {
      return List.of();
    }
    SortedMap<LocalDate, Tally> either = reference.isEmpty() ? compared : reference;
    Tally none = Tally.empty(either.values().iterator().next().metric());
    Tally first = none;
    Tally second = none;
    List<Look> looks = new ArrayList<>();
    for (LocalDate day : days) {
      first = first.plus(reference.getOrDefault(day, none));
      second = second.plus(compared.getOrDefault(day, none));
      looks.add(look(day, Score.of(first), Score.of(second)));
    }
    return Collections.unmodifiableList(looks);
  }

  private Look look(LocalDate day, Score reference, Score compared) {
    ConfidenceInterval interval = interval(reference, compared).orElse(null);
    Verdict verdict =
        interval == null ? Verdict.CANNOT_TELL : Verdict.of(interval, reference.metric());
    return new Look(day, reference, compared, interval, verdict);
  }
}
