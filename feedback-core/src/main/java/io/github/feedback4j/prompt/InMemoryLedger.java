package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in this process's memory, bounded by the number of people.
 *
 * <p>It forgets everything when the process ends, so people may be asked again after a restart: good
 * for tests, trials and tools. When it is full it drops histories that no rule can look back to any
 * more, and refuses new people if there is none; opt-outs are never dropped.
 *
 * @since 0.1
 */
public final class InMemoryLedger implements ContactLedger {

  /** The number of people unless said otherwise. */
  public static final int DEFAULT_MAX_RESPONDENTS = 1_000_000;

  private final ConcurrentHashMap<RespondentKey, Versioned> histories = new ConcurrentHashMap<>();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();
  private final Set<String> pausedView = Collections.unmodifiableSet(paused);
  private final AtomicReference<byte @Nullable []> secret = new AtomicReference<>();
  private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
  private final AtomicLong versions = new AtomicLong();
  private final int maxRespondents;
  private final InstantSource time;

  /** Creates an empty ledger for {@value #DEFAULT_MAX_RESPONDENTS} people. */
  public InMemoryLedger() {
    this(DEFAULT_MAX_RESPONDENTS, InstantSource.system());
  }

  /**
   * Creates an empty ledger.
   *
   * @param maxRespondents the greatest number of people, at least 1
   * @param time tells which histories no longer bind
   */
  public InMemoryLedger(int maxRespondents, InstantSource time) {
    if (maxRespondents < 1) {
      throw new IllegalArgumentException(
          "maxRespondents must be at least 1, but was " + maxRespondents);
    }
    this.maxRespondents = maxRespondents;
    this.time = time;
  }

  /** Returns the number of people with a history. */
  public int size() {
    return histories.size();
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    return histories.getOrDefault(respondent, Versioned.ABSENT);
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    if (version == 0 && histories.size() >= maxRespondents && !sweep()) {
      return histories.containsKey(respondent) ? Commit.CONFLICT : Commit.FULL;
    }
    // Versions come from one counter, so that a history that was erased and begun anew never has
    // the version of its forerunner.
    long nextVersion = versions.incrementAndGet();
    Versioned kept = histories.compute(respondent, (key, current) -> {
      long actual = current == null ? 0 : current.version();
      return actual == version ? new Versioned(history, nextVersion) : current;
    });
    return kept != null && kept.version() == nextVersion ? Commit.DONE : Commit.CONFLICT;
  }

  /** Drops what no longer binds and returns whether there is room; looks again only when it can help. */
  private boolean sweep() {
    Instant now = time.instant();
    if (now.isBefore(nextSweep.get())) {
      return false;
    }
    Instant earliest = Instant.MAX;
    for (var entry : histories.entrySet()) {
      Instant until = entry.getValue().history().bindsUntil();
      if (!until.isAfter(now)) {
        histories.remove(entry.getKey(), entry.getValue());
      } else if (until.isBefore(earliest)) {
        earliest = until;
      }
    }
    boolean room = histories.size() < maxRespondents;
    nextSweep.set(room ? Instant.MIN : earliest);
    return room;
  }

  @Override
  public void erase(RespondentKey respondent) {
    histories.remove(respondent);
    nextSweep.set(Instant.MIN);
  }

  @Override
  public Set<String> paused() {
    return pausedView;
  }

  @Override
  public void setPaused(String survey, boolean pause) {
    if (pause) {
      paused.add(survey);
    } else {
      paused.remove(survey);
    }
  }

  @Override
  public byte[] secretKey(byte[] proposed) {
    secret.compareAndSet(null, proposed.clone());
    byte[] kept = secret.get();
    return kept == null ? proposed.clone() : kept.clone();
  }
}
