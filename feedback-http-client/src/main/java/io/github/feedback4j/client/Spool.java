package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events until the collector has them, in the order in which they were appended.
 *
 * <p>Safe for use by several threads; one of them reads. Nothing here throws for trouble of the disk.
 */
final class Spool implements AutoCloseable {

  private static final int RECORD_OVERHEAD = 64;
  private static final String EXPIRED = "expired";

  private final SpoolOptions options;
  private final SteadyClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<Long, SpoolRecord> pending = new TreeMap<>();
  private final ArrayDeque<DeadLetter> dead = new ArrayDeque<>();
  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private final Map<String, Long> deadLettered = new TreeMap<>();
  private long nextSequence = 1;
  private long handedOut;
  private long bytes;
  private long pendingBytes;
  private long deadBytes;
  private long accepted;
  private long expired;
  private long erased;
  private boolean closed;

  private Spool(SpoolOptions options, SteadyClock clock) {
    this.options = options;
    this.clock = clock;
  }

  static Spool open(SpoolOptions options, InstantSource time, LongSupplier nanoTime) {
    return new Spool(options, new SteadyClock(time, nanoTime));
  }

  Appended append(UUID id, EventKind kind, @Nullable String key, byte[] event) {
    lock.lock();
    try {
      Reason reason = whyNot(kind, event);
      if (reason != null) {
        rejected.merge(reason, 1L, Long::sum);
        return new Rejected(reason);
      }
      Instant now = SteadyClock.instant(clock.millis());
      SpoolRecord added = new SpoolRecord(nextSequence++, id, kind, key, now, event);
      pending.put(added.sequence(), added);
      bytes += size(added);
      pendingBytes += event.length;
      accepted++;
      return new Accepted();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Reason whyNot(EventKind kind, byte[] event) {
    if (closed) {
      return Reason.CLOSED;
    }
    int size = RECORD_OVERHEAD + event.length;
    if (size > options.maxRecordBytes()) {
      return Reason.TOO_LARGE;
    }
    long room = options.maxBytes() - options.maxBytes() / 8;
    return bytes + size > (kind == EventKind.ERASURE ? options.maxBytes() : room)
        ? Reason.FULL
        : null;
  }

  List<SpoolRecord> read(int maxRecords, long maxBytes) {
    lock.lock();
    try {
      List<SpoolRecord> batch = new ArrayList<>();
      long batchBytes = 0;
      for (SpoolRecord each : List.copyOf(pending.tailMap(handedOut, false).values())) {
        if (clock.ageOf(each.appendedAt().toEpochMilli(), true)
            > options.maxAge().toMillis()) {
          expired++;
          deadLetter(each, EXPIRED);
          continue;
        }
        if (batch.size() == maxRecords
            || !batch.isEmpty() && batchBytes + each.bytes().length > maxBytes) {
          break;
        }
        batch.add(each);
        batchBytes += each.bytes().length;
        handedOut = each.sequence();
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  void acknowledge(List<SpoolRecord> records) {
    lock.lock();
    try {
      records.forEach(each -> remove(each.sequence()));
    } finally {
      lock.unlock();
    }
  }

  private boolean remove(long sequence) {
    SpoolRecord removed = pending.remove(sequence);
    if (removed == null) {
      return false;
    }
    bytes -= size(removed);
    pendingBytes -= removed.bytes().length;
    return true;
  }

  private static int size(SpoolRecord record) {
    return RECORD_OVERHEAD + record.bytes().length;
  }

  void deadLetter(SpoolRecord record, String reason) {
    lock.lock();
    try {
      if (!remove(record.sequence())) {
        return;
      }
      dead.add(new DeadLetter(record, reason));
      deadBytes += size(record);
      while (deadBytes > options.maxBytes() / 16 && dead.size() > 1) {
        deadBytes -= size(dead.remove().record());
      }
      deadLettered.merge(reason, 1L, Long::sum);
    } finally {
      lock.unlock();
    }
  }

  void rewind() {
    lock.lock();
    handedOut = 0;
    lock.unlock();
  }

  int erase(String key, Set<EventKind> kinds) {
    lock.lock();
    try {
      int count = 0;
      for (SpoolRecord each : List.copyOf(pending.values())) {
        if (key.equals(each.key()) && kinds.contains(each.kind()) && remove(each.sequence())) {
          count++;
        }
      }
      for (Iterator<DeadLetter> each = dead.iterator(); each.hasNext(); ) {
        SpoolRecord record = each.next().record();
        if (key.equals(record.key()) && kinds.contains(record.kind())) {
          each.remove();
          deadBytes -= size(record);
          count++;
        }
      }
      erased += count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  List<DeadLetter> deadLetters(int max) {
    lock.lock();
    try {
      return dead.stream().skip(Math.max(0, dead.size() - max)).toList();
    } finally {
      lock.unlock();
    }
  }

  SpoolStats stats() {
    lock.lock();
    try {
      return new SpoolStats(
          pending.size(),
          pendingBytes,
          pending.isEmpty() ? null : pending.firstEntry().getValue().appendedAt(),
          bytes + deadBytes,
          accepted,
          Map.copyOf(rejected),
          expired,
          erased,
          0,
          0,
          Map.copyOf(deadLettered));
    } finally {
      lock.unlock();
    }
  }

  void sync() {}

  @Override
  public void close() {
    close(Duration.ofSeconds(5));
  }

  void close(Duration bound) {
    lock.lock();
    closed = true;
    lock.unlock();
  }
}
