package io.github.feedback4j.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 has them, in UTC. */
final class TimeText {

  private static final int DAY = 86_400;
  private static final long FIRST = -62_167_219_200L;
  private static final long LAST = 253_402_300_799L;

  private TimeText() {}

  /** Returns whether RFC 3339 can say it, which has four digits for the year. */
  static boolean hasFourDigitYear(Instant time) {
    return time.getEpochSecond() >= FIRST && time.getEpochSecond() <= LAST;
  }

  /**
   * Returns the time as text, with as many threes of decimals as it needs, just as {@link
   * Instant#toString} does, which takes five times as long.
   */
  static String write(Instant time) {
    if (!hasFourDigitYear(time)) {
      return time.toString();
    }
    long second = time.getEpochSecond();
    int nano = time.getNano();
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    int ofDay = Math.floorMod(second, DAY);
    int decimals = nano == 0 ? 0 : nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
    byte[] text = new byte[decimals == 0 ? 20 : 21 + decimals];
    digits(text, 0, 4, date.getYear());
    text[4] = '-';
    digits(text, 5, 2, date.getMonthValue());
    text[7] = '-';
    digits(text, 8, 2, date.getDayOfMonth());
    text[10] = 'T';
    digits(text, 11, 2, ofDay / 3600);
    text[13] = ':';
    digits(text, 14, 2, ofDay / 60 % 60);
    text[16] = ':';
    digits(text, 17, 2, ofDay % 60);
    if (decimals > 0) {
      text[19] = '.';
      int shown = decimals == 3 ? nano / 1_000_000 : decimals == 6 ? nano / 1_000 : nano;
      digits(text, 20, decimals, shown);
    }
    text[text.length - 1] = 'Z';
    return new String(text, StandardCharsets.ISO_8859_1);
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
