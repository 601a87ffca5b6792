package io.github.feedback4j.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the spool and is not settled yet: a queue of chunks, of which the first is being
 * sent.
 *
 * <p>One thread sends. Erasing comes from any thread; it and everything that moves a record happen under
 * one lock, so that no record of an erased person comes back out of a batch that was read before.
 */
final class InHand {

  private final Spool spool;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Chunk> chunks = new ArrayDeque<>();

  /** Has the events of everything in hand. */
  private final Block block = new Block();

  private final Body body = new Body();

  InHand(Spool spool) {
    this.spool = spool;
  }

  /**
   * A chunk on its way: the records as they were when it left, and the body of the request, which is
   * good until the next is asked for.
   */
  record Sent(Chunk chunk, List<SpoolRecord> records, Body body) {

    long bytes() {
      return InHand.bytes(records);
    }
  }

  /** Returns the first chunk, ready to be sent, or null if there is none. */
  @Nullable
  Sent first() {
    lock.lock();
    try {
      while (true) {
        Chunk first = chunks.peekFirst();
        if (first == null) {
          return null;
        }
        if (!first.records().isEmpty()) {
          body.take(first.records());
          return new Sent(first, first.records(), body);
        }
        chunks.removeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes up to so many of the oldest records, when nothing is in hand; returns whether there may be more. */
  boolean refill(int mostRecords, long mostBytes) {
    lock.lock();
    try {
      List<SpoolRecord> read = spool.read(block, mostRecords, mostBytes);
      if (read.isEmpty()) {
        return false;
      }
      chunks.addLast(new Chunk(read));
      // A batch that has more than half of the bytes may have been cut before a large record.
      return read.size() == mostRecords || bytes(read) > mostBytes / 2;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends a chunk: what stands among {@code flaws} becomes a dead letter, the rest is acknowledged. A
   * record that was erased meanwhile is neither.
   *
   * @return how many became dead letters, by reason
   */
  Map<String, Integer> settle(Sent sent, Map<UUID, String> flaws) {
    lock.lock();
    try {
      Map<String, Integer> deadLettered = new HashMap<>();
      for (SpoolRecord each : sent.chunk().records()) {
        String reason = flaws.get(each.id());
        if (reason != null) {
          spool.deadLetter(each, reason);
          deadLettered.merge(reason, 1, Integer::sum);
        }
      }
      spool.acknowledge(
          flaws.isEmpty()
              ? sent.records()
              : sent.records().stream()
                  .filter(each -> !flaws.containsKey(each.id()))
                  .toList());
      chunks.remove(sent.chunk());
      return deadLettered;
    } finally {
      lock.unlock();
    }
  }

  /** Puts two halves in the place of a chunk; the first is sent next. */
  void split(Sent sent) {
    lock.lock();
    try {
      List<SpoolRecord> records = sent.chunk().records();
      chunks.remove(sent.chunk());
      int middle = records.size() / 2;
      chunks.addFirst(new Chunk(records.subList(middle, records.size())));
      chunks.addFirst(new Chunk(records.subList(0, middle)));
    } finally {
      lock.unlock();
    }
  }

  /** Gives everything back to the spool, to be read again from the oldest on. */
  void startOver() {
    lock.lock();
    try {
      chunks.clear();
      spool.rewind();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes a person's records of these kinds, here and in the spool; returns how many there were.
   *
   * @throws RuntimeException if the spool could not; then they are not sent all the same
   */
  int erase(String key, Set<EventKind> kinds) {
    lock.lock();
    try {
      for (Chunk each : chunks) {
        each.keepOnly(each.records().stream()
            .filter(record -> !key.equals(record.key()) || !kinds.contains(record.kind()))
            .toList());
      }
      return spool.erase(key, kinds);
    } finally {
      lock.unlock();
    }
  }

  static long bytes(List<SpoolRecord> records) {
    long bytes = 0;
    for (SpoolRecord each : records) {
      bytes += each.length();
    }
    return bytes;
  }
}
