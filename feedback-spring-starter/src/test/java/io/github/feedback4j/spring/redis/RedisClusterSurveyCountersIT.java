package io.github.feedback4j.spring.redis;

import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.testkit.SurveyCountersContract;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A cluster refuses a script or a command whose keys are in two slots. */
class RedisClusterSurveyCountersIT extends SurveyCountersContract {

  private final String prefix = TestRedis.prefix();
  private final LettuceConnectionFactory connections = TestRedis.sharedCluster().connect();
  private final RedisSurveyCounters counters = counters(1);
  private final RedisSurveyCounters secondNode = counters(2);

  private RedisSurveyCounters counters(long seed) {
    return new RedisSurveyCounters(new Redis(connections, prefix), new Random(seed));
  }

  @AfterEach
  void disconnect() {
    connections.destroy();
  }

  @Override
  protected SurveyCounters counters() {
    return counters;
  }

  @Override
  protected SurveyCounters secondNode() {
    return secondNode;
  }
}
