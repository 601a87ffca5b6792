package io.github.feedback4j.wire;

import java.util.UUID;

/** UUIDs as RFC 9562 writes them. */
final class IdText {

  static final int LENGTH = 36;

  /** Two digits of each byte, the first of them in the higher half. */
  private static final short[] PAIRS = new short[256];

  static {
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (short) ((Character.forDigit(i >> 4, 16) << 8) | Character.forDigit(i & 0xf, 16));
    }
  }

  private IdText() {}

  /** Writes a UUID to the start of an array, as {@link UUID#toString} does. */
  static void write(UUID id, byte[] into) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    bytes(high >>> 32, 4, into, 0);
    into[8] = '-';
    bytes(high >>> 16, 2, into, 9);
    into[13] = '-';
    bytes(high, 2, into, 14);
    into[18] = '-';
    bytes(low >>> 48, 2, into, 19);
    into[23] = '-';
    bytes(low, 6, into, 24);
  }

  private static void bytes(long number, int count, byte[] into, int at) {
    for (int i = 0; i < count; i++) {
      short pair = PAIRS[(int) (number >>> (8 * (count - 1 - i))) & 0xff];
      into[at + 2 * i] = (byte) (pair >> 8);
      into[at + 2 * i + 1] = (byte) pair;
    }
  }
}
