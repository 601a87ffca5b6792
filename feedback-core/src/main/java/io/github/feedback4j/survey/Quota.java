package io.github.feedback4j.survey;

import java.time.ZoneId;

/**
 * How many answers a survey wants at most, in all or per day, week or month.
 *
 * <p>Each invitation holds one of the answers until it is clear that none will come: dismissing,
 * withdrawing and expiry free it for somebody else. So there are never more answers than wanted to
 * the invitations of one period, and people who do not answer use nothing up. The one way past the
 * number is somebody who answers after all, after dismissing or too late: that answer is kept and
 * counted. An invitation counts in the period in which it was made.
 *
 * @param answers the greatest number of answers, 1 to {@value #MAX_ANSWERS}
 * @param per for which stretch of the calendar
 * @param zone where days begin
 * @since 0.1
 */
public record Quota(int answers, Per per, ZoneId zone) {

  /** The greatest number of answers that a quota or pacing can have. */
  public static final int MAX_ANSWERS = 1_000_000;

  /** Where days begin unless said otherwise. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

  /** Checks the number. */
  public Quota {
    requireAnswers(answers);
  }

  /** Returns the quota of this many answers in all. */
  public static Quota total(int answers) {
    return new Quota(answers, Per.TOTAL, DEFAULT_ZONE);
  }

  /** Returns the quota of this many answers per day of UTC. */
  public static Quota perDay(int answers) {
    return new Quota(answers, Per.DAY, DEFAULT_ZONE);
  }

  /** Returns the quota of this many answers per week of UTC, from Monday. */
  public static Quota perWeek(int answers) {
    return new Quota(answers, Per.WEEK, DEFAULT_ZONE);
  }

  /** Returns the quota of this many answers per calendar month of UTC. */
  public static Quota perMonth(int answers) {
    return new Quota(answers, Per.MONTH, DEFAULT_ZONE);
  }

  /** Returns this quota with days that begin in another zone. */
  public Quota withZone(ZoneId zone) {
    return new Quota(answers, per, zone);
  }

  static void requireAnswers(int answers) {
    if (answers < 1 || answers > MAX_ANSWERS) {
      throw new IllegalArgumentException(
          "answers must be between 1 and %d, but was %d".formatted(MAX_ANSWERS, answers));
    }
  }

  /** Returns the quota as a survey file writes it, such as {@code quota: {answers: 50, per: day}}. */
  @Override
  public String toString() {
    return "quota: {answers: %d, per: %s}".formatted(answers, per.word());
  }
}
