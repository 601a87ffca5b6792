package io.github.feedback4j.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The paused surveys of a shared store, as they were up to {@link #MAX_AGE} ago: what a {@link
 * ContactLedger#paused} of your own answers with.
 *
 * <p>Safe for use by several threads. One of them reads the store when what is known is too old; the
 * others wait for it, and share its failure as well, so that a store which is away is not waited for
 * once per thread.
 *
 * @since 0.1
 */
public final class PausedSurveys {

  /** The greatest age of what {@link #get} answers. */
  public static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final Supplier<Set<String>> store;
  private final InstantSource time;

  private final ReentrantLock refresh = new ReentrantLock();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile @Nullable Known known;
  private @Nullable RuntimeException failure;

  /** The paused surveys as they were at some time. */
  private record Known(Set<String> surveys, Instant readAt) {

    boolean isFreshAt(Instant now) {
      // A clock that was set back makes it stale too.
      return !now.isBefore(readAt) && !now.isAfter(readAt.plus(MAX_AGE));
    }
  }

  /**
   * Knows nothing yet, so the first {@link #get} reads.
   *
   * @param store reads the keys of the paused surveys; may throw
   * @param time tells when to read again
   */
  public PausedSurveys(Supplier<Set<String>> store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /** Returns the keys; throws what the store throws if it has to be read and cannot. */
  public Set<String> get() {
    Instant now = time.instant();
    Known last = known;
    if (last != null && last.isFreshAt(now)) {
      return last.surveys;
    }
    int readsBefore = reads.get();
    refresh.lock();
    try {
      last = known;
      boolean somebodyRead = reads.get() != readsBefore;
      if (last != null && (somebodyRead || last.isFreshAt(now))) {
        return last.surveys;
      }
      if (failure != null && somebodyRead) {
        throw failure;
      }
      return read(now);
    } finally {
      refresh.unlock();
    }
  }

  private Set<String> read(Instant now) {
    try {
      Known read = new Known(Set.copyOf(store.get()), now);
      known = read;
      failure = null;
      return read.surveys;
    } catch (RuntimeException e) {
      known = null;
      failure = e;
      throw e;
    } finally {
      reads.incrementAndGet();
    }
  }

  /** Makes the next {@link #get} read again; call it after a change of this node. */
  public void forget() {
    // Under the lock, so that a refresh that read before the change cannot write after it.
    refresh.lock();
    try {
      known = null;
    } finally {
      refresh.unlock();
    }
  }
}
