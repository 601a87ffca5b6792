package io.github.feedback4j.client;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Tells the time so that it never jumps: the time of day when the spool was opened, and from then on
 * what has passed by the monotonic clock. A clock that is set an hour back or forward neither makes
 * records expire nor keeps them longer.
 */
final class SteadyClock {

  private final LongSupplier nanoTime;
  private final long openedMillis;
  private final long openedNanos;

  SteadyClock(InstantSource time, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.openedMillis = time.millis();
    this.openedNanos = nanoTime.getAsLong();
  }

  /** Returns the milliseconds since 1970. */
  long millis() {
    return millisAt(nanoTime.getAsLong());
  }

  /** Returns the milliseconds since 1970 at a time of the monotonic clock. */
  long millisAt(long nanos) {
    return openedMillis + (nanos - openedNanos) / 1_000_000;
  }

  /**
   * Returns the age in milliseconds of something from then; at most since the spool was opened for what
   * has a time of the future, as after a clock was set back.
   */
  long ageOf(long thenMillis, boolean ofThisRun) {
    long then = ofThisRun ? thenMillis : Math.min(thenMillis, openedMillis);
    return millis() - then;
  }

  static Instant instant(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
