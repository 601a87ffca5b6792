package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the spool counts. Safe for use by several threads. */
final class SpoolCounters {

  final AtomicLong pendingRecords = new AtomicLong();
  final AtomicLong pendingBytes = new AtomicLong();
  final LongAdder accepted = new LongAdder();
  final AtomicLong expired = new AtomicLong();
  final AtomicLong erased = new AtomicLong();
  final AtomicLong corrupt = new AtomicLong();
  final AtomicLong torn = new AtomicLong();

  /** A collector makes the reasons up, so there may be any number of them. */
  private static final int MOST_REASONS = 50;

  private static final String OTHER = "other";

  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private final Map<String, Long> deadLettered = new TreeMap<>();

  void pending(long records, long bytes) {
    pendingRecords.addAndGet(records);
    pendingBytes.addAndGet(bytes);
  }

  void rejected(Reason reason) {
    synchronized (rejected) {
      rejected.merge(reason, 1L, Long::sum);
    }
  }

  void deadLettered(String reason) {
    synchronized (deadLettered) {
      boolean known = deadLettered.containsKey(reason) || deadLettered.size() < MOST_REASONS;
      deadLettered.merge(known ? reason : OTHER, 1L, Long::sum);
    }
  }

  Map<Reason, Long> rejected() {
    synchronized (rejected) {
      return Map.copyOf(rejected);
    }
  }

  Map<String, Long> deadLettered() {
    synchronized (deadLettered) {
      return Map.copyOf(deadLettered);
    }
  }
}
