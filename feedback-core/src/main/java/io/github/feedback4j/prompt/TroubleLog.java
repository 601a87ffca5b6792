package io.github.feedback4j.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs trouble with a store at WARN, once per cause and minute, however often it is met.
 *
 * <p>For the parts of feedback4j that must not throw into the application. Safe for use by several
 * threads; remembers at most 100 causes.
 *
 * @since 0.1
 */
public final class TroubleLog {

  private static final Logger log = LoggerFactory.getLogger(TroubleLog.class);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int MAX_CAUSES = 100;

  private final InstantSource time;
  private final Map<String, Instant> lastLogged = new ConcurrentHashMap<>();

  /** Creates a log that counts its minutes by {@code time}. */
  public TroubleLog(InstantSource time) {
    this.time = time;
  }

  /**
   * Logs the exception unless the same kind of it was logged for the same doing within a minute.
   *
   * @param doing what failed, with its consequence, such as "recording a contact"; no personal data
   */
  public void warn(String doing, RuntimeException e) {
    String cause = doing + ": " + e.getClass().getName();
    Instant now = time.instant();
    if (lastLogged.size() >= MAX_CAUSES) {
      lastLogged.clear();
    }
    Instant previous = lastLogged.compute(
        cause, (key, last) -> last == null || !now.isBefore(last.plus(QUIET)) ? now : last);
    if (previous.equals(now)) {
      log.warn("trouble while {}", doing, e);
    }
  }
}
