package io.github.feedback4j;

import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.SurveyRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The surveys whose answers may be kept here: those of this application and, beside them, the registered
 * ones of others as they were up to {@link #MAX_AGE} ago.
 *
 * <p>Nobody who asks or answers waits for this: what is asked here is in the application's own catalogue.
 * One thread looks for newly registered surveys; the others go on with those that they have. A registry
 * that is away changes nothing.
 */
final class KnownSurveys implements Supplier<SurveyCatalog> {

  static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final SurveyCatalog own;
  private final @Nullable SurveyRegistry registry;
  private final InstantSource time;
  private final TroubleLog trouble;
  private final ReentrantLock refresh = new ReentrantLock();
  private volatile Known known;

  /** What was registered at some time; without a revision nobody has found out yet. */
  private record Known(
      SurveyCatalog surveys,
      @Nullable Long revision,
      @Nullable Instant readAt) {

    boolean isFreshAt(Instant now) {
      // A clock that was set back makes it stale too.
      return readAt != null && !now.isBefore(readAt) && !now.isAfter(readAt.plus(MAX_AGE));
    }
  }

  KnownSurveys(SurveyCatalog own, @Nullable SurveyRegistry registry, InstantSource time) {
    this.own = own;
    this.registry = registry;
    this.time = time;
    this.trouble = new TroubleLog(time);
    this.known = new Known(own, null, null);
  }

  /** Returns the surveys of this application alone. */
  SurveyCatalog own() {
    return own;
  }

  @Override
  public SurveyCatalog get() {
    SurveyRegistry others = registry;
    if (others == null) {
      return own;
    }
    Known last = known;
    if (last.isFreshAt(time.instant())) {
      return last.surveys;
    }
    if (last.readAt == null) {
      // Nobody knows yet what is registered, so all wait for the first look.
      refresh.lock();
    } else if (!refresh.tryLock()) {
      return last.surveys;
    }
    try {
      // Whoever had the lock before may have looked already, and later than this thread asked.
      Instant mine = time.instant();
      if (!known.isFreshAt(mine)) {
        known = readOrKeep(others, known, mine);
      }
    } finally {
      refresh.unlock();
    }
    return known.surveys;
  }

  private Known readOrKeep(SurveyRegistry others, Known last, Instant now) {
    try {
      // Read before the surveys: one that is registered in between is found by the next look.
      long revision = others.revision();
      return last.revision != null && last.revision == revision
          ? new Known(last.surveys, revision, now)
          : new Known(own.beside(others.all()), revision, now);
    } catch (RuntimeException e) {
      trouble.warn("looking for registered surveys; the last ones known are used", e);
      return new Known(last.surveys, last.revision, now);
    }
  }
}
