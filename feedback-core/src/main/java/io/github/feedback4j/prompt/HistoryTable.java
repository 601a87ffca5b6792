package io.github.feedback4j.prompt;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of histories that begin with the key of their person, for many people in little memory.
 *
 * <p>Safe for use by several threads: readers take no lock, writers one of many.
 */
final class HistoryTable {

  // Open addressing with linear probing, in stripes that grow by themselves, so growing never stops
  // everybody. An entry costs its array, a reference, and a mark of seven bits of its hash, which
  // keeps a probe from touching the entries of others: that is what a cache miss costs.
  //
  // An entry is never changed, only replaced, and a table that grows is copied. A reader that
  // still holds the old one sees what was true when it began. Marks are read without any order: who
  // misses one that is just being set acts as if it had come earlier, and its exchange is refused.

  private static final int STRIPES = 32;
  private static final int SMALLEST = 8;
  private static final byte EMPTY = 0;
  private static final byte REMOVED = 1;

  private final Stripe[] stripes = new Stripe[STRIPES];
  private final ToLongFunction<byte[]> hashOf;

  /** Creates an empty table. */
  HistoryTable(ToLongFunction<byte[]> hashOf) {
    this.hashOf = hashOf;
    Arrays.setAll(stripes, i -> new Stripe());
  }

  /** The places of one stripe; always some of them are empty. */
  private static final class Places {
    private final byte[] marks;
    private final AtomicReferenceArray<byte @Nullable []> entries;

    Places(int count) {
      marks = new byte[count];
      entries = new AtomicReferenceArray<>(count);
    }

    int first(long hash) {
      return (int) (((hash >>> 32) * marks.length) >>> 32);
    }

    int next(int place) {
      return place + 1 == marks.length ? 0 : place + 1;
    }

    /** Returns the entry of a key as it was read, since the place may be somebody else's by now. */
    byte @Nullable [] entry(HistoryOutput key, long hash) {
      byte mark = mark(hash);
      int place = first(hash);
      for (byte each = marks[place]; each != EMPTY; each = marks[place]) {
        byte[] entry = each == mark ? entries.getAcquire(place) : null;
        if (entry != null && key.begins(entry)) {
          return entry;
        }
        place = next(place);
      }
      return null;
    }

    /** Returns the place of a key, or minus one minus the first place that is free for it. */
    int find(HistoryOutput key, long hash) {
      byte mark = mark(hash);
      int free = -1;
      int place = first(hash);
      for (byte each = marks[place]; each != EMPTY; each = marks[place]) {
        byte[] entry = each == mark ? entries.getAcquire(place) : null;
        if (entry != null && key.begins(entry)) {
          return place;
        }
        free = free < 0 && each == REMOVED ? place : free;
        place = next(place);
      }
      return -1 - (free < 0 ? place : free);
    }

    void put(int place, long hash, byte[] entry) {
      entries.setRelease(place, entry);
      marks[place] = mark(hash);
    }
  }

  private final class Stripe {
    private volatile Places places = new Places(SMALLEST);
    private int live;
    private int used;

    /** Entries are never changed, so the very array that was found is what was read. */
    @SuppressWarnings("ReferenceEquality")
    synchronized boolean exchange(
        HistoryOutput key, long hash, byte @Nullable [] expected, byte @Nullable [] next) {
      int place = places.find(key, hash);
      byte[] current = place < 0 ? null : places.entries.get(place);
      if (current != expected) {
        return false;
      }
      if (place >= 0) {
        if (next == null) {
          remove(place);
        } else {
          places.entries.setRelease(place, next);
        }
      } else if (next != null) {
        insert(key, hash, -1 - place, next);
      }
      return true;
    }

    private void remove(int place) {
      // The mark stays taken, or whoever was put behind it would not be found.
      places.marks[place] = REMOVED;
      places.entries.setRelease(place, null);
      live--;
    }

    private void insert(HistoryOutput key, long hash, int free, byte[] entry) {
      int place = free;
      if (places.marks[place] == EMPTY) {
        // Three quarters: fuller, and probes get long; emptier, and it costs memory.
        if (4 * (used + 1) > 3 * places.marks.length) {
          grow();
          place = -1 - places.find(key, hash);
        }
        used++;
      }
      places.put(place, hash, entry);
      live++;
    }

    private void grow() {
      Places larger = new Places(Math.max(SMALLEST, 2 * (live + 1)));
      for (int i = 0; i < places.marks.length; i++) {
        byte[] entry = places.entries.get(i);
        if (entry != null) {
          long hash = hashOf.applyAsLong(entry);
          int place = larger.first(hash);
          while (larger.marks[place] != EMPTY) {
            place = larger.next(place);
          }
          larger.put(place, hash, entry);
        }
      }
      used = live;
      places = larger;
    }

    synchronized int removeIf(Predicate<byte[]> condition) {
      int before = live;
      for (int i = 0; i < places.marks.length; i++) {
        byte[] entry = places.entries.get(i);
        if (entry != null && condition.test(entry)) {
          remove(i);
        }
      }
      return before - live;
    }
  }

  private static byte mark(long hash) {
    return (byte) (0x80 | ((hash >>> 5) & 0x7f));
  }

  private Stripe stripe(long hash) {
    return stripes[(int) hash & (STRIPES - 1)];
  }

  /** Returns the entry that begins with these bytes, or null. */
  byte @Nullable [] find(HistoryOutput key, long hash) {
    return stripe(hash).places.entry(key, hash);
  }

  /**
   * Puts {@code next} in the place of {@code expected}, and returns whether that was still there; null
   * stands for no entry.
   */
  boolean exchange(
      HistoryOutput key, long hash, byte @Nullable [] expected, byte @Nullable [] next) {
    return stripe(hash).exchange(key, hash, expected, next);
  }

  /** Removes every entry for which this is true, and returns how many they were. */
  int removeIf(Predicate<byte[]> condition) {
    return Arrays.stream(stripes).mapToInt(each -> each.removeIf(condition)).sum();
  }
}
