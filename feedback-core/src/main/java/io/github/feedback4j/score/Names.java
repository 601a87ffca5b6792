package io.github.feedback4j.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers the values of a dimension in the order in which they come. A look-up allocates nothing. */
final class Names {

  private static final int MAX_LENGTH = 200;

  private final String dimension;
  private final int max;
  private String[] known = new String[8];
  private int size;

  // Open addressing, at most half full: the text and its number side by side, so that a look-up
  // waits for both at once.
  private @Nullable String[] texts = new String[16];
  private int[] ids = new int[16];

  Names(String dimension, int max) {
    this.dimension = dimension;
    this.max = max;
  }

  Names(Names other) {
    dimension = other.dimension;
    max = other.max;
    known = other.known.clone();
    size = other.size;
    texts = other.texts.clone();
    ids = other.ids.clone();
  }

  int size() {
    return size;
  }

  String get(int id) {
    return known[id];
  }

  /** Returns the number of a value, or -1 if it was not here yet. */
  int find(String name) {
    int slot = slot(name);
    return texts[slot] == null ? -1 : ids[slot];
  }

  /**
   * Returns the number of a value, a new one if it was not here yet.
   *
   * @throws IllegalArgumentException if it is too long
   * @throws IllegalStateException if there are too many
   */
  int id(String name) {
    int slot = slot(name);
    return texts[slot] == null ? insert(name, slot) : ids[slot];
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
    if (2 * size > texts.length) {
      texts = new String[2 * texts.length];
      ids = new int[texts.length];
      for (int i = 0; i < size; i++) {
        enter(i, slot(known[i]));
      }
    } else {
      enter(id, slot);
    }
    return id;
  }

  private void enter(int id, int slot) {
    texts[slot] = known[id];
    ids[slot] = id;
  }

  /** Returns where a value is, or where it belongs. */
  private int slot(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & (texts.length - 1);
    String there = texts[slot];
    while (there != null && !there.equals(name)) {
      slot = (slot + 1) & (texts.length - 1);
      there = texts[slot];
    }
    return slot;
  }
}
