package io.github.feedback4j.score;

import java.util.Arrays;

/** Numbers the values of a dimension in the order in which they come. A look-up allocates nothing. */
final class Names {

  private static final int MAX_LENGTH = 200;

  private final String dimension;
  private final int max;
  private String[] known;
  private int size;

  // Open addressing; ids plus one, 0 is free.
  private int[] table;

  Names(String dimension, int max) {
    this.dimension = dimension;
    this.max = max;
    this.known = new String[8];
    this.table = new int[16];
  }

  Names(Names other) {
    dimension = other.dimension;
    max = other.max;
    known = other.known.clone();
    size = other.size;
    table = other.table.clone();
  }

  int size() {
    return size;
  }

  String get(int id) {
    return known[id];
  }

  /** Returns the number of a value, or -1 if it was not here yet. */
  int find(String name) {
    return table[slot(name)] - 1;
  }

  /**
   * Returns the number of a value, a new one if it was not here yet.
   *
   * @throws IllegalArgumentException if it is too long
   * @throws IllegalStateException if there are too many
   */
  int id(String name) {
    int slot = slot(name);
    int id = table[slot] - 1;
    return id >= 0 ? id : insert(name, slot);
  }

  private int insert(String name, int slot) {
    if (name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "value of dimension '%s' must have at most %d characters, but has %d"
              .formatted(dimension, MAX_LENGTH, name.length()));
    }
    if (size == max) {
      throw new IllegalStateException(
          "dimension '%s' has more than %d different values: leave it out, or use fewer dimensions"
              .formatted(dimension, max));
    }
    if (size == known.length) {
      known = Arrays.copyOf(known, 2 * size);
    }
    int id = size++;
    known[id] = name;
    table[slot] = id + 1;
    if (2 * size > table.length) {
      table = new int[2 * table.length];
      for (int i = 0; i < size; i++) {
        table[slot(known[i])] = i + 1;
      }
    }
    return id;
  }

  /** Returns where a value is, or where it belongs. */
  private int slot(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (table.length - 1);
    while (table[slot] != 0 && !known[table[slot] - 1].equals(name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
