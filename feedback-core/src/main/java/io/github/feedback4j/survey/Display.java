package io.github.feedback4j.survey;

import java.time.ZoneId;

/**
 * How often one person meets one survey, whatever its subjects are.
 *
 * <p>The contact rules say how long somebody is left alone; this says when a survey has had its
 * chance. What limits count is never forgotten, unless the person is erased; a chance that comes back
 * with the calendar needs no more than the contacts of its period.
 *
 * @since 0.1
 */
public sealed interface Display {

  /** Returns the display of a survey that asks about each subject: no limit, the default. */
  static Display always() {
    return new Always();
  }

  /** Returns the display of a survey to which a person is invited once. */
  static Display once() {
    return atMost(1);
  }

  /** Returns the display of a survey to which a person is invited at most so many times. */
  static Display atMost(int invitations) {
    return new AtMost(invitations);
  }

  /**
   * Returns the display of a survey that is put before a person until they answer, and at most so many
   * times; an open invitation is not presented again after that either.
   */
  static Display untilAnswered(int maxShows) {
    return new UntilAnswered(maxShows);
  }

  /**
   * Returns the display of a survey to which a person is invited at most once in each period of the
   * calendar, with days that begin in UTC.
   */
  static Every every(CalendarPeriod period) {
    return new Every(period, Quota.DEFAULT_ZONE);
  }

  /** No limit. */
  record Always() implements Display {}

  /**
   * A number of invitations.
   *
   * @param invitations the greatest number, 1 to 1,000
   */
  record AtMost(int invitations) implements Display {

    /** Checks the number. */
    public AtMost {
      requireNumber("atMost", invitations);
    }
  }

  /**
   * Until there is an answer.
   *
   * @param maxShows the greatest number of times that the survey is on the person's screen, 1 to 1,000;
   *     what happens within half an hour is one time
   */
  record UntilAnswered(int maxShows) implements Display {

    /** Checks the number. */
    public UntilAnswered {
      requireNumber("untilAnswered", maxShows);
    }
  }

  /**
   * One invitation in each period.
   *
   * @param period which stretch of the calendar, at most {@value #MAX_MONTHS} months or {@value
   *     #MAX_DAYS} days: longer ones would outlive the memory of contacts
   * @param zone where days begin unless the touchpoint says where the respondent is
   */
  record Every(CalendarPeriod period, ZoneId zone) implements Display {

    /** The greatest length in months. */
    public static final int MAX_MONTHS = 24;

    /** The greatest length in days. */
    public static final int MAX_DAYS = 730;

    /** Checks the length. */
    public Every {
      if (period.months() > MAX_MONTHS || period.days() > MAX_DAYS) {
        throw new IllegalArgumentException(
            "every must be at most %d months or %d days, because contacts are forgotten after that, but was %s; for once write 'once'"
                .formatted(MAX_MONTHS, MAX_DAYS, period));
      }
    }

    /** Returns this display with days that begin in another zone. */
    public Every withZone(ZoneId zone) {
      return new Every(period, zone);
    }
  }

  private static void requireNumber(String word, int number) {
    if (number < 1 || number > 1_000) {
      throw new IllegalArgumentException(word + " must be between 1 and 1000, but was " + number);
    }
  }
}
