package io.github.feedback4j.theme;

import java.util.Arrays;

/** A list of ints that grows. */
final class Numbers {

  private static final int[] NONE = {};

  private int[] values = NONE;
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(4, 2 * size));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int get(int at) {
    return values[at];
  }

  void increment(int at) {
    values[at]++;
  }

  /** Sorts them and keeps each once. */
  void sortDistinct() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[i] != values[kept - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
