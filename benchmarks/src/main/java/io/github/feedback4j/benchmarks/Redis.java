package io.github.feedback4j.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import redis.embedded.RedisServer;

/** A Redis server with the same people in a ledger, under keys of one's own, and in buckets. */
final class Redis implements AutoCloseable {

  /** Compares the first eight bytes, which are the version, and writes. */
  private static final String COMPARE_AND_SET = """
      if redis.call('GETRANGE', KEYS[1], 0, 7) ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2])
      return 1
      """;

  private static final byte[] VERSION = ByteBuffer.allocate(8).putLong(1).array();

  /** The version and as many bytes as a history has. */
  private static final byte[] VALUE = ByteBuffer.allocate(8 + 64).putLong(1).array();

  private final RedisServer server;
  private final Application application;
  private final ContactLedger ledger;
  private final RedisClient client;
  private final StatefulRedisConnection<byte[], byte[]> connection;
  private final ProxyManager<byte[]> buckets;
  private final String script;

  Redis(People people) {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
      Path folder = Files.createTempDirectory("redis");
      folder.toFile().deleteOnExit();
      server = RedisServer.newRedisServer()
          .port(port)
          .bind("127.0.0.1")
          .setting("save \"\"")
          .setting("dir " + folder)
          .soutListener(line -> {})
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application = new Application(Map.of(
        "spring.data.redis.host", "127.0.0.1",
        "spring.data.redis.port", port,
        "spring.autoconfigure.exclude",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
        "feedback4j.survey-locations", "classpath*:none/*.yaml",
        "feedback4j.store", "memory",
        "feedback4j.ledger", "redis"));
    ledger = application.ledger();
    client = RedisClient.create("redis://127.0.0.1:" + port);
    connection = client.connect(ByteArrayCodec.INSTANCE);
    buckets = Bucket4jLettuce.casBasedBuilder(connection)
        .expirationAfterWrite(ExpirationAfterWriteStrategy.none())
        .build();
    script = connection.sync().scriptLoad(COMPARE_AND_SET);
    fill(people);
  }

  private void fill(People people) {
    for (int person = 0; person < people.size(); person++) {
      RespondentKey respondent = new RespondentKey(people.key(person));
      ledger.compareAndSet(
          respondent, 0, Workload.answered(respondent, person, Workload.lastAsked(person)));
    }
    long kept = connection.sync().dbsize();
    if (kept < people.size()) {
      throw new IllegalStateException(
          "Redis has %d keys for %d people: the starter keeps contacts elsewhere, see its start-up line"
              .formatted(kept, people.size()));
    }
    for (int person = 0; person < people.size(); person++) {
      String key = people.key(person);
      connection.sync().set(raw(key), VALUE);
      bucket(key);
    }
  }

  private static byte[] raw(String key) {
    return ("raw:" + key).getBytes(UTF_8);
  }

  /** Loads the person's history and commits it again. */
  boolean commit(String key) {
    RespondentKey respondent = new RespondentKey(key);
    Versioned loaded = ledger.load(respondent);
    return ledger.compareAndSet(respondent, loaded.version(), loaded.history()) == Commit.DONE;
  }

  /** One script that compares and writes, without asking first. */
  boolean evalSha(String key) {
    Long done = connection
        .sync()
        .evalsha(script, ScriptOutputType.INTEGER, new byte[][] {raw(key)}, VERSION, VALUE);
    return done == 1;
  }

  boolean bucket(String key) {
    return buckets
        .builder()
        .build(("bucket:" + key).getBytes(UTF_8), () -> Throttle.PLENTY)
        .tryConsume(1);
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
    application.close();
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
