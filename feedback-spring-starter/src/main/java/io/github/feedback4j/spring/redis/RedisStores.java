package io.github.feedback4j.spring.redis;

import io.github.feedback4j.spring.core.FeedbackProperties;
import io.github.feedback4j.spring.core.StartUpNote;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Ledger and counters in one Redis. */
@Order(1)
final class RedisStores implements StartUpNote {

  private final Redis redis;
  private final RedisLedger ledger;
  private final RedisSurveyCounters counters;

  RedisStores(RedisConnectionFactory connections, FeedbackProperties.Redis properties) {
    SecureRandom random = new SecureRandom();
    redis = new Redis(connections, properties.keyPrefix());
    ledger = new RedisLedger(redis, InstantSource.system(), random);
    counters = new RedisSurveyCounters(redis, random);
    EvictionCheck.warn(redis);
  }

  RedisLedger ledger() {
    return ledger;
  }

  RedisSurveyCounters counters() {
    return counters;
  }

  @Override
  public String startUpNote() {
    return "contacts are kept in Redis below '" + redis.prefix() + "'";
  }
}
