package io.github.feedback4j.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Count;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.testkit.SurveyCountersContract;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisSurveyCountersIT extends SurveyCountersContract {

  private static final Counter TOTAL = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);

  private final String prefix = TestRedis.prefix();
  private final LettuceConnectionFactory connections = TestRedis.shared().connect();
  private final LettuceConnectionFactory otherConnections = TestRedis.shared().connect();
  private final RedisSurveyCounters counters = counters(connections, 1);
  private final RedisSurveyCounters secondNode = counters(otherConnections, 2);

  private RedisSurveyCounters counters(LettuceConnectionFactory factory, long seed) {
    return new RedisSurveyCounters(new Redis(factory, prefix), new Random(seed));
  }

  @AfterEach
  void disconnect() {
    connections.destroy();
    otherConnections.destroy();
  }

  @Override
  protected SurveyCounters counters() {
    return counters;
  }

  @Override
  protected SurveyCounters secondNode() {
    return secondNode;
  }

  @Test
  void goesOnWhenRedisHasForgottenItsScripts() {
    counters.lease(TOTAL, 10, 3);
    TestRedis.command(connections, "SCRIPT", "FLUSH");

    assertThat(secondNode.lease(TOTAL, 10, 3)).isEqualTo(3);
    assertThat(counters.load(TOTAL).count().taken()).isEqualTo(6);
  }

  @Test
  void anExchangeThatIsSentTwiceBecauseItsAnswerWasLostTookPlaceOnce() {
    Count five = Count.decode("1 5 0 0 0 0");
    assertThat(counters(connections, 7).compareAndSet(TOTAL, 0, five)).isTrue();

    assertThat(counters(connections, 7).compareAndSet(TOTAL, 0, five)).isTrue();

    assertThat(counters.load(TOTAL).count()).isEqualTo(five);
    assertThat(counters.compareAndSet(TOTAL, 0, five)).isFalse();
  }
}
