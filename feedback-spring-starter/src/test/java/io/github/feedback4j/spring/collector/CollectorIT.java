package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A collector in an application with Spring Security, over real HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class CollectorIT {

  private static final String OLD = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String NEW = "fb4j_fedcba9876543210fedcba9876543210";
  private static final String PORTAL = "fb4j_00000000000000000000000000000000";

  private static final String OLD_HASH =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";
  private static final String NEW_HASH =
      "728a296296c4dfc22c82724ad1769ae185420a84e640ba8eb1020263265a11ff";
  private static final String PORTAL_HASH =
      "ddd3710714a73c70010f0135edb57f963174b7f2af50ff72a081d82f5ff4f856";

  @TempDir
  private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Desk desk = new Desk("urn:example:desk", "anna");
  private final Desk portal = new Desk("urn:example:portal", "ben");
  private @Nullable ConfigurableApplicationContext application;

  /** What the host brings, as docs/collector.md tells it to. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Host {

    @Bean
    @Order(1)
    SecurityFilterChain senders(HttpSecurity http) throws Exception {
      return http.securityMatcher("/feedback4j/v1/events")
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .csrf(AbstractHttpConfigurer::disable)
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .build();
    }
  }

  private void start(String... properties) {
    stop();
    List<String> usual = List.of(
        "--server.port=0",
        "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration",
        "--spring.security.user.name=mona",
        "--spring.security.user.password=secret",
        "--spring.security.user.roles=VIEWER",
        "--management.endpoint.health.show-details=always",
        "--feedback4j.security.view-authority=ROLE_VIEWER",
        "--feedback4j.dashboard.verbatims=open",
        "--feedback4j.jdbc.file=" + folder.resolve("collector"),
        "--feedback4j.collector.enabled=true",
        "--feedback4j.collector.applications.desk.source=urn:example:desk",
        "--feedback4j.collector.applications.desk.token-hashes=" + OLD_HASH,
        "--feedback4j.collector.applications.portal.source=urn:example:portal",
        "--feedback4j.collector.applications.portal.token-hashes=" + PORTAL_HASH);
    // An argument that comes twice would have both values.
    Map<String, String> arguments = new LinkedHashMap<>();
    Stream.concat(usual.stream(), Arrays.stream(properties))
        .forEach(each -> arguments.put(each.substring(0, each.indexOf('=')), each));
    application =
        new SpringApplicationBuilder(Host.class).run(arguments.values().toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    if (application != null) {
      application.close();
    }
  }

  private ConfigurableApplicationContext application() {
    assertThat(application).isNotNull();
    return application;
  }

  private int port() {
    return application().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private HttpRequest.Builder request(String token, byte[] body) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port() + "/feedback4j/v1/events"))
        .header("Content-Type", "application/cloudevents-batch+json; charset=utf-8")
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String token, List<WireEvent> events) {
    return send(request(token, Desk.batch(events)));
  }

  private HttpResponse<String> get(String path) {
    String user =
        Base64.getEncoder().encodeToString("mona:secret".getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("Authorization", "Basic " + user));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static void assertTaken(
      HttpResponse<String> answer, int accepted, int duplicates, int rejected) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).get("accepted").intValue()).as(answer.body()).isEqualTo(accepted);
    assertThat(json(answer).get("duplicates").intValue()).isEqualTo(duplicates);
    assertThat(json(answer).get("rejected").size()).isEqualTo(rejected);
  }

  /** Returns how many responses of these events are kept. */
  private long kept(List<WireEvent> events) {
    ResponseStore store = application().getBean(ResponseStore.class);
    return events.stream()
        .filter(each -> each.data() instanceof ResponseAccepted accepted
            && store.find(accepted.response().id()) != null)
        .count();
  }

  /** Returns the number of answers on the dashboard, which knows new surveys after five seconds. */
  private int shown() {
    JsonNode score = json(get("/feedback4j/api/v1/stats/overview")).path("score");
    return score.path("n").asInt(0);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void aGzippedBatchIsKeptAndCountedOnTheDashboardOverAllSources(CapturedOutput output) {
    start();

    assertTaken(
        send(request(OLD, gzip(Desk.batch(desk.events(4)))).header("Content-Encoding", "gzip")),
        13,
        0,
        0);
    assertTaken(send(PORTAL, portal.events(3)), 10, 0, 0);

    Awaitility.await().until(() -> shown() == 7);
    JsonNode overview = json(get("/feedback4j/api/v1/stats/overview?lang=en"));
    assertThat(overview.get("surveys").get(0).get("key").stringValue()).isEqualTo("ticket-csat");
    assertThat(overview.get("score").get("value").doubleValue()).isEqualTo(100);
    assertThat(overview.get("responses").get("invited").intValue()).isEqualTo(7);
    assertThat(overview.get("groups").get("team").get(0).get("value").stringValue())
        .isEqualTo("Network");
    assertThat(get("/feedback4j/api/v1/verbatims?lang=en").body()).contains("Quick and kind");
    assertThat(output)
        .contains("; the collector /feedback4j/v1/events takes answers of [desk, portal]")
        .doesNotContain("Quick and kind", OLD, PORTAL);
  }

  @Test
  void aBatchWhoseAnswerWasLostIsAcknowledgedAgainAndNotKeptTwice() throws IOException {
    start();
    List<WireEvent> events = desk.events(5);
    byte[] batch = Desk.batch(events);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(head(batch.length));
      socket.getOutputStream().write(batch);
      // And nobody reads the answer.
    }
    Awaitility.await().until(() -> kept(events) == 5);

    assertTaken(send(request(OLD, batch)), 0, 16, 0);

    Awaitility.await().until(() -> shown() == 5);
  }

  private static byte[] head(int length) {
    return String.join(
            "\r\n",
            "POST /feedback4j/v1/events HTTP/1.1",
            "Host: 127.0.0.1",
            "Content-Type: application/cloudevents-batch+json",
            "Authorization: Bearer " + OLD,
            "Content-Length: " + length,
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whatWasTakenIsThereAfterARestartAndStillADuplicate() {
    start();
    List<WireEvent> events = desk.events(5);
    assertTaken(send(OLD, events), 16, 0, 0);

    start();

    assertThat(kept(events)).isEqualTo(5);
    assertTaken(send(OLD, events), 0, 16, 0);
    assertThat(shown()).isEqualTo(5);
  }

  @Test
  void aRejectedEventDoesNotBlockItsNeighbours() {
    start();
    List<WireEvent> events = new ArrayList<>(desk.events(2));
    List<WireEvent> unknown = new ArrayList<>(events.subList(0, 4));
    unknown.addAll(portal.answers(1));
    unknown.addAll(events.subList(4, 7));

    HttpResponse<String> answer = send(OLD, unknown);

    assertTaken(answer, 7, 0, 3);
    assertThat(json(answer).get("rejected").get(0).get("code").stringValue())
        .isEqualTo("source-mismatch");
    assertThat(kept(events)).isEqualTo(2);
  }

  @Test
  void anAnswerToASurveyThatNobodyDescribedIsRejectedUnlessSaidOtherwise() {
    start();

    HttpResponse<String> answer = send(OLD, desk.answers(1));

    assertTaken(answer, 2, 0, 1);
    assertThat(json(answer).get("rejected").get(0).get("code").stringValue())
        .isEqualTo("unknown-survey");

    start("--feedback4j.collector.unknown-surveys=accept");
    List<WireEvent> events = desk.events(5);
    assertTaken(send(OLD, events.subList(1, 16)), 15, 0, 0);
    assertThat(kept(events)).isEqualTo(5);
    assertThat(shown()).isZero();
    assertTaken(send(OLD, events.subList(0, 1)), 1, 0, 0);
    Awaitility.await().until(() -> shown() == 5);
  }

  @Test
  void aWrongTokenIsRefused() {
    start();

    List<WireEvent> events = desk.events(1);

    HttpResponse<String> answer = send(NEW, events);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("code").stringValue()).isEqualTo("unknown-token");
    assertThat(kept(events)).isZero();
  }

  @Test
  void aTokenOfAnotherSourceIsForbidden() {
    start();

    HttpResponse<String> answer = send(PORTAL, desk.events(1));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("source-mismatch");
  }

  @Test
  void aTokenIsReplacedWithoutABreak() {
    start();
    assertTaken(send(OLD, desk.events(1)), 4, 0, 0);

    start("--feedback4j.collector.applications.desk.token-hashes=" + OLD_HASH + "," + NEW_HASH);
    assertThat(send(OLD, List.of()).statusCode()).isEqualTo(200);
    assertThat(send(NEW, List.of()).statusCode()).isEqualTo(200);

    start("--feedback4j.collector.applications.desk.token-hashes=" + NEW_HASH);
    assertThat(send(OLD, List.of()).statusCode()).isEqualTo(401);
    assertThat(send(NEW, List.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void aBombIsStoppedAtTheLimit() {
    start();
    byte[] bomb = gzip(new byte[500_000_000]);
    assertThat(bomb.length).isLessThan(1_000_000);

    HttpResponse<String> answer = send(request(OLD, bomb).header("Content-Encoding", "gzip"));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("too-large");
  }

  @Test
  void aBodyOverTheLimitIsTooLargeWhetherItTellsItsLengthOrNot() {
    start();
    byte[] large = new byte[1_500_000];
    new Random(1).nextBytes(large);

    assertThat(send(request(OLD, large)).statusCode()).isEqualTo(413);
    assertThat(send(request(OLD, large)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
            .statusCode())
        .isEqualTo(413);
  }

  @Test
  void moreEventsThanAllowedAreTooMany() {
    start("--feedback4j.collector.max-events=3");

    HttpResponse<String> answer = send(OLD, desk.events(1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("too-many");
  }

  @Test
  void anotherContentTypeOrEncodingIsRefused() {
    start();

    assertThat(send(request(OLD, new byte[0]).setHeader("Content-Type", "application/json"))
            .statusCode())
        .isEqualTo(415);
    assertThat(send(request(OLD, new byte[0]).header("Content-Encoding", "br")).statusCode())
        .isEqualTo(415);
  }

  @Test
  void everyApplicationHasARateOfItsOwn() {
    start(
        "--feedback4j.collector.rate-limit.batches=2",
        "--feedback4j.collector.rate-limit.within=1d");
    assertThat(send(OLD, List.of()).statusCode()).isEqualTo(200);
    assertThat(send(OLD, List.of()).statusCode()).isEqualTo(200);

    HttpResponse<String> answer = send(OLD, List.of());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(43_100L, 43_200L);
    assertThat(send(PORTAL, List.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void whileTheStoreIsAwaySendersAreToldToComeBackAndNothingOfItLeaks(CapturedOutput output)
      throws SQLException {
    String url = "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1";
    start("--spring.autoconfigure.exclude=", "--spring.datasource.url=" + url);
    List<WireEvent> events = desk.events(1);
    sql("ALTER TABLE feedback4j_response RENAME TO elsewhere");

    HttpResponse<String> answer = send(OLD, events);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(json(answer).get("code").stringValue()).isEqualTo("store-unavailable");
    assertThat(answer.body().toLowerCase(Locale.ROOT))
        .doesNotContain("sql", "table", "feedback4j_", "h2");
    assertThat(output).contains("WARN").contains("SQLState").doesNotContain("Quick and kind");
    assertThat(get("/actuator/health").body())
        .contains("\"collector\":{\"degraded\":true")
        .contains("\"status\":\"UP\"");

    sql("ALTER TABLE elsewhere RENAME TO feedback4j_response");
    assertTaken(send(OLD, events), 4, 0, 0);
    assertThat(get("/actuator/health").body()).contains("\"collector\":{\"degraded\":false");
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = application().getBean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  @Test
  void micrometerCountsEventsBySourceTypeAndOutcome() {
    start();
    send(OLD, desk.events(2));
    send(NEW, desk.events(1));

    MeterRegistry registry = application().getBean(MeterRegistry.class);

    assertThat(registry
            .get("feedback4j.collector.events")
            .tags("source", "urn:example:desk", "type", "response", "outcome", "accepted")
            .counter()
            .count())
        .isEqualTo(2);
    assertThat(registry
            .get("feedback4j.collector.batches")
            .tags("source", "unknown", "outcome", "unknown-token")
            .counter()
            .count())
        .isEqualTo(1);
  }

  @Test
  void aRespondentWhoIsErasedThereIsForgottenHere() {
    start();
    List<WireEvent> events = desk.events(5);
    assertTaken(send(OLD, events), 16, 0, 0);
    assertThat(kept(events)).isEqualTo(5);

    assertTaken(send(OLD, List.of(desk.erasureOf(events.get(events.size() - 1)))), 1, 0, 0);

    assertThat(kept(events)).isEqualTo(4);
  }
}
