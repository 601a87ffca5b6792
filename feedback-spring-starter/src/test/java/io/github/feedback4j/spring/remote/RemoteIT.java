package io.github.feedback4j.spring.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryState;
import io.github.feedback4j.client.TokenSupplier;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.spring.actuate.HealthPart;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Two applications, of which one asks and the other collects, over real HTTP. */
class RemoteIT {

  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String HASH =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";
  private static final String OTHER_TOKEN = "fb4j_fedcba9876543210fedcba9876543210";

  private static final AtomicReference<String> GIVEN = new AtomicReference<>(TOKEN);

  @TempDir
  private Path folder;

  private final List<ConfigurableApplicationContext> running = new ArrayList<>();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Collector {
    @Bean
    SecurityFilterChain senders(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .csrf(AbstractHttpConfigurer::disable)
          .build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Desk {
    @Bean
    Survey ticketCsat() {
      return Surveys.csat("ticket-csat").on("ticket.closed");
    }

    @Bean
    TokenSupplier token() {
      return GIVEN::get;
    }
  }

  @AfterEach
  void stop() {
    GIVEN.set(TOKEN);
    running.forEach(ConfigurableApplicationContext::close);
  }

  private ConfigurableApplicationContext start(
      SpringApplicationBuilder application, String... properties) {
    Stream<String> usual = Stream.of(
        "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration");
    ConfigurableApplicationContext started =
        application.run(Stream.concat(usual, Arrays.stream(properties)).toArray(String[]::new));
    running.add(started);
    return started;
  }

  private ConfigurableApplicationContext collector(int port) {
    return start(
        new SpringApplicationBuilder(Collector.class),
        "--server.port=" + port,
        "--feedback4j.jdbc.file=" + folder.resolve("collector"),
        "--feedback4j.collector.enabled=true",
        "--feedback4j.collector.applications.desk.source=urn:example:desk",
        "--feedback4j.collector.applications.desk.token-hashes=" + HASH);
  }

  private ConfigurableApplicationContext desk(int port) {
    return start(
        new SpringApplicationBuilder(Desk.class).web(WebApplicationType.NONE),
        "--feedback4j.jdbc.file=" + folder.resolve("desk"),
        "--feedback4j.remote.url=http://127.0.0.1:" + port,
        "--feedback4j.remote.source=urn:example:desk",
        "--feedback4j.remote.spool.directory=" + folder.resolve("spool"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void answer(ConfigurableApplicationContext desk, String person) {
    Feedback feedback = desk.getBean(Feedback.class);
    Decision.Ask ask = (Decision.Ask)
        feedback.ask(Touchpoint.of("ticket.closed", person).subject("INC-" + person));
    feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();
  }

  private static long collected(ConfigurableApplicationContext collector) {
    Feedback feedback = collector.getBean(Feedback.class);
    return feedback.surveys().isEmpty()
        ? 0
        : feedback.score(Query.of("ticket-csat")).n();
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  @Test
  void answersGetToTheCollectorOnceAndAreCountedOnBothSides() throws IOException {
    int port = freePort();
    ConfigurableApplicationContext collector = collector(port);
    ConfigurableApplicationContext desk = desk(port);

    answer(desk, "anna");
    answer(desk, "ben");

    soon().until(() -> collected(collector) == 2);
    CollectorClient client = desk.getBean(CollectorClient.class);
    soon().until(() -> client.report().pending().records() == 0);
    assertThat(desk.getBean(MeterRegistry.class)
            .get("feedback4j.delivery.records")
            .tag("outcome", "accepted")
            .functionCounter()
            .count())
        .as("one survey, and of two people each invited, answered and the response")
        .isEqualTo(7);
    assertThat(collector
            .getBean(MeterRegistry.class)
            .get("feedback4j.collector.events")
            .tags("type", "response", "outcome", "accepted")
            .counter()
            .count())
        .isEqualTo(2);
  }

  @Test
  void whatIsAnsweredWhileTheCollectorIsAwayArrivesWhenItIsThereAlsoOverARestart()
      throws IOException {
    int port = freePort();
    ConfigurableApplicationContext first = desk(port);
    answer(first, "anna");
    first.close();
    ConfigurableApplicationContext collector = collector(port);

    desk(port);

    soon().until(() -> collected(collector) == 1);
  }

  @Test
  void aPersonWhoIsErasedAtTheDeskIsForgottenAtTheCollector() throws IOException {
    int port = freePort();
    ConfigurableApplicationContext collector = collector(port);
    ConfigurableApplicationContext desk = desk(port);
    answer(desk, "anna");
    answer(desk, "ben");
    soon().until(() -> collected(collector) == 2);

    desk.getBean(Feedback.class).erase("anna");

    soon().until(() -> collected(collector) == 1);
  }

  @Test
  void aTokenThatIsRefusedKeepsEverythingAndANewOneIsTriedAtOnce() throws IOException {
    int port = freePort();
    GIVEN.set(OTHER_TOKEN);
    ConfigurableApplicationContext collector = collector(port);
    ConfigurableApplicationContext desk = desk(port);
    answer(desk, "anna");
    CollectorClient client = desk.getBean(CollectorClient.class);
    soon().until(() -> client.report().state() == DeliveryState.UNAUTHORISED);
    HealthPart health = desk.getBean(HealthPart.class);

    assertThat(health.isDegraded()).isTrue();
    assertThat(health.isDown()).isFalse();
    assertThat(new Delivery(client, withHealthDown(desk.getBean(RemoteProperties.class))).isDown())
        .as("by property only")
        .isTrue();
    assertThat(health.details())
        .containsEntry("state", "unauthorised")
        .containsEntry("pending", 4L);

    GIVEN.set(TOKEN);
    soon().until(() -> collected(collector) == 1);
    soon().until(() -> !health.isDegraded());
  }

  private static RemoteProperties withHealthDown(RemoteProperties properties) {
    return new RemoteProperties(
        properties.url(),
        properties.basePath(),
        properties.source(),
        properties.token(),
        properties.httpClient(),
        true,
        properties.spool());
  }
}
