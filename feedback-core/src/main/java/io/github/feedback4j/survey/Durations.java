package io.github.feedback4j.survey;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in survey files: {@code 30d}, {@code 12 hours}, {@code PT90S}. */
final class Durations {

  private static final Pattern SIMPLE = Pattern.compile(
      "(\\d{1,9}) ?(d|days?|h|hours?|min|minutes?|s|seconds?)", Pattern.CASE_INSENSITIVE);

  private Durations() {}

  static Duration parse(String text) {
    String trimmed = text.strip();
    Matcher simple = SIMPLE.matcher(trimmed);
    if (simple.matches()) {
      long amount = Long.parseLong(simple.group(1));
      return switch (simple.group(2).charAt(0)) {
        case 'd', 'D' -> Duration.ofDays(amount);
        case 'h', 'H' -> Duration.ofHours(amount);
        case 'm', 'M' -> Duration.ofMinutes(amount);
        default -> Duration.ofSeconds(amount);
      };
    }
    try {
      return Duration.parse(trimmed);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "duration must be written like 30d, 12h, 45 min or PT12H, but was '" + text + "'", e);
    }
  }

  static String format(Duration duration) {
    if (duration.getNano() != 0 || duration.isNegative() || duration.getSeconds() > 999_999_999) {
      return duration.toString();
    }
    long seconds = duration.getSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    if (seconds > 0 && seconds % 60 == 0) {
      return seconds / 60 + "min";
    }
    return seconds + "s";
  }
}
