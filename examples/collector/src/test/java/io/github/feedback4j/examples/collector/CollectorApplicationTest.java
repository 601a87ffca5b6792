package io.github.feedback4j.examples.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README tells, over real HTTP. */
class CollectorApplicationTest {

  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String HASH =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";

  @TempDir
  private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private ConfigurableApplicationContext application;

  private void start() {
    properties.put("server.port", "0");
    properties.put("spring.security.user.password", "secret");
    properties.put("feedback4j.jdbc.file", folder.resolve("collector").toString());
    properties.put("DESK_TOKEN_HASHES", HASH);
    application = SpringApplication.run(
        CollectorApplication.class,
        properties.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    if (application != null) {
      application.close();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    String port = application.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private JsonNode sendTheBatch() throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request("/feedback4j/v1/events")
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/cloudevents-batch+json")
        .POST(BodyPublishers.ofFile(Path.of("batch.json"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    String mona =
        Base64.getEncoder().encodeToString("mona:secret".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer = send(request(path).header("Authorization", "Basic " + mona));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void theBatchIsOnTheDashboardAndOnceIsEnough() throws Exception {
    start();
    JsonNode first = sendTheBatch();
    JsonNode second = sendTheBatch();
    stop();
    start();

    assertThat(first.toString()).isEqualTo("{\"accepted\":19,\"duplicates\":0,\"rejected\":[]}");
    assertThat(second.toString()).isEqualTo("{\"accepted\":0,\"duplicates\":19,\"rejected\":[]}");
    JsonNode overview = get("/feedback4j/api/v1/stats/overview?lang=en&days=731");
    assertThat(overview.get("score").get("n").intValue()).isEqualTo(6);
    assertThat(overview.get("score").get("value").doubleValue()).isEqualTo(83);
    assertThat(overview.get("responses").get("invited").intValue()).isEqualTo(6);
    assertThat(get("/feedback4j/api/v1/verbatims?days=731").toString())
        .contains("Waited two days for a laptop");
  }

  @Test
  void whoeverIsNotSignedInSeesNothing() throws Exception {
    start();

    assertThat(
            send(request("/feedback4j/api/v1/stats/overview").header("Accept", "application/json"))
                .statusCode())
        .isEqualTo(401);
    assertThat(
            send(request("/feedback4j/v1/events").POST(BodyPublishers.noBody())).body())
        .contains("\"code\":\"unknown-token\"");
  }

  @Test
  void healthAndMetersHaveWhatCameIn() throws Exception {
    start();
    sendTheBatch();

    JsonNode health =
        get("/actuator/health").get("components").get("feedback4j").get("details");
    assertThat(health.get("degraded").booleanValue()).isFalse();
    assertThat(health.get("collector").get("accepted").intValue()).isEqualTo(19);
    JsonNode meter = get("/actuator/metrics/feedback4j.collector.events"
        + "?tag=type:response&tag=outcome:accepted&tag=source:urn:example:desk");
    assertThat(meter.get("measurements").get(0).get("value").intValue()).isEqualTo(6);
  }

  @Test
  void theProfileOfPostgresKeepsAnswersInTheDataSource() throws Exception {
    properties.put("spring.profiles.active", "postgresql");
    properties.put("COLLECTOR_DB_URL", "jdbc:h2:mem:collector;DB_CLOSE_DELAY=-1");
    properties.put("COLLECTOR_DB_USER", "sa");
    start();

    assertThat(sendTheBatch().get("accepted").intValue()).isEqualTo(19);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
