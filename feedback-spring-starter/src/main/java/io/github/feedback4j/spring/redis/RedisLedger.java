package io.github.feedback4j.spring.redis;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.PausedSurveys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact ledger in Redis, which every node that uses the same keys shares.
 *
 * <p>A history is one value that begins with its version. An exchange is one script that compares the
 * version and writes, so of two nodes one wins whatever their clocks say. A history that can no longer
 * bind anybody expires by itself, a day later to be sure of the clocks; an opt-out never does. Safe for
 * use by several threads; each call but {@link #paused} blocks for as long as Redis does. Trouble is a
 * {@link RedisStoreException}.
 */
final class RedisLedger implements ContactLedger {

  /** How much longer than it binds a history is kept. */
  static final Duration GRACE = Duration.ofDays(1);

  private static final RedisScript EXCHANGE = new RedisScript("""
      -- KEYS[1] a history
      -- ARGV    version that must be there or '', new value, its end in milliseconds or ''
      local version = redis.call('GETRANGE', KEYS[1], 0, 7)
      if version == string.sub(ARGV[2], 1, 8) then return 1 end
      if version ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2])
      if ARGV[3] ~= '' then redis.call('PEXPIREAT', KEYS[1], ARGV[3]) end
      return 1
      """);

  private final Redis redis;
  private final InstantSource time;
  private final Random random;
  private final PausedSurveys paused;

  /**
   * Creates a ledger; connects to nothing before the first call.
   *
   * @param time tells when to look again which surveys are paused, and keeps what binds nobody for a
   *     while
   * @param random makes versions
   */
  RedisLedger(Redis redis, InstantSource time, Random random) {
    this.redis = redis;
    this.time = time;
    this.random = random;
    this.paused = new PausedSurveys(this::readPaused, time);
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    byte[] found = redis.<byte @Nullable []>run(
        "load a contact history", connection -> connection.stringCommands().get(key(respondent)));
    return found == null
        ? Versioned.ABSENT
        : new Versioned(decode(Stamped.body(found), respondent), Stamped.version(found));
  }

  private static ContactHistory decode(byte[] bytes, RespondentKey respondent) {
    try {
      return ContactHistory.decode(bytes, respondent);
    } catch (IllegalArgumentException e) {
      throw new RedisStoreException(
          "could not load a contact history: " + e.getMessage(),
          "Update feedback4j where it is older than on other nodes.");
    }
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    byte[] value = Stamped.of(Stamped.newVersion(random), history.encode(respondent));
    return redis.run("commit a contact history", connection -> {
      try {
        boolean done =
            EXCHANGE.run(connection, key(respondent), Stamped.bytes(version), value, end(history));
        return done ? Commit.DONE : Commit.CONFLICT;
      } catch (RuntimeException e) {
        if (RedisStoreException.isSaid(e, "OOM command not allowed")) {
          return Commit.FULL;
        }
        throw e;
      }
    });
  }

  /** Returns when a history may go, in milliseconds; nothing if it must stay. */
  private byte[] end(ContactHistory history) {
    Instant until = history.bindsUntil();
    if (until.equals(Instant.MAX)) {
      return new byte[0];
    }
    Instant now = time.instant();
    Instant end = (until.isAfter(now) ? until : now).plus(GRACE);
    return Long.toString(end.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void erase(RespondentKey respondent) {
    redis.<@Nullable Long>run(
        "erase a contact history", connection -> connection.keyCommands().del(key(respondent)));
  }

  private byte[] key(RespondentKey respondent) {
    return redis.key("contact", respondent.value());
  }

  /**
   * Returns the keys of the surveys that are paused at run time, as they were up to {@link
   * PausedSurveys#MAX_AGE} ago; the first call after that reads them again.
   */
  @Override
  public Set<String> paused() {
    return paused.get();
  }

  private Set<String> readPaused() {
    return redis.run("read the paused surveys", connection -> {
      Set<String> surveys = new HashSet<>();
      for (byte[] each : Objects.requireNonNullElse(
          connection.setCommands().sMembers(redis.key("paused")), Set.<byte[]>of())) {
        surveys.add(new String(each, StandardCharsets.UTF_8));
      }
      return surveys;
    });
  }

  @Override
  public void setPaused(String survey, boolean pause) {
    byte[] key = redis.key("paused");
    byte[] member = survey.getBytes(StandardCharsets.UTF_8);
    redis.<@Nullable Long>run(
        "pause or resume a survey",
        connection -> pause
            ? connection.setCommands().sAdd(key, member)
            : connection.setCommands().sRem(key, member));
    paused.forget();
  }

  @Override
  public byte[] secretKey(byte[] proposed) {
    byte[] key = redis.key("pseudonym-key");
    return redis.run("read the pseudonym key", connection -> {
      byte[] known = connection.stringCommands().get(key);
      if (known != null) {
        return known;
      }
      connection.stringCommands().setNX(key, proposed);
      byte[] kept = connection.stringCommands().get(key);
      if (kept == null) {
        throw new RedisStoreException(
            "could not read the pseudonym key: it was there and is gone",
            "Set feedback4j.respondent.pseudonym-key, and maxmemory-policy of Redis to noeviction.");
      }
      return kept;
    });
  }
}
