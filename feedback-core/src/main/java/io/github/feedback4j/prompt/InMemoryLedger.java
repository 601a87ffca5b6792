package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final Duration LONGEST_REST = Duration.ofDays(1);

  /** Whose a history is does not matter where only times are looked at. */
  private static final RespondentKey NOBODY = new RespondentKey("nobody");

  // A history is one array of bytes, which begins with the key of its person; gates read it without
  // making objects of it. Its version is a hash of the bytes, so it takes no room.

  private final HistoryTable table = new HistoryTable(InMemoryLedger::hash);
  private final SharedWords words = new SharedWords();
  private final AtomicInteger size = new AtomicInteger();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();
  private final Set<String> pausedView = Collections.unmodifiableSet(paused);
  private final AtomicReference<byte @Nullable []> secret = new AtomicReference<>();
  private final Object sweeping = new Object();
  private final int maxRespondents;
  private final InstantSource time;
  private Instant nextSweep = Instant.MIN;

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
    return size.get();
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    byte[] entry = find(key(respondent, new HistoryOutput()), hash(respondent));
    return entry == null
        ? Versioned.ABSENT
        : new Versioned(history(entry, respondent), version(entry));
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    HistoryOutput key = key(respondent, new HistoryOutput());
    byte[] current = find(key, hash(respondent));
    if (version != (current == null ? 0 : version(current))) {
      return Commit.CONFLICT;
    }
    return exchange(key, hash(respondent), current, entry(key, respondent, history));
  }

  /** Writes what the entry of a person begins with. */
  static HistoryOutput key(RespondentKey respondent, HistoryOutput out) {
    out.clear().text(respondent.value(), 0, 0);
    return out;
  }

  private static long hash(RespondentKey respondent) {
    return SamplingPosition.unitHash(respondent.value());
  }

  private static long hash(byte[] entry) {
    HistoryInput in = new HistoryInput(entry, 0);
    return SamplingPosition.unitHash(in.text(in.number()));
  }

  /** Equal histories have equal versions: whoever read the one may well exchange the other. */
  private static long version(byte[] entry) {
    long hash = SamplingPosition.xxh64(entry, 0);
    return hash == 0 ? 1 : hash;
  }

  /** Returns the words in which entries are written. */
  SharedWords words() {
    return words;
  }

  /** Returns the entry of a person by their key and its hash, or null if there is none. */
  byte @Nullable [] find(HistoryOutput key, long hash) {
    return table.find(key, hash);
  }

  /** Returns what an entry says. */
  ContactHistory history(byte[] entry, RespondentKey respondent) {
    HistoryInput in = new HistoryInput(entry, 0);
    in.skip((int) (in.number() >>> 2));
    return HistoryCodec.read(in, respondent, words);
  }

  private byte[] entry(HistoryOutput key, RespondentKey respondent, ContactHistory history) {
    HistoryOutput out = new HistoryOutput();
    out.append(key);
    HistoryCodec.write(history, respondent, out, words);
    return out.toBytes();
  }

  /** Puts an entry in the place of that which was found. */
  Commit exchange(HistoryOutput key, long hash, byte @Nullable [] expected, byte[] next) {
    if (expected != null) {
      return table.exchange(key, hash, expected, next) ? Commit.DONE : Commit.CONFLICT;
    }
    boolean done = false;
    try {
      if (size.incrementAndGet() > maxRespondents && !sweep()) {
        return find(key, hash) == null ? Commit.FULL : Commit.CONFLICT;
      }
      done = table.exchange(key, hash, null, next);
      return done ? Commit.DONE : Commit.CONFLICT;
    } finally {
      if (!done) {
        size.decrementAndGet();
      }
    }
  }

  /**
   * Drops what no longer binds and returns whether there is room. One thread at a time, and not before
   * something can end: until then there is no use in looking at everybody.
   */
  private boolean sweep() {
    Instant now = time.instant();
    synchronized (sweeping) {
      if (size.get() <= maxRespondents || now.isBefore(nextSweep)) {
        return size.get() <= maxRespondents;
      }
      // An opt-out that is revoked ends sooner than was known.
      nextSweep = now.plus(LONGEST_REST);
      table.removeIf(entry -> {
        Instant until = history(entry, NOBODY).bindsUntil();
        boolean isOver = !until.isAfter(now);
        if (isOver) {
          size.decrementAndGet();
        } else if (until.isBefore(nextSweep)) {
          nextSweep = until;
        }
        return isOver;
      });
      return size.get() <= maxRespondents;
    }
  }

  @Override
  public void erase(RespondentKey respondent) {
    HistoryOutput key = key(respondent, new HistoryOutput());
    long hash = hash(respondent);
    for (byte[] entry = find(key, hash); entry != null; entry = find(key, hash)) {
      if (table.exchange(key, hash, entry, null)) {
        size.decrementAndGet();
      }
    }
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
