package io.github.feedback4j.client;

import java.util.Arrays;

/**
 * Room for the events of one batch, one behind the other with a byte between each two, so that a batch
 * costs no array for each event. Used again for the next batch, when nobody has an event of this one
 * any more. For one thread at a time.
 */
final class Block {

  private static final int FIRST_BYTES = 64 << 10;
  private static final int KEPT_BYTES = 1 << 20;

  private byte[] bytes = {};
  private int end;

  /** Forgets what is in here. */
  void clear() {
    end = 0;
    if (bytes.length > KEPT_BYTES) {
      // One large batch does not hold the heap for ever.
      bytes = new byte[FIRST_BYTES];
    }
  }

  /** Makes room for an event behind a comma, and returns where the event is to be. */
  int make(int length) {
    int from = end + 1;
    if (from + length > bytes.length) {
      // What was handed out stays in the array that it is in.
      bytes = Arrays.copyOf(
          bytes, Math.max(FIRST_BYTES, Math.max(Math.addExact(from, length), 2 * bytes.length)));
    }
    bytes[end] = ',';
    end = from + length;
    return from;
  }

  /** Returns the array in which room was made last. */
  byte[] bytes() {
    return bytes;
  }
}
