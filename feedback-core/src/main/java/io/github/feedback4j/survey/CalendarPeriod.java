package io.github.feedback4j.survey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A length of the calendar into which all time is cut: days, weeks, months, quarters, half years,
 * years, or a number of days or months.
 *
 * <p>The cuts are the same for ever and everywhere. Periods of months are counted from 1970-01-01, so
 * quarters, half years and years begin where calendars say; periods of days are counted from Monday,
 * 1970-01-05, so weeks begin on Mondays (ISO 8601). Exactly one of the two lengths is not 0.
 *
 * @param months the length in months, 0 to {@value #MAX_MONTHS}
 * @param days the length in days, 0 to {@value #MAX_DAYS}
 * @since 0.1
 */
public record CalendarPeriod(int months, int days) {

  /** The greatest length in months. */
  public static final int MAX_MONTHS = 120;

  /** The greatest length in days. */
  public static final int MAX_DAYS = 3_660;

  private static final long FIRST_MONTH = 1970 * 12L;
  private static final long FIRST_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

  private static final Map<String, CalendarPeriod> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("day", ofDays(1));
    WORDS.put("week", ofDays(7));
    WORDS.put("month", ofMonths(1));
    WORDS.put("quarter", ofMonths(3));
    WORDS.put("half-year", ofMonths(6));
    WORDS.put("year", ofMonths(12));
  }

  /** Checks the lengths. */
  public CalendarPeriod {
    if (months < 0
        || months > MAX_MONTHS
        || days < 0
        || days > MAX_DAYS
        || (months == 0) == (days == 0)) {
      throw new IllegalArgumentException(
          "period must be 1 to %d months or 1 to %d days, but was %d months and %d days"
              .formatted(MAX_MONTHS, MAX_DAYS, months, days));
    }
  }

  /** Returns the period of this many days, counted from Monday, 1970-01-05. */
  public static CalendarPeriod ofDays(int days) {
    return new CalendarPeriod(0, days);
  }

  /** Returns the period of this many months, counted from 1970-01-01. */
  public static CalendarPeriod ofMonths(int months) {
    return new CalendarPeriod(months, 0);
  }

  /** Returns the day, from midnight to midnight. */
  public static CalendarPeriod day() {
    return ofDays(1);
  }

  /** Returns the week, from Monday to Sunday. */
  public static CalendarPeriod week() {
    return ofDays(7);
  }

  /** Returns the calendar month. */
  public static CalendarPeriod month() {
    return ofMonths(1);
  }

  /** Returns the quarter, of which the first begins in January. */
  public static CalendarPeriod quarter() {
    return ofMonths(3);
  }

  /** Returns the half year, from January to June and from July to December. */
  public static CalendarPeriod halfYear() {
    return ofMonths(6);
  }

  /** Returns the calendar year. */
  public static CalendarPeriod year() {
    return ofMonths(12);
  }

  /**
   * Returns the period of a survey file: {@code day}, {@code week}, {@code month}, {@code quarter},
   * {@code half-year}, {@code year}, or ISO 8601 such as {@code P2W} and {@code P18M}.
   *
   * @throws IllegalArgumentException if the text is neither, or mixes months and days
   */
  public static CalendarPeriod parse(String text) {
    CalendarPeriod named = WORDS.get(text);
    if (named != null) {
      return named;
    }
    Period period;
    try {
      period = Period.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "period must be one of %s, or like P2W or P18M, but was '%s'"
              .formatted(String.join(", ", WORDS.keySet()), text),
          e);
    }
    return new CalendarPeriod(
        bounded(period.toTotalMonths(), MAX_MONTHS),
        bounded(period.get(ChronoUnit.DAYS), MAX_DAYS));
  }

  /** Keeps a length that is out of bounds out of bounds, as an int. */
  private static int bounded(long length, int most) {
    return (int) Math.max(-1, Math.min(most + 1, length));
  }

  /** Returns the number of the period that has this day; the one after it has the next number. */
  public long number(LocalDate day) {
    return months > 0
        ? Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1 - FIRST_MONTH, (long) months)
        : Math.floorDiv(day.toEpochDay() - FIRST_MONDAY, (long) days);
  }

  /** Returns the first day of the period of this number. */
  public LocalDate first(long number) {
    return months > 0
        ? LocalDate.EPOCH.plusMonths(number * months)
        : LocalDate.ofEpochDay(FIRST_MONDAY + number * days);
  }

  /** Returns the period as a survey file writes it. */
  @Override
  public String toString() {
    for (Map.Entry<String, CalendarPeriod> each : WORDS.entrySet()) {
      if (each.getValue().equals(this)) {
        return each.getKey();
      }
    }
    return months > 0 ? "P" + months + "M" : "P" + days + "D";
  }
}
