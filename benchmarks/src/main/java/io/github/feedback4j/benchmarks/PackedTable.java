package io.github.feedback4j.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The floor: who was last asked when, in one array, two numbers per person.
 *
 * <p>It knows people by 64 bits of a hash, cannot explain anything, forgets nothing and never grows. No
 * store that keeps what feedback4j keeps can be this small; it shows what memory itself costs.
 */
final class PackedTable {

  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] slots;
  private final int mask;

  PackedTable(int people) {
    // At most half full, and 34 bytes per person at a million of them.
    int capacity = Integer.highestOneBit(Math.max(people, 2) * 2 - 1);
    capacity = capacity < people * 2L ? capacity * 2 : capacity;
    slots = new long[2 * capacity];
    mask = capacity - 1;
  }

  /** Returns a well-mixed hash of a key that has just been made; never 0. */
  static long hash(String key) {
    int length = key.length();
    long hash = length;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      long eight = 0;
      for (int j = 0; j < 8; j++) {
        eight |= (long) key.charAt(i + j) << (8 * j);
      }
      hash = Long.rotateLeft((hash ^ eight) * 0x9E3779B97F4A7C15L, 29);
    }
    long rest = 0;
    for (; i < length; i++) {
      rest = (rest << 8) | key.charAt(i);
    }
    hash = mix((hash ^ rest) * 0x9E3779B97F4A7C15L);
    return hash == 0 ? 1 : hash;
  }

  static long mix(long h) {
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }

  /** Returns the index of a person's value, or of the free place for it. */
  private int find(long hash) {
    int slot = (int) hash & mask;
    while (true) {
      long found = (long) LONGS.getAcquire(slots, 2 * slot);
      if (found == hash || found == 0) {
        return 2 * slot + 1;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Fills the table, by one thread. */
  void put(long hash, long value) {
    int index = find(hash);
    slots[index] = value;
    slots[index - 1] = hash;
  }

  /** Returns the value, 0 if there is none. */
  long get(long hash) {
    return (long) LONGS.getAcquire(slots, find(hash));
  }

  /** Checks against a gap and commits, and returns whether both were done. */
  boolean commit(long hash, long now, long gap) {
    int index = find(hash);
    long last = (long) LONGS.getAcquire(slots, index);
    // The same value, so that the state stays what it is; the cost is that of any value.
    return now - last >= gap && LONGS.compareAndSet(slots, index, last, last);
  }
}
