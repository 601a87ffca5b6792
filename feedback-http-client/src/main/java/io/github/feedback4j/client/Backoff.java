package io.github.feedback4j.client;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave a collector alone that has failed: full jitter under an exponential bound from
 * 0.5 seconds to 5 minutes.
 *
 * <p>The bound is also at most a third of the time since the first failure in a row, so after an outage
 * of twelve seconds the collector is tried again within four, however unlucky the draws were. All times
 * are of the monotonic clock. Used by one thread.
 */
final class Backoff {

  static final Duration LEAST = Duration.ofMillis(500);
  static final Duration MOST = Duration.ofMinutes(5);

  private static final int SHARE_OF_OUTAGE = 3;

  private final RandomGenerator random;
  private int failures;
  private long firstFailure;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Notes a failure, and returns for how many nanoseconds to wait.
   *
   * @param now the time of the failure
   * @param asked what the collector asks for, or null; it is honoured, and jitter is added to it
   */
  long failed(long now, @Nullable Duration asked) {
    if (failures == 0) {
      firstFailure = now;
    }
    failures++;
    long jitter = random.nextLong(bound(now - firstFailure) + 1);
    return asked == null ? jitter : asked.toNanos() + Math.min(jitter, LEAST.toNanos());
  }

  void succeeded() {
    failures = 0;
  }

  /** Returns how many failures there were in a row. */
  int failures() {
    return failures;
  }

  private long bound(long outage) {
    long bound = LEAST.toNanos();
    for (int i = 1; i < failures && bound < MOST.toNanos(); i++) {
      bound *= 2;
    }
    long share = Math.max(LEAST.toNanos(), outage / SHARE_OF_OUTAGE);
    return Math.min(Math.min(bound, MOST.toNanos()), share);
  }
}
