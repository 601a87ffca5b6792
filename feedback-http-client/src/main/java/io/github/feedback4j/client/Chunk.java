package io.github.feedback4j.client;

import java.util.List;

/**
 * Records that go into one request, in the order in which they were appended. Guarded by the lock of
 * {@link InHand}.
 */
final class Chunk {

  private List<SpoolRecord> records;

  Chunk(List<SpoolRecord> records) {
    this.records = List.copyOf(records);
  }

  List<SpoolRecord> records() {
    return records;
  }

  /** Leaves the others out from now on. */
  void keepOnly(List<SpoolRecord> remaining) {
    if (remaining.size() != records.size()) {
      records = List.copyOf(remaining);
    }
  }
}
