package io.github.feedback4j.spring.redis;

import io.github.feedback4j.prompt.Count;
import io.github.feedback4j.prompt.SurveyCounters;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Counters in Redis, which every node that uses the same keys shares.
 *
 * <p>All counts of one name are one hash, with a field for each stretch of time, so that the script of
 * an exchange also finds what is long over without touching another key. Safe for use by several
 * threads; each call blocks for as long as Redis does. Trouble is a {@link RedisStoreException}.
 */
final class RedisSurveyCounters implements SurveyCounters {

  private static final RedisScript EXCHANGE = new RedisScript("""
      -- KEYS[1] all counts of a name
      -- ARGV    field "from until", version that must be there or '', new value, from
      local current = redis.call('HGET', KEYS[1], ARGV[1])
      local version = current and string.sub(current, 1, 8) or ''
      if version == string.sub(ARGV[3], 1, 8) then return 1 end
      if version ~= ARGV[2] then return 0 end
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
      if version == '' then
        for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
          local over = tonumber(string.match(field, ' (%-?%d+)$'))
          if over and over < tonumber(ARGV[4]) then redis.call('HDEL', KEYS[1], field) end
        end
      end
      return 1
      """);

  private final Redis redis;
  private final Random random;

  /**
   * Creates counters; connects to nothing before the first call.
   *
   * @param random makes versions
   */
  RedisSurveyCounters(Redis redis, Random random) {
    this.redis = redis;
    this.random = random;
  }

  @Override
  public Versioned load(Counter counter) {
    byte[] found = redis.<byte @Nullable []>run(
        "load a count", connection -> connection.hashCommands().hGet(key(counter), field(counter)));
    return found == null
        ? Versioned.ABSENT
        : new Versioned(decode(Stamped.body(found)), Stamped.version(found));
  }

  private static Count decode(byte[] content) {
    try {
      return Count.decode(new String(content, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new RedisStoreException(
          "could not load a count: " + e.getMessage(),
          "Update feedback4j where it is older than on other nodes.");
    }
  }

  @Override
  public boolean compareAndSet(Counter counter, long version, Count next) {
    byte[] value =
        Stamped.of(Stamped.newVersion(random), next.encode().getBytes(StandardCharsets.US_ASCII));
    return redis.run(
        "exchange a count",
        connection -> EXCHANGE.run(
            connection,
            key(counter),
            field(counter),
            Stamped.bytes(version),
            value,
            ascii(Long.toString(counter.from().getEpochSecond()))));
  }

  private byte[] key(Counter counter) {
    return redis.key("count", counter.name());
  }

  private static byte[] field(Counter counter) {
    return ascii(counter.from().getEpochSecond() + " " + counter.until().getEpochSecond());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
