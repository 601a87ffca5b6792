package io.github.feedback4j.spring.redis;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.testkit.ContactLedgerContract;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A cluster refuses a script or a command whose keys are in two slots. */
class RedisClusterLedgerIT extends ContactLedgerContract {

  private final String prefix = TestRedis.prefix();
  private final LettuceConnectionFactory connections = TestRedis.sharedCluster().connect();
  private final RedisLedger ledger = ledger(1);
  private final RedisLedger secondNode = ledger(2);

  private RedisLedger ledger(long seed) {
    return new RedisLedger(
        new Redis(connections, prefix), InstantSource.system(), new Random(seed));
  }

  @AfterEach
  void disconnect() {
    connections.destroy();
  }

  @Override
  protected ContactLedger ledger() {
    return ledger;
  }

  @Override
  protected ContactLedger secondNode() {
    return secondNode;
  }
}
