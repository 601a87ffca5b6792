package io.github.feedback4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How delivery stands. What is pending is as of now; everything else counts since the client was built.
 * Immutable.
 *
 * @param state whether anything is sent, and if not, why
 * @param sent what the collector took
 * @param pending what waits
 * @param rejected how many records {@code append} did not keep, by {@linkplain DeliveryException#code
 *     code}; the caller was told of each
 * @param deadLettered how many records will never be taken by the collector and were set aside, by
 *     reason: a code of the collector, {@code too-large}, {@code expired} or {@code status-…}
 * @param corrupt how many places of the spool's files could not be read; each may have been a record
 * @since 0.1
 */
public record DeliveryReport(
    DeliveryState state,
    Sent sent,
    Pending pending,
    Map<String, Long> rejected,
    Map<String, Long> deadLettered,
    long corrupt) {

  /** Copies the maps. */
  public DeliveryReport {
    rejected = Map.copyOf(rejected);
    deadLettered = Map.copyOf(deadLettered);
  }

  /**
   * What the collector took.
   *
   * @param accepted how many records were new to it
   * @param duplicates how many it had already, because an answer was lost on the way
   * @param retried how many requests met trouble and were, or will be, sent again
   * @param lastSuccess when it last took a batch, or null if it has not yet
   */
  public record Sent(
      long accepted,
      long duplicates,
      long retried,
      @Nullable Instant lastSuccess) {}

  /**
   * What waits to be sent.
   *
   * @param records how many records
   * @param bytes how many bytes they have as JSON
   * @param oldestAge how long the oldest has waited; zero if nothing waits
   */
  public record Pending(long records, long bytes, Duration oldestAge) {}
}
