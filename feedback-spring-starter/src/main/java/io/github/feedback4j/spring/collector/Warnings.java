package io.github.feedback4j.spring.collector;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what goes wrong, once a minute for each cause. Safe for use by several threads. */
final class Warnings {

  private static final Logger log = LoggerFactory.getLogger("io.github.feedback4j.collector");

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private final Map<String, Said> byCause = new HashMap<>();

  /** When a cause was last said, and how often it has been left unsaid since. */
  private record Said(long at, int unsaid) {}

  Warnings(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Says something unless its cause was said less than a minute ago.
   *
   * @param cause one of few, and one of them for each application at most
   */
  void say(String cause, String what) {
    int unsaid;
    synchronized (byCause) {
      long now = nanoTime.getAsLong();
      Said last = byCause.get(cause);
      if (last != null && now - last.at() < MINUTE) {
        byCause.put(cause, new Said(last.at(), last.unsaid() + 1));
        return;
      }
      unsaid = last == null ? 0 : last.unsaid();
      byCause.put(cause, new Said(now, 0));
    }
    if (unsaid == 0) {
      log.warn("{}", what);
    } else {
      log.warn("{}; and {} times more since this was last said", what, unsaid);
    }
  }
}
