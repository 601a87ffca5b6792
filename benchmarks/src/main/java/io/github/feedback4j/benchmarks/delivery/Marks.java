package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.BitSet;

/** The numbers of records that have come, found by a mark in them whatever format they are in. */
final class Marks {

  /** A record has this and nine digits in it. */
  static final String MARK = "mark-";

  private static final int DIGITS = 9;
  private static final byte[] EVENT = "\"specversion\"".getBytes(US_ASCII);

  private final BitSet seen = new BitSet();

  /** Returns the mark of a record. */
  static String of(int number) {
    return MARK + String.valueOf(1_000_000_000 + number).substring(1);
  }

  /** Takes every mark of a body, and returns how many there are. */
  synchronized int take(byte[] body) {
    int found = 0;
    for (int i = 0; i + MARK.length() + DIGITS <= body.length; i++) {
      if (body[i] == 'm'
          && body[i + 4] == '-'
          && body[i + 1] == 'a'
          && body[i + 2] == 'r'
          && body[i + 3] == 'k') {
        int number = 0;
        for (int j = i + MARK.length(); j < i + MARK.length() + DIGITS; j++) {
          number = number * 10 + (body[j] - '0');
        }
        seen.set(number);
        found++;
        i += MARK.length() + DIGITS - 1;
      }
    }
    return found;
  }

  /** Returns how many CloudEvents a body has, which is what its sender wants to be told. */
  static int events(byte[] body) {
    int found = 0;
    for (int i = 0; i + EVENT.length <= body.length; i++) {
      if (body[i] == EVENT[0]
          && body[i + 1] == EVENT[1]
          && Arrays.equals(body, i, i + EVENT.length, EVENT, 0, EVENT.length)) {
        found++;
        i += EVENT.length - 1;
      }
    }
    return found;
  }

  synchronized int unique() {
    return seen.cardinality();
  }

  synchronized void clear() {
    seen.clear();
  }
}
