package io.github.feedback4j.client;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Waits until what is in the spool has left it, and says what became of it. Safe for use by several
 * threads.
 */
final class Flushing {

  private final Spool spool;
  private final Sender sender;
  private final DeliveryMeter meter;
  private final Pause work;
  private final Pause progress;
  private final LongSupplier nanoTime;

  Flushing(
      Spool spool,
      Sender sender,
      DeliveryMeter meter,
      Pause work,
      Pause progress,
      LongSupplier nanoTime) {
    this.spool = spool;
    this.sender = sender;
    this.meter = meter;
    this.work = work;
    this.progress = progress;
    this.nanoTime = nanoTime;
  }

  /**
   * Waits until nothing of what is there now is left, a time of the monotonic clock has come, there is no
   * use in it, or the thread is interrupted, which stays so.
   */
  FlushResult run(long deadline, BooleanSupplier noUse) {
    SpoolStats before = spool.stats();
    long delivered = meter.delivered();
    sender.hurry(true);
    work.tell();
    try {
      while (true) {
        long known = progress.news();
        FlushResult result = result(before, delivered);
        long left = deadline - nanoTime.getAsLong();
        if (result.isComplete() || left <= 0 || noUse.getAsBoolean()) {
          return result;
        }
        progress.await(known, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return result(before, delivered);
    } finally {
      sender.hurry(false);
    }
  }

  private FlushResult result(SpoolStats before, long deliveredBefore) {
    // An append counts as pending first and as accepted then, and threads append meanwhile. So what
    // was accepted is read before what is pending: this may say too late that all has left, never
    // too early.
    long accepted = spool.stats().accepted();
    SpoolStats now = spool.stats();
    // The oldest leave first, so what was appended meanwhile is the last to be pending. Only what
    // was erased may have been of the newest.
    long added = accepted - before.accepted();
    long erased = Math.min(added, now.erased() - before.erased());
    long pending = Math.min(now.pendingRecords(), now.pendingRecords() - added + erased);
    return new FlushResult(
        meter.delivered() - deliveredBefore,
        deadLettered(now) - deadLettered(before),
        Math.max(0, pending));
  }

  private static long deadLettered(SpoolStats stats) {
    return stats.deadLettered().values().stream().mapToLong(Long::longValue).sum();
  }
}
