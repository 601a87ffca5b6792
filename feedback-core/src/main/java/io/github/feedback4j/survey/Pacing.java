package io.github.feedback4j.survey;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How many answers a survey wants per day, week or month, evenly over its days and hours.
 *
 * <p>Each day has a budget, and the budgets of a period add up to the number. What a day leaves
 * unused is spread over the days that are left, so a quiet weekend, or a survey that starts in the
 * middle of a month, makes no burst; what a period leaves unused is gone. Within a day the budget is
 * released answer by answer between {@code from} and {@code until}, at moments that differ from day
 * to day, so the first people of the morning cannot use it up. Nothing of it is drawn: every node,
 * and every restart, comes to the same.
 *
 * <p>An answer is held by its invitation and freed as with a {@link Quota}.
 *
 * @param answers the number of answers per period, 1 to {@value Quota#MAX_ANSWERS}
 * @param per the period: day, week or month
 * @param zone where days begin
 * @param from the time of the day from which its budget is released
 * @param until the time of the day at which all of it is released; midnight is the end of the day
 * @since 0.1
 */
public record Pacing(int answers, Per per, ZoneId zone, LocalTime from, LocalTime until) {

  /** Checks the number, the period and the times. */
  public Pacing {
    Quota.requireAnswers(answers);
    if (per == Per.TOTAL) {
      throw new IllegalArgumentException(
          "per must be day, week or month for pacing, but was total; use a quota for all answers together");
    }
    if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "until (%s) must be after from (%s), or 00:00 for the end of the day"
              .formatted(until, from));
    }
  }

  /** Returns the pacing of this many answers per day of UTC, over the whole day. */
  public static Pacing perDay(int answers) {
    return of(answers, Per.DAY);
  }

  /** Returns the pacing of this many answers per week of UTC, from Monday, over whole days. */
  public static Pacing perWeek(int answers) {
    return of(answers, Per.WEEK);
  }

  /** Returns the pacing of this many answers per calendar month of UTC, over whole days. */
  public static Pacing perMonth(int answers) {
    return of(answers, Per.MONTH);
  }

  private static Pacing of(int answers, Per per) {
    return new Pacing(answers, per, Quota.DEFAULT_ZONE, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  /** Returns this pacing with days that begin in another zone. */
  public Pacing withZone(ZoneId zone) {
    return new Pacing(answers, per, zone, from, until);
  }

  /**
   * Returns this pacing with another time of the day in which the budget is released, such as the
   * opening hours: answers that are released while nobody is there wait for the first who come.
   */
  public Pacing between(LocalTime from, LocalTime until) {
    return new Pacing(answers, per, zone, from, until);
  }

  /** Returns the pacing as a survey file writes it, such as {@code pacing: {answers: 200, per: month}}. */
  @Override
  public String toString() {
    return "pacing: {answers: %d, per: %s}".formatted(answers, per.word());
  }
}
