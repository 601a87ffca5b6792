package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on this node, for some seconds, what a shared ledger said, so that a person who is to be
 * left alone costs no second round trip.
 *
 * <p>Only {@link #recall} answers from memory; {@link #load} and {@link #compareAndSet} always go to
 * the shared ledger. What this node commits or erases it forgets at once; what another node does may
 * go unseen for as long as a memory lasts, which can only mean that somebody is not asked for a few
 * seconds more. Safe for use by several threads. The shared ledger stays yours to close.
 *
 * @since 0.1
 */
public final class NearLedger implements ContactLedger {

  // A table of slots, each with what was last loaded of one of the people whose keys lead there.
  // Another person takes the slot over, so the table is bounded without any order to keep, and
  // whoever loses a slot pays one round trip.
  //
  // A load that began before a change must not be remembered after it. It therefore takes its slot
  // only if nobody touched that since before it asked the store, and a change puts a new object
  // there, never null: an object that is still referenced cannot come back as another one.

  /** How long something is remembered unless said otherwise. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(5);

  /** The longest time for which something may be remembered. */
  public static final Duration LONGEST_MAX_AGE = Duration.ofMinutes(1);

  /** How many people are remembered at most unless said otherwise. */
  public static final int DEFAULT_MAX_RESPONDENTS = 4_096;

  /** Longer histories are rare and not remembered, which bounds the memory of a full table. */
  static final int MAX_CONTACTS = 64;

  private final ContactLedger shared;
  private final Duration maxAge;
  private final AtomicReferenceArray<@Nullable Memory> slots;
  private final InstantSource time;

  /** What was known of a person at some time; nobody and nothing after a change. */
  private record Memory(
      @Nullable RespondentKey respondent, ContactHistory history, Instant askedAt) {

    static Memory none() {
      return new Memory(null, ContactHistory.EMPTY, Instant.MIN);
    }
  }

  /** Remembers {@value #DEFAULT_MAX_RESPONDENTS} people for {@link #DEFAULT_MAX_AGE}. */
  public NearLedger(ContactLedger shared) {
    this(shared, DEFAULT_MAX_AGE, DEFAULT_MAX_RESPONDENTS, InstantSource.system());
  }

  /**
   * Creates a ledger that remembers nothing yet.
   *
   * @param shared the ledger that other nodes use as well
   * @param maxAge how long something is remembered, at most {@link #LONGEST_MAX_AGE}
   * @param maxRespondents how many people are remembered at most, at least 1
   * @param time tells how old a memory is
   */
  public NearLedger(ContactLedger shared, Duration maxAge, int maxRespondents, InstantSource time) {
    if (maxAge.isNegative() || maxAge.isZero() || maxAge.compareTo(LONGEST_MAX_AGE) > 0) {
      throw new IllegalArgumentException("maxAge must be above zero and at most %s, but was %s"
          .formatted(LONGEST_MAX_AGE, maxAge));
    }
    if (maxRespondents < 1) {
      throw new IllegalArgumentException(
          "maxRespondents must be at least 1, but was " + maxRespondents);
    }
    this.shared = shared;
    this.maxAge = maxAge;
    this.slots = new AtomicReferenceArray<>(maxRespondents);
    this.time = time;
  }

  @Override
  public @Nullable ContactHistory recall(RespondentKey respondent) {
    Memory memory = slots.get(slot(respondent));
    return memory != null && respondent.equals(memory.respondent) && isFresh(memory, time.instant())
        ? memory.history
        : null;
  }

  private boolean isFresh(Memory memory, Instant now) {
    // A clock that was set back makes it stale too.
    return !now.isBefore(memory.askedAt) && now.isBefore(memory.askedAt.plus(maxAge));
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    int slot = slot(respondent);
    Memory before = slots.get(slot);
    Instant askedAt = time.instant();
    Versioned loaded = shared.load(respondent);
    ContactHistory history = loaded.history();
    if (canHoldBack(history)) {
      slots.compareAndSet(slot, before, new Memory(respondent, history, askedAt));
    } else if (before != null && respondent.equals(before.respondent)) {
      slots.compareAndSet(slot, before, Memory.none());
    }
    return loaded;
  }

  private static boolean canHoldBack(ContactHistory history) {
    int contacts = history.contacts().size();
    return contacts <= MAX_CONTACTS && (contacts > 0 || history.optedOutAt() != null);
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    try {
      return shared.compareAndSet(respondent, version, history);
    } finally {
      forget(respondent);
    }
  }

  @Override
  public void erase(RespondentKey respondent) {
    try {
      shared.erase(respondent);
    } finally {
      forget(respondent);
    }
  }

  /** Also after a failure, because the change may have taken place. */
  private void forget(RespondentKey respondent) {
    slots.set(slot(respondent), Memory.none());
  }

  @Override
  public Set<String> paused() {
    return shared.paused();
  }

  @Override
  public void setPaused(String survey, boolean paused) {
    shared.setPaused(survey, paused);
  }

  @Override
  public byte[] secretKey(byte[] proposed) {
    return shared.secretKey(proposed);
  }

  private int slot(RespondentKey respondent) {
    int hash = respondent.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), slots.length());
  }
}
