package io.github.feedback4j.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 has them, in UTC. */
final class TimeText {

  /** The length of a time with nanoseconds. */
  static final int MOST_LENGTH = 30;

  private static final int DAY = 86_400;
  private static final long FIRST = -62_167_219_200L;
  private static final long LAST = 253_402_300_799L;

  private TimeText() {}

  /** Returns whether RFC 3339 can say it, which has four digits for the year. */
  static boolean hasFourDigitYear(Instant time) {
    return time.getEpochSecond() >= FIRST && time.getEpochSecond() <= LAST;
  }

  /**
   * Writes a time, which has a year of four digits, to the start of an array, with as many threes of
   * decimals as it needs, just as {@link Instant#toString} does, which takes five times as long; returns
   * the length.
   */
  static int write(Instant time, byte[] into) {
    long second = time.getEpochSecond();
    int nano = time.getNano();
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    int ofDay = Math.floorMod(second, DAY);
    digits(into, 0, 4, date.getYear());
    into[4] = '-';
    digits(into, 5, 2, date.getMonthValue());
    into[7] = '-';
    digits(into, 8, 2, date.getDayOfMonth());
    into[10] = 'T';
    digits(into, 11, 2, ofDay / 3600);
    into[13] = ':';
    digits(into, 14, 2, ofDay / 60 % 60);
    into[16] = ':';
    digits(into, 17, 2, ofDay % 60);
    int end = 19;
    if (nano > 0) {
      int decimals = nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
      into[end] = '.';
      digits(
          into,
          20,
          decimals,
          decimals == 3 ? nano / 1_000_000 : decimals == 6 ? nano / 1_000 : nano);
      end = 20 + decimals;
    }
    into[end] = 'Z';
    return end + 1;
  }

  private static void digits(byte[] text, int at, int count, int number) {
    int rest = number;
    for (int i = at + count - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Returns the time that a text says, with any offset, or null if it says none. */
  static @Nullable Instant read(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
