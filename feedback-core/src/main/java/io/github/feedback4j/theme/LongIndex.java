package io.github.feedback4j.theme;

import java.util.Arrays;

/** Numbers keys in the order in which they come, up to a limit; an open hash table without boxes. */
final class LongIndex {

  static final int NONE = -1;

  private static final int FIRST_SIZE = 1024;

  private final int most;
  private long[] keys = new long[FIRST_SIZE];
  private int[] numbers = new int[FIRST_SIZE];
  private int size;

  LongIndex(int most) {
    this.most = most;
    Arrays.fill(numbers, NONE);
  }

  /** Returns the number of a key, a new one if it has none; {@link #NONE} if there is no room. */
  int add(long key) {
    int slot = slot(key);
    if (numbers[slot] != NONE) {
      return numbers[slot];
    }
    if (size == most) {
      return NONE;
    }
    if (2 * size >= keys.length) {
      grow();
      slot = slot(key);
    }
    keys[slot] = key;
    numbers[slot] = size;
    return size++;
  }

  /** Returns the number of a key, or {@link #NONE}. */
  int find(long key) {
    return numbers[slot(key)];
  }

  int size() {
    return size;
  }

  private int slot(long key) {
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014) mixes every bit into every other.
    long mixed = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    int mask = keys.length - 1;
    int slot = (int) (mixed ^ mixed >>> 31) & mask;
    while (numbers[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != NONE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
