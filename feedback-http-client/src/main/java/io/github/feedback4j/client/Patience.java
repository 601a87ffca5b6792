package io.github.feedback4j.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits for a bounded time, whether or not the thread is interrupted: an interrupt asks the caller's
 * own work to end, and is no reason to lose an answer. It is still set afterwards.
 */
final class Patience {

  private Patience() {}

  /** Returns whether the lock is held now. */
  static boolean acquire(ReentrantLock lock, long nanos, LongSupplier nanoTime) {
    if (lock.tryLock()) {
      return true;
    }
    long deadline = nanoTime.getAsLong() + nanos;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return lock.tryLock(deadline - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns whether it became true in time. The lock of the condition is held. */
  static boolean await(Condition condition, BooleanSupplier isTrue, long nanos) {
    long left = nanos;
    boolean interrupted = false;
    try {
      while (!isTrue.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        try {
          left = condition.awaitNanos(left);
        } catch (InterruptedException e) {
          // What is left is a little more than said, once.
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
