package io.github.feedback4j.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What people say that it cost them: the mean and the total of the minutes, of those who gave it.
 *
 * <p>The question is optional, so n is not that of the rating beside it, and the total is that of the
 * answers; {@link #saved} projects to tickets, and says how far one can trust it.
 *
 * <p>Minutes are skewed: most lose few and some lose a day. The mean of fewer than some hundred such
 * answers misses the rare days more often than not, and its interval is then too low: read it together
 * with n. Immutable and safe for use by several threads.
 *
 * @param minutes the answers
 * @since 0.1
 */
public record LostTime(Moments minutes) {

  /** The hours of a working day unless said otherwise. */
  public static final double WORK_DAY_HOURS = 8;

  /**
   * Working time that was saved, against what it was before, over a number of tickets.
   *
   * @param tickets over how many tickets
   * @param minutes the estimate, in minutes; negative if more time is lost than before
   * @param low the lower limit, in minutes
   * @param high the upper limit, in minutes
   * @param level the level of the interval, between 0 and 1
   * @param n how many answers there are now
   * @param baselineN how many there were before
   */
  public record Saved(
      long tickets, double minutes, double low, double high, double level, long n, long baselineN) {

    /** Returns whether the answers do not rule out that nothing has changed. */
    public boolean cannotTell() {
      return low <= 0 && high >= 0;
    }

    /**
     * Returns the estimate in working days.
     *
     * @param hoursPerDay above 0 and at most 24, such as {@link LostTime#WORK_DAY_HOURS}
     * @throws IllegalArgumentException if that is out of bounds
     */
    public double workDays(double hoursPerDay) {
      return inWorkDays(minutes, hoursPerDay);
    }

    /**
     * Returns the estimate in money, with two decimals, rounded half away from zero.
     *
     * @param ratePerHour what an hour of working time costs, at least 0
     * @throws IllegalArgumentException if it is negative
     */
    public BigDecimal money(BigDecimal ratePerHour) {
      return inMoney(new BigDecimal(minutes), ratePerHour);
    }
  }

  /** Returns how many people gave a time, at least 0. */
  public long n() {
    return minutes.n();
  }

  /** Returns the mean in minutes, or empty without answers. */
  public OptionalDouble mean() {
    return minutes.mean();
  }

  /** Returns s/√n in minutes, or empty with fewer than two answers; 0 where all agree. */
  public OptionalDouble standardError() {
    OptionalDouble variance = minutes.variance();
    return variance.isEmpty()
        ? variance
        : OptionalDouble.of(Math.sqrt(variance.getAsDouble() / n()));
  }

  /**
   * Returns the interval of the mean in minutes, m ± t s/√n with n − 1 degrees of freedom (Student 1908),
   * cut at 0; empty with fewer than two answers, or where all agree, since minutes have no end of the
   * scale from which a width could come.
   *
   * @param level between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public Optional<ConfidenceInterval> interval(double level) {
    ConfidenceInterval.requireLevel(level);
    double error = standardError().orElse(0);
    if (error == 0) {
      return Optional.empty();
    }
    double mean = mean().orElseThrow();
    double half = TDistribution.of(n() - 1.0).inverseSurvivalProbability((1 - level) / 2) * error;
    return Optional.of(new ConfidenceInterval(
        Math.max(0, mean - half), mean + half, level, IntervalMethod.STUDENT_T));
  }

  /** Returns the sum of the minutes of those who gave them, exactly; 0 without answers. */
  public long totalMinutes() {
    return minutes.sum();
  }

  /**
   * Returns the total in working days.
   *
   * @param hoursPerDay above 0 and at most 24, such as {@link #WORK_DAY_HOURS}
   * @throws IllegalArgumentException if that is out of bounds
   */
  public double workDays(double hoursPerDay) {
    return inWorkDays((double) totalMinutes(), hoursPerDay);
  }

  /**
   * Returns the total in money, with two decimals, rounded half away from zero.
   *
   * @param ratePerHour what an hour of working time costs, at least 0
   * @throws IllegalArgumentException if it is negative
   */
  public BigDecimal money(BigDecimal ratePerHour) {
    return inMoney(BigDecimal.valueOf(totalMinutes()), ratePerHour);
  }

  /**
   * Returns the time saved over so many tickets: tickets × (mean before − mean now), with the interval of
   * Welch (1947) and his degrees of freedom for the difference of the means; empty if one side has fewer
   * than two answers, or neither side has any spread.
   *
   * @param baseline the answers from before
   * @param tickets for how many tickets, at least 0; {@link #n} of them counts only what was told
   * @param level between 0 and 1, both excluded
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public Optional<Saved> saved(LostTime baseline, long tickets, double level) {
    ConfidenceInterval.requireLevel(level);
    Counts.require("tickets", tickets);
    if (n() < 2 || baseline.n() < 2) {
      return Optional.empty();
    }
    double now = minutes.variance().orElseThrow() / n();
    double before = baseline.minutes.variance().orElseThrow() / baseline.n();
    if (now + before == 0) {
      return Optional.empty();
    }
    double freedom = (now + before)
        * (now + before)
        / (now * now / (n() - 1) + before * before / (baseline.n() - 1));
    double difference = baseline.mean().orElseThrow() - mean().orElseThrow();
    double half = TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2)
        * Math.sqrt(now + before);
    return Optional.of(new Saved(
        tickets,
        tickets * difference,
        tickets * (difference - half),
        tickets * (difference + half),
        level,
        n(),
        baseline.n()));
  }

  private static double inWorkDays(double minutes, double hoursPerDay) {
    if (!(hoursPerDay > 0 && hoursPerDay <= 24)) {
      throw new IllegalArgumentException(
          "hoursPerDay must be above 0 and at most 24, but was " + hoursPerDay);
    }
    return minutes / (60 * hoursPerDay);
  }

  private static BigDecimal inMoney(BigDecimal minutes, BigDecimal ratePerHour) {
    if (ratePerHour.signum() < 0) {
      throw new IllegalArgumentException(
          "ratePerHour must be at least 0, but was " + ratePerHour.toPlainString());
    }
    // HALF_UP of BigDecimal is half away from zero.
    return minutes.multiply(ratePerHour).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
  }
}
