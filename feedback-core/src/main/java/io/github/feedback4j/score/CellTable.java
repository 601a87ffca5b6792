package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.Arrays;

/**
 * The cells of one metric in a cube: rows of one array, found through open addressing.
 *
 * <p>A row is two numbers for a key, where and when, and as many counts as the scale has points. So an
 * addition waits for two places in memory, that of the index and that of the row.
 */
final class CellTable {

  private static final int KEY = 2;

  final MetricDefinition metric;
  final int min;
  final int points;
  final int stride;

  long[] rows;
  private int size;

  // Numbers of rows plus one, 0 is free; at most half full.
  private int[] index;

  CellTable(MetricDefinition metric) {
    this.metric = metric;
    this.min = metric.scale().min();
    this.points = metric.scale().points();
    this.stride = KEY + points;
    this.rows = new long[8 * stride];
    this.index = new int[16];
  }

  CellTable(CellTable other) {
    metric = other.metric;
    min = other.min;
    points = other.points;
    stride = other.stride;
    rows = other.rows.clone();
    size = other.size;
    index = other.index.clone();
  }

  int size() {
    return size;
  }

  /** Returns where the rows end, in {@link #rows}. */
  int end() {
    return size * stride;
  }

  long where(int row) {
    return rows[row];
  }

  long when(int row) {
    return rows[row + 1];
  }

  /** Returns the place of a count in {@link #rows}. */
  int place(int row, int point) {
    return row + KEY + point - min;
  }

  /** Returns where the row begins in {@link #rows}, or -1 if there is none. */
  int find(long where, long when) {
    int slot = home(where, when);
    while (index[slot] != 0) {
      int row = (index[slot] - 1) * stride;
      if (rows[row] == where && rows[row + 1] == when) {
        return row;
      }
      slot = (slot + 1) & (index.length - 1);
    }
    return -1;
  }

  /**
   * Finds many rows as {@link #find} finds one.
   *
   * <p>It asks for the index of all of them, then for the rows of all of them. So the processor waits for
   * many places in memory at the same time, where one search after the other would wait for each.
   *
   * @param found receives where each row begins, or -1
   */
  void find(long[] wheres, long[] whens, int count, int[] found) {
    for (int i = 0; i < count; i++) {
      found[i] = (index[home(wheres[i], whens[i])] - 1) * stride;
    }
    for (int i = 0; i < count; i++) {
      int row = found[i];
      if (row < 0 || rows[row] != wheres[i] || rows[row + 1] != whens[i]) {
        found[i] = find(wheres[i], whens[i]);
      }
    }
  }

  /** Appends an empty row, of which there must be none yet, and returns where it begins. */
  int append(long where, long when) {
    int row = end();
    if (row == rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    rows[row] = where;
    rows[row + 1] = when;
    size++;
    if (2 * size > index.length) {
      index = new int[2 * index.length];
      for (int i = 0; i < size; i++) {
        enter(i);
      }
    } else {
      enter(size - 1);
    }
    return row;
  }

  /** Makes room for so many rows, so that the index is not made anew again and again. */
  void reserve(int wanted) {
    if (2 * wanted > index.length) {
      index = new int[Integer.highestOneBit(2 * wanted - 1) * 2];
      for (int i = 0; i < size; i++) {
        enter(i);
      }
    }
    if (wanted * stride > rows.length) {
      rows = Arrays.copyOf(rows, wanted * stride);
    }
  }

  private void enter(int number) {
    int slot = home(rows[number * stride], rows[number * stride + 1]);
    while (index[slot] != 0) {
      slot = (slot + 1) & (index.length - 1);
    }
    index[slot] = number + 1;
  }

  private int home(long where, long when) {
    long hash = where * 0x9E3779B97F4A7C15L + when;
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) (hash >>> 32) & (index.length - 1);
  }

  boolean isEmpty(int row) {
    for (int i = row + KEY; i < row + stride; i++) {
      if (rows[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
