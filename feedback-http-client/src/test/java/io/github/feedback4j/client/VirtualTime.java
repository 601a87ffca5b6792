package io.github.feedback4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock and a monotonic clock that stand still until a test turns them, together or apart. */
final class VirtualTime implements InstantSource, LongSupplier {

  private volatile Instant now = Samples.MONDAY;
  private volatile long nanos = 17;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  /** Lets time pass. */
  synchronized void pass(long by) {
    nanos += by;
    now = now.plusNanos(by);
  }

  void pass(Duration by) {
    pass(by.toNanos());
  }

  /** Sets the clock, as an administrator does, while no time passes. */
  synchronized void jump(Duration by) {
    now = now.plus(by);
  }
}
