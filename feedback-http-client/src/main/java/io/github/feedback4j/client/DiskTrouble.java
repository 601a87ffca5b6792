package io.github.feedback4j.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that one kind of work on the disk fails, once a minute while it does, and when it works again.
 * Safe for use by several threads.
 */
final class DiskTrouble {

  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final String work;
  private final LongSupplier nanoTime;
  private volatile boolean present;
  private @Nullable Long saidNanos;

  /**
   * @param work what fails, as the rest of "the spool cannot …"
   */
  DiskTrouble(String work, LongSupplier nanoTime) {
    this.work = work;
    this.nanoTime = nanoTime;
  }

  boolean isPresent() {
    return present;
  }

  synchronized void begins(IOException cause) {
    present = true;
    long now = nanoTime.getAsLong();
    if (saidNanos == null || now - saidNanos >= QUIET_NANOS) {
      saidNanos = now;
      log.warn("The spool cannot {}: {}", work, cause.toString());
    }
  }

  void ends() {
    if (present) {
      present = false;
      log.info("The spool can {} again", work);
    }
  }
}
