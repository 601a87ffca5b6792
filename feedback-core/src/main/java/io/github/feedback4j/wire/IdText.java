package io.github.feedback4j.wire;

import java.util.UUID;

/** UUIDs as RFC 9562 writes them. */
final class IdText {

  static final int LENGTH = 36;

  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private IdText() {}

  /** Writes a UUID to the start of an array, as {@link UUID#toString} does. */
  static void write(UUID id, byte[] into) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    digits(high >>> 32, 8, into, 0);
    into[8] = '-';
    digits(high >>> 16, 4, into, 9);
    into[13] = '-';
    digits(high, 4, into, 14);
    into[18] = '-';
    digits(low >>> 48, 4, into, 19);
    into[23] = '-';
    digits(low, 12, into, 24);
  }

  private static void digits(long number, int count, byte[] into, int at) {
    long rest = number;
    for (int i = at + count - 1; i >= at; i--) {
      into[i] = DIGITS[(int) rest & 0xf];
      rest >>>= 4;
    }
  }
}
