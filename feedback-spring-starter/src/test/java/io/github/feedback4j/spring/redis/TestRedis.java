package io.github.feedback4j.spring.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis server on a free port, which keeps nothing on disk. */
final class TestRedis implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  /** Long enough for a busy machine; who tests an outage waits so long once. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final int CLUSTER_SLOTS = 16_384;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private final RedisServer server;
  private final int port;
  private final boolean isCluster;

  private TestRedis(boolean isCluster, String... settings) {
    try (ServerSocket socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
      this.isCluster = isCluster;
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path folder = Files.createTempDirectory(target, "redis");
      RedisServerBuilder builder = RedisServer.newRedisServer()
          .port(port)
          .bind(HOST)
          .setting("save \"\"")
          .setting("dir " + folder)
          .soutListener(line -> {});
      Stream.of(settings).forEach(builder::setting);
      server = builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** Starts a server of the test's own, with settings as in its configuration file. */
  static TestRedis with(String... settings) {
    return new TestRedis(false, settings);
  }

  /** Returns the server that the tests share; it ends with this process. */
  static TestRedis shared() {
    return Shared.SERVER;
  }

  /** Returns a cluster of one node, which refuses whatever touches keys of two slots. */
  static TestRedis sharedCluster() {
    return Shared.CLUSTER;
  }

  /** Returns a prefix for keys that no other test has. */
  static String prefix() {
    return "test" + PREFIXES.incrementAndGet() + ":";
  }

  private static final class Shared {
    static final TestRedis SERVER = with();
    static final TestRedis CLUSTER = cluster();

    private static TestRedis cluster() {
      TestRedis cluster = new TestRedis(true, "cluster-enabled yes");
      LettuceConnectionFactory plain =
          lettuce(new RedisStandaloneConfiguration(HOST, cluster.port));
      byte[][] slots = IntStream.range(0, CLUSTER_SLOTS)
          .mapToObj(each -> bytes(Integer.toString(each)))
          .toArray(byte[][]::new);
      byte[][] all =
          Stream.concat(Stream.of(bytes("ADDSLOTS")), Stream.of(slots)).toArray(byte[][]::new);
      try (RedisConnection connection = plain.getConnection()) {
        connection.execute("CLUSTER", all);
        while (!text(connection.execute("CLUSTER", bytes("INFO"))).contains("cluster_state:ok")) {
          Thread.onSpinWait();
        }
      } finally {
        plain.destroy();
      }
      return cluster;
    }
  }

  void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Returns a connection factory of its own, as another node of an application has one. */
  LettuceConnectionFactory connect() {
    return isCluster
        ? lettuce(new RedisClusterConfiguration(List.of(HOST + ":" + port)))
        : lettuce(new RedisStandaloneConfiguration(HOST, port));
  }

  LettuceConnectionFactory connectAs(String user, String password) {
    RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(HOST, port);
    configuration.setUsername(user);
    configuration.setPassword(password);
    return lettuce(configuration);
  }

  private static LettuceConnectionFactory lettuce(RedisConfiguration configuration) {
    LettuceClientConfiguration client = LettuceClientConfiguration.builder()
        .commandTimeout(TIMEOUT)
        .shutdownTimeout(Duration.ZERO)
        .build();
    LettuceConnectionFactory factory = configuration instanceof RedisClusterConfiguration cluster
        ? new LettuceConnectionFactory(cluster, client)
        : new LettuceConnectionFactory((RedisStandaloneConfiguration) configuration, client);
    factory.afterPropertiesSet();
    factory.start();
    return factory;
  }

  /** Runs one command and returns its answer. */
  static Object command(RedisConnectionFactory factory, String command, String... arguments) {
    try (RedisConnection connection = factory.getConnection()) {
      return connection.execute(
          command, Stream.of(arguments).map(TestRedis::bytes).toArray(byte[][]::new));
    }
  }

  static String text(Object answer) {
    return new String((byte[]) answer, StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    stop();
  }
}
