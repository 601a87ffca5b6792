package io.github.feedback4j.client;

/**
 * How large the next batch may be: as configured, or less for a collector that takes less.
 *
 * <p>A collector with a lower limit would otherwise see every batch at full size first and refuse it.
 * What it took stays the limit until {@value #STREAK} batches in a row went well; then twice as much is
 * tried. Used by one thread.
 */
final class BatchSize {

  static final int STREAK = 100;

  private final int mostRecords;
  private final long mostBytes;
  private int records;
  private long bytes;
  private int streak;

  BatchSize(int mostRecords, long mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
    this.records = mostRecords;
    this.bytes = mostBytes;
  }

  int records() {
    return records;
  }

  long bytes() {
    return bytes;
  }

  /** A batch of this many records and bytes was too large. */
  void tooLarge(int records, long bytes) {
    this.records = Math.max(1, Math.min(this.records, records / 2));
    this.bytes = Math.max(1, Math.min(this.bytes, bytes / 2));
    streak = 0;
  }

  /** One record alone was too large: that was the record's fault, and says nothing about batches. */
  void oneWasTooLarge() {
    records = mostRecords;
    bytes = mostBytes;
    streak = 0;
  }

  void taken() {
    if (++streak >= STREAK) {
      streak = 0;
      records = Math.min(mostRecords, records * 2);
      bytes = Math.min(mostBytes, bytes * 2);
    }
  }
}
