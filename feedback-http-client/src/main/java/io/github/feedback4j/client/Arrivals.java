package io.github.feedback4j.client;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What was appended since the spool was last read: enough for a batch or not.
 *
 * <p>Most appends only add two numbers here; the sender is woken by the first after a read, and by the
 * one that fills a batch. The spool has a record before it is counted, and the count is set back before
 * the spool is read, so a record is never in the spool without anybody who will come for it.
 */
final class Arrivals {

  private final int fullRecords;
  private final long fullBytes;
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Arrivals(int fullRecords, long fullBytes) {
    this.fullRecords = fullRecords;
    this.fullBytes = fullBytes;
  }

  /** Counts a record; returns whether the sender has to be woken. */
  boolean add(int size) {
    long count = records.incrementAndGet();
    long sum = bytes.addAndGet(size);
    return count == 1 || count == fullRecords || (sum >= fullBytes && sum - size < fullBytes);
  }

  boolean any() {
    return records.get() > 0;
  }

  boolean fillABatch() {
    return records.get() >= fullRecords || bytes.get() >= fullBytes;
  }

  void reset() {
    records.set(0);
    bytes.set(0);
  }
}
