package io.github.feedback4j.prompt;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as nanoseconds since 1970, so that gates compare them without making objects.
 *
 * <p>They reach from 1677 to 2262; what lies outside counts as the nearest of the two, which is for ever
 * as far as people are asked.
 */
final class Nanos {

  /** Stands for no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final long PER_SECOND = 1_000_000_000L;
  private static final long LATEST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

  private Nanos() {}

  static long of(Instant time) {
    return of(time.getEpochSecond(), time.getNano());
  }

  static long of(long second, int nano) {
    if (second > LATEST_SECOND) {
      return Long.MAX_VALUE;
    }
    return second < -LATEST_SECOND ? -Long.MAX_VALUE : second * PER_SECOND + nano;
  }

  /** Returns a time as a number, {@link #NONE} for null. */
  static long orNone(@Nullable Instant time) {
    return time == null ? NONE : of(time);
  }

  static long of(Duration length) {
    return length.toSeconds() > LATEST_SECOND ? Long.MAX_VALUE : length.toNanos();
  }

  /** Returns a later time; {@code length} is not negative. */
  static long plus(long time, long length) {
    long sum = time + length;
    return sum < time ? Long.MAX_VALUE : sum;
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(second(nanos), nano(nanos));
  }

  static long second(long nanos) {
    return Math.floorDiv(nanos, PER_SECOND);
  }

  static int nano(long nanos) {
    return (int) Math.floorMod(nanos, PER_SECOND);
  }
}
