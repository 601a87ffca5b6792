package io.github.feedback4j.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Periods of equal length, one after the other.
 *
 * @param first the first day of the first period; days are those of UTC
 * @param days the length of each period, at least 1
 * @since 0.1
 */
public record Periods(LocalDate first, int days) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is less than a day
   */
  public Periods {
    if (days < 1) {
      throw new IllegalArgumentException("days must be at least 1, but was " + days);
    }
  }

  /**
   * Returns periods of which one ends with a day, far enough back to hold some days before it.
   *
   * @param last the last day of the last of them
   * @param total how many days they hold at least, the last day included
   * @param days the length of each period, at least 1
   * @throws IllegalArgumentException if a length is less than a day
   */
  public static Periods endingWith(LocalDate last, int total, int days) {
    if (total < 1) {
      throw new IllegalArgumentException("total must be at least 1, but was " + total);
    }
    // Rounded up; the constructor refuses a length of less than a day.
    long count = days < 1 ? 1 : (total + days - 1L) / days;
    return new Periods(last.plusDays(1).minusDays(count * days), days);
  }

  /** Returns the first day of the period of a time, or null if that is before the first period. */
  public @Nullable LocalDate startOf(Instant time) {
    long passed = LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay() - first.toEpochDay();
    return passed < 0 ? null : start(passed / days);
  }

  /** Returns the first day of a period, counted from 0. */
  public LocalDate start(long period) {
    return first.plusDays(period * days);
  }
}
