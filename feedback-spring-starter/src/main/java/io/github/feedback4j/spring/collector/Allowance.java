package io.github.feedback4j.spring.collector;

import io.github.feedback4j.spring.collector.CollectorProperties.RateLimit;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many batches may still come: so many at once, and then one whenever its share of the time has
 * passed. Safe for use by several threads.
 */
final class Allowance {

  // A bucket of tokens in one number: the moment at which it would be full again. A batch moves
  // that moment on by its share, and is refused if that would be further away than the whole
  // stretch.

  private final long share;
  private final long stretch;
  private final LongSupplier nanoTime;
  private long fullAt;

  /** Creates a full allowance; with a limit of 0 batches everything is allowed. */
  Allowance(RateLimit limit, LongSupplier nanoTime) {
    this.share = limit.batches() == 0 ? 0 : limit.within().toNanos() / limit.batches();
    this.stretch = share * limit.batches();
    this.nanoTime = nanoTime;
    this.fullAt = nanoTime.getAsLong();
  }

  /** Takes one batch and returns zero, or returns how long to wait until there is one. */
  synchronized Duration take() {
    long now = nanoTime.getAsLong();
    long needed = Math.max(0, fullAt - now) + share;
    if (needed > stretch) {
      return Duration.ofNanos(needed - stretch);
    }
    fullAt = now + needed;
    return Duration.ZERO;
  }
}
