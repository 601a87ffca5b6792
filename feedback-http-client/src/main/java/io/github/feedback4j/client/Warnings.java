package io.github.feedback4j.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs trouble at WARN, each cause once a minute of the monotonic clock. Safe for use by several
 * threads.
 */
final class Warnings {

  private static final Logger log = LoggerFactory.getLogger(CollectorClient.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoTime;
  private final Map<Cause, Long> lastLogged = new ConcurrentHashMap<>();

  Warnings(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What can go wrong; a closed list, so that what is remembered is bounded. */
  enum Cause {
    RETRY,
    UNAUTHORISED,
    ODD_ANSWER,
    DEAD_LETTER,
    TOKEN,
    LISTENER,
    SENDER,
    EXECUTOR,
    UNKNOWN_SURVEY,
    NOT_KEPT
  }

  /**
   * Logs a message unless one of the same cause was logged within a minute.
   *
   * @param message with {@code {}} for each argument; neither may have personal data or a token
   */
  void warn(Cause cause, String message, Object... arguments) {
    long now = nanoTime.getAsLong();
    Long before = lastLogged.get(cause);
    if (before != null && now - before < QUIET) {
      return;
    }
    boolean[] due = {false};
    lastLogged.compute(cause, (key, last) -> {
      due[0] = last == null || now - last >= QUIET;
      return due[0] ? (Long) now : last;
    });
    if (due[0]) {
      log.warn(message, arguments);
    }
  }
}
