package io.github.feedback4j.survey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For which stretch of the calendar a number of answers is meant.
 *
 * @since 0.1
 */
public enum Per {
  /** For the whole life of the survey. */
  TOTAL,
  /** For a day, from midnight to midnight. */
  DAY,
  /** For a week, from Monday to Sunday (ISO 8601). */
  WEEK,
  /** For a calendar month. */
  MONTH;

  /** Returns the first day of the stretch that has this day; 1970-01-01 for {@link #TOTAL}. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case TOTAL -> LocalDate.EPOCH;
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** Returns the first day after the stretch that begins with this one, null if it never ends. */
  public @Nullable LocalDate next(LocalDate first) {
    return switch (this) {
      case TOTAL -> null;
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }

  /** Returns the word of survey files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
