package io.github.feedback4j;

import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tagger of the pack that is in force on all nodes, as it was up to {@link #MAX_AGE} ago.
 *
 * <p>One thread looks for another pack and compiles it; the others go on with the one that they have. A
 * store that is away changes nothing: comments are taken in all the same, and are tagged again later.
 */
final class ActivePack implements Supplier<ThemeTagger> {

  static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final PackStore store;
  private final ThemeTagger configured;
  private final InstantSource time;
  private final TroubleLog trouble;
  private final ReentrantLock refresh = new ReentrantLock();
  private volatile Known known;

  /** What was in force at some time; without an activation it is what the application was configured with. */
  private record Known(
      @Nullable Activation activation,
      ThemeTagger tagger,
      @Nullable Instant readAt) {

    int number() {
      return activation == null ? 0 : activation.number();
    }

    boolean isFreshAt(Instant now) {
      // A clock that was set back makes it stale too.
      return readAt != null && !now.isBefore(readAt) && !now.isAfter(readAt.plus(MAX_AGE));
    }
  }

  ActivePack(PackStore store, ThemeTagger configured, InstantSource time) {
    this.store = store;
    this.configured = configured;
    this.time = time;
    this.trouble = new TroubleLog(time);
    this.known = new Known(null, configured, null);
  }

  /** Returns what the application was configured with. */
  ThemeTagger configured() {
    return configured;
  }

  @Override
  public ThemeTagger get() {
    Known last = known;
    if (last.isFreshAt(time.instant())) {
      return last.tagger;
    }
    if (last.readAt == null) {
      // Nobody knows yet what is in force, so all wait for the first look.
      refresh.lock();
    } else if (!refresh.tryLock()) {
      return last.tagger;
    }
    try {
      // Whoever had the lock before may have looked already, and later than this thread asked.
      Instant mine = time.instant();
      if (!known.isFreshAt(mine)) {
        readOrKeep(mine);
      }
    } finally {
      refresh.unlock();
    }
    return known.tagger;
  }

  private void readOrKeep(Instant now) {
    try {
      read(now);
    } catch (RuntimeException e) {
      trouble.warn("looking for the active theme pack; the last one known is used", e);
      known = new Known(known.activation, known.tagger, now);
    }
  }

  private void read(Instant now) {
    Known last = known;
    Activation newer = store.newerThan(last.number());
    if (newer == null) {
      known = new Known(last.activation, last.tagger, now);
    } else {
      use(newer, now);
    }
  }

  private void use(Activation newer, Instant now) {
    // Who tags with something that is no pack, or not at all, is not made to do so by another node.
    ThemeTagger tagger = configured.pack() == null ? configured : ThemeTagger.phrases(newer.pack());
    known = new Known(newer, tagger, now);
  }

  /**
   * Returns the activation that is in force at this moment, or null if there was none.
   *
   * @throws RuntimeException whatever the store throws if it cannot be reached
   */
  @Nullable
  Activation look() {
    refresh.lock();
    try {
      read(time.instant());
      return known.activation;
    } finally {
      refresh.unlock();
    }
  }

  /** Makes the next {@link #get} look again; call it after a change of this node. */
  void forget() {
    refresh.lock();
    try {
      known = new Known(known.activation, known.tagger, null);
    } finally {
      refresh.unlock();
    }
  }
}
