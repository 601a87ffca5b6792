package io.github.feedback4j.score;

import java.util.Arrays;

/**
 * Numbers inclusion probabilities in the order in which they come; 0 is always that of those who were
 * certain. Looking one up allocates nothing, and the same one twice in a row costs a comparison.
 */
final class Probabilities {

  /** How many different probabilities there can be; surveys have a handful. */
  static final int MAX = 1 << 20;

  private double[] known = {1, 0, 0, 0};
  private int size = 1;

  // Open addressing; ids plus one, 0 is free.
  private int[] table = new int[16];
  private double last = 1;
  private int lastId;

  Probabilities() {
    table[slot(1)] = 1;
  }

  Probabilities(Probabilities other) {
    known = other.known.clone();
    size = other.size;
    table = other.table.clone();
  }

  int size() {
    return size;
  }

  double get(int id) {
    return known[id];
  }

  /**
   * Returns the number of a probability.
   *
   * @throws IllegalArgumentException if it is none
   * @throws IllegalStateException if there are too many
   */
  int id(double probability) {
    return probability == last ? lastId : find(probability);
  }

  private int find(double probability) {
    int slot = slot(probability);
    int id = table[slot] - 1;
    if (id < 0) {
      id = insert(probability, slot);
    }
    last = probability;
    lastId = id;
    return id;
  }

  private int insert(double probability, int slot) {
    Tally.Cell.requireProbability(probability);
    if (size == MAX) {
      throw new IllegalStateException(
          "there are more than %d different inclusion probabilities: round them".formatted(MAX));
    }
    if (size == known.length) {
      known = Arrays.copyOf(known, 2 * size);
    }
    int id = size++;
    known[id] = probability;
    table[slot] = id + 1;
    if (2 * size > table.length) {
      table = new int[2 * table.length];
      for (int i = 0; i < size; i++) {
        table[slot(known[i])] = i + 1;
      }
    }
    return id;
  }

  /** Returns where a probability is, or where it belongs. */
  private int slot(double probability) {
    long bits = Double.doubleToLongBits(probability) * 0x9E3779B97F4A7C15L;
    int slot = (int) (bits >>> 40) & (table.length - 1);
    while (table[slot] != 0 && known[table[slot] - 1] != probability) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
