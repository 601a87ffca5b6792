package io.github.feedback4j.prompt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters in this process's memory.
 *
 * <p>They forget everything when the process ends, and each process counts for itself: good for tests,
 * trials and tools. Keeps at most a few counts per name.
 *
 * @since 0.1
 */
public final class InMemorySurveyCounters implements SurveyCounters {

  private final ConcurrentHashMap<Counter, Versioned> counts = new ConcurrentHashMap<>();
  private final AtomicLong versions = new AtomicLong();

  /** Creates counters at zero. */
  public InMemorySurveyCounters() {}

  /** Returns how many counts are kept. */
  public int size() {
    return counts.size();
  }

  @Override
  public Versioned load(Counter counter) {
    return counts.getOrDefault(counter, Versioned.ABSENT);
  }

  @Override
  public boolean compareAndSet(Counter counter, long version, Count next) {
    long nextVersion = versions.incrementAndGet();
    Versioned kept = counts.compute(counter, (key, current) -> {
      long actual = current == null ? 0 : current.version();
      return actual == version ? new Versioned(next, nextVersion) : current;
    });
    boolean done = kept != null && kept.version() == nextVersion;
    if (done && version == 0) {
      counts
          .keySet()
          .removeIf(
              each -> each.name().equals(counter.name()) && each.until().isBefore(counter.from()));
    }
    return done;
  }
}
