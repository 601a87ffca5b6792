package io.github.feedback4j.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits in the spool.
 *
 * <p>Equal are two records with the same sequence and id; {@code toString} shows neither key nor bytes.
 *
 * @param sequence the place in the order of appending; ascending, with gaps
 * @param key the key of the respondent it is about, if any
 * @param appendedAt when it was appended, in milliseconds
 * @param bytes the event as it goes over the wire; not copied, do not change
 */
record SpoolRecord(
    long sequence,
    UUID id,
    EventKind kind,
    @Nullable String key,
    Instant appendedAt,
    @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

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
    return "SpoolRecord[" + sequence + ", " + id + ", " + kind + ", " + bytes.length + " bytes]";
  }
}
