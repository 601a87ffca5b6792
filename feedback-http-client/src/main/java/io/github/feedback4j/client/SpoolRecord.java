package io.github.feedback4j.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits in the spool.
 *
 * <p>Equal are two records with the same sequence and id; {@code toString} shows neither key nor bytes.
 *
 * @param sequence the place in the order of appending; ascending, with gaps
 * @param key the key of the respondent it is about, if any
 * @param millis when it was appended, in milliseconds since 1970
 * @param block where the event is, as it goes over the wire, and others; not copied, do not change
 * @param from where in the block the event begins
 * @param length how many bytes it has
 */
record SpoolRecord(
    long sequence,
    UUID id,
    EventKind kind,
    @Nullable String key,
    long millis,
    @SuppressWarnings("ArrayRecordComponent") byte[] block,
    int from,
    int length) {

  Instant appendedAt() {
    return SteadyClock.instant(millis);
  }

  /** Returns a copy of the event. */
  byte[] bytes() {
    return Arrays.copyOfRange(block, from, from + length);
  }

  /** Returns whether another one is behind this one in the same block, with a comma between them. */
  @SuppressWarnings("ReferenceEquality") // in the very same array
  boolean isBefore(SpoolRecord next) {
    return block == next.block && from + length + 1 == next.from;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpoolRecord that && sequence == that.sequence && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(sequence) + id.hashCode();
  }

  @Override
  public String toString() {
    return "SpoolRecord[" + sequence + ", " + id + ", " + kind + ", " + length + " bytes]";
  }
}
