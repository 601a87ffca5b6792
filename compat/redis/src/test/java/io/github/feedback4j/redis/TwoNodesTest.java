package io.github.feedback4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Two nodes of an application over the connection factory that Boot gives them. */
class TwoNodesTest {

  private static final int ASKS = 200;

  @TempDir
  private static Path folder;

  private static RedisServer redis;
  private static ConfigurableApplicationContext first;
  private static ConfigurableApplicationContext second;

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    redis = RedisServer.newRedisServer()
        .port(port)
        .setting("save \"\"")
        .setting("dir " + folder)
        .soutListener(line -> {})
        .build();
    redis.start();
    first = node("first", port);
    second = node("second", port);
  }

  private static ConfigurableApplicationContext node(String name, int port) {
    return SpringApplication.run(
        RedisApplication.class,
        "--spring.data.redis.port=" + port,
        "--spring.data.redis.timeout=5s",
        "--feedback4j.ledger=redis",
        "--feedback4j.jdbc.file=" + folder.resolve(name));
  }

  @AfterAll
  static void stop() throws Exception {
    first.close();
    second.close();
    redis.stop();
  }

  @Test
  void twoHundredAsksForOnePersonOverBothNodesReserveOneInvitation() throws Exception {
    CyclicBarrier start = new CyclicBarrier(ASKS);
    ExecutorService threads = Executors.newFixedThreadPool(ASKS);
    List<UUID> invitations = new ArrayList<>();
    try {
      List<Future<Decision>> decisions = new ArrayList<>();
      for (int i = 0; i < ASKS; i++) {
        Feedback node = feedback(i % 2 == 0 ? first : second);
        decisions.add(threads.submit(() -> {
          start.await(30, TimeUnit.SECONDS);
          return node.ask(closed("anna", "INC-1"));
        }));
      }
      for (Future<Decision> each : decisions) {
        invitations.add(((Decision.Ask) each.get(60, TimeUnit.SECONDS)).invitation().id());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(invitations.stream().distinct()).hasSize(1);
    assertThat(keys()).contains("feedback4j:pseudonym-key").anyMatch(each -> each.contains("contact:"));
  }

  @Test
  void whatOneNodeAskedTheOtherDoesNotAskAgainAndAnswersStayWithTheirNode() {
    Decision.Ask ask = (Decision.Ask) feedback(first).ask(closed("ben", "INC-2"));
    feedback(first)
        .submit(Response.to(ask.invitation()).rate("satisfaction", 5).comment("Quick"))
        .orElseThrow();

    assertThat(feedback(second).ask(closed("ben", "INC-2"))).asString().contains("ALREADY_ASKED");
    assertThat(feedback(second).ask(closed("ben", "INC-3"))).asString().contains("COOLING_DOWN");
    assertThat(feedback(first).score(Query.of("ticket-csat")).n()).isEqualTo(1);
    assertThat(feedback(second).score(Query.of("ticket-csat")).n()).isZero();
  }

  @Test
  void theConnectionFactoryIsTheHostsOwn() {
    assertThat(first.getBeanNamesForType(RedisConnectionFactory.class)).hasSize(1);
    assertThat(first.getBeanDefinitionNames())
        .filteredOn(each -> first.getType(each) != null
            && first.getType(each).getPackageName().startsWith("io.github.feedback4j.spring"))
        .isNotEmpty()
        .allMatch(each -> each.startsWith("feedback4j") || each.startsWith("io.github.feedback4j"));
  }

  private static Iterable<String> keys() {
    return first.getBean(StringRedisTemplate.class).keys("*");
  }

  private static Feedback feedback(ConfigurableApplicationContext node) {
    return node.getBean(Feedback.class);
  }

  private static Touchpoint closed(String person, String ticket) {
    return Touchpoint.of("ticket.closed", person).subject(ticket);
  }
}
