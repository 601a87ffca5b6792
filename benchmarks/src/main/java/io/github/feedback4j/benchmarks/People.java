package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.SplittableRandom;

/**
 * The people of a benchmark: 22 characters each, as a pseudonym has them, in one table of bytes.
 *
 * <p>A key is made anew for each call, as it is in an application that has just computed it: its hash
 * is not known yet, and it is no object that a map holds already.
 */
final class People {

  static final int KEY_LENGTH = 22;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final byte[] keys;
  private final int size;

  People(int size) {
    this.size = size;
    SplittableRandom random = new SplittableRandom(20_260_302);
    keys = new byte[size * KEY_LENGTH];
    for (int i = 0; i < keys.length; i++) {
      // The last of the 22 says two bits only: 16 bytes are 128 of them.
      boolean last = i % KEY_LENGTH == KEY_LENGTH - 1;
      keys[i] = (byte) ALPHABET.charAt(last ? 16 * random.nextInt(4) : random.nextInt(64));
    }
  }

  int size() {
    return size;
  }

  /** Returns a new string. */
  String key(int person) {
    return new String(keys, person * KEY_LENGTH, KEY_LENGTH, ISO_8859_1);
  }

  /** Returns whether this person was asked lately, which is every second one; keys are random. */
  static boolean isCoolingDown(int person) {
    return (person & 1) == 0;
  }

  /** Returns all people, each once, in an order that no cache can guess. */
  int[] inRandomOrder() {
    SplittableRandom random = new SplittableRandom(42);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
