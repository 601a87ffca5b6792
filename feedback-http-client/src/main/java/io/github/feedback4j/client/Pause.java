package io.github.feedback4j.client;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where threads wait for news of each other: the sender for work, and who flushes for the sender.
 *
 * <p>Who waits says what news it knew before it looked around, so none is missed in between. No monitor
 * is held, so a virtual thread that waits here frees its carrier.
 */
final class Pause {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicLong news = new AtomicLong();

  /** Returns how much news there was until now. */
  long news() {
    return news.get();
  }

  /** Waits until there is more news than was known, or for so many nanoseconds. */
  void await(long known, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (news.get() == known && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  void tell() {
    lock.lock();
    try {
      news.incrementAndGet();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
