package io.github.feedback4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until the test moves it, forward or back.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SettableTime implements InstantSource {

  private final AtomicReference<Instant> now;

  private SettableTime(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Returns a clock that shows this time. */
  public static SettableTime at(Instant start) {
    return new SettableTime(start);
  }

  /** Returns a clock that shows this time, such as {@code 2026-01-05T08:00:00Z}. */
  public static SettableTime at(String start) {
    return new SettableTime(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock; a negative duration moves it back. Returns the new time. */
  public Instant advance(Duration by) {
    return now.updateAndGet(each -> each.plus(by));
  }

  /** Sets the clock. */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public String toString() {
    return "SettableTime[" + now.get() + "]";
  }
}
