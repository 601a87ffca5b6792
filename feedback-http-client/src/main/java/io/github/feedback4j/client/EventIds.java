package io.github.feedback4j.client;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of events: UUIDs of version 7 (RFC 9562), each greater than the one before.
 *
 * <p>Every new millisecond starts at a random place, and within it the ids count up; so randomness that
 * is strong and slow is needed once a millisecond at most. While the clock is set back, the ids go on
 * from the latest time. Safe for use by several threads.
 */
final class EventIds {

  /** One bit less than there is room for, so that counting up never overflows. */
  private static final long START_MASK = (1L << 61) - 1;

  private static final long VERSION_7 = 7L << 12;
  private static final long VARIANT_2 = 1L << 63;

  private final InstantSource time;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private long millis = Long.MIN_VALUE;
  private long high;
  private long low;

  EventIds(InstantSource time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  UUID next() {
    long now = time.millis();
    lock.lock();
    try {
      if (now > millis) {
        millis = now;
        high = (now << 16) | VERSION_7 | (random.nextInt() & 0xfff);
        low = random.nextLong() & START_MASK;
      } else {
        low++;
      }
      return new UUID(high, VARIANT_2 | low);
    } finally {
      lock.unlock();
    }
  }
}
