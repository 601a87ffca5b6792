package io.github.feedback4j.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: a number of seconds, or a date in any form that HTTP allows. */
final class RetryAfter {

  /** The longest time that a collector may ask for; what is longer counts as this. */
  static final Duration MOST = Duration.ofMinutes(5);

  private static final int MOST_DIGITS = 18;

  /**
   * RFC 9110, 5.6.7: the preferred form, and the two obsolete ones that a recipient must accept, each
   * without the name of the day at its begin.
   */
  private static final List<DateTimeFormatter> DATES = List.of(
      DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss 'GMT'", Locale.US),
      DateTimeFormatter.ofPattern("dd-MMM-yy HH:mm:ss 'GMT'", Locale.US),
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy", Locale.US));

  private RetryAfter() {}

  /**
   * Returns how long to wait, between nothing and {@link #MOST}, or null if the header is missing or
   * cannot be read.
   *
   * @param header the value of {@code Retry-After}
   * @param date the value of {@code Date}; a date is meant by the clock of whoever wrote it
   * @param now the time here, for an answer without a date of its own
   */
  static @Nullable Duration parse(@Nullable String header, @Nullable String date, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.trim();
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value.length() > MOST_DIGITS
          ? MOST
          : capped(Duration.ofSeconds(Math.min(Long.parseLong(value), MOST.toSeconds())));
    }
    Instant until = instant(value);
    if (until == null) {
      return null;
    }
    Instant there = date == null ? null : instant(date.trim());
    return capped(Duration.between(there == null ? now : there, until));
  }

  private static Duration capped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }

  private static @Nullable Instant instant(String value) {
    String date = value.substring(value.indexOf(' ') + 1);
    for (DateTimeFormatter each : DATES) {
      Instant instant = instant(date, each);
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  private static @Nullable Instant instant(String date, DateTimeFormatter form) {
    try {
      return LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
