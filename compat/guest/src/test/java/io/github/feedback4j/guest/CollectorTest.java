package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.guest.Browser.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The guest as a collector, beside its own security: what it takes, and what it answers otherwise. */
class CollectorTest {

  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String HASH =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";

  /** A real batch of six answers to a survey of another application, which only has the guest's name. */
  private static final Path BATCH = Path.of("../../examples/collector/batch.json");

  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    application =
        SpringApplication.run(
            GuestApplication.class,
            "--server.port=0",
            "--spring.flyway.enabled=false",
            "--spring.datasource.url=jdbc:h2:mem:collector",
            "--feedback4j.collector.enabled=true",
            "--feedback4j.collector.applications.desk.source=urn:example:desk",
            "--feedback4j.collector.applications.desk.token-hashes=" + HASH,
            "--feedback4j.collector.rate-limit.batches=3",
            "--feedback4j.collector.rate-limit.within=1d");
    port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static Answer send(String token, String type) throws Exception {
    Browser nobody = new Browser(port, null);
    return nobody.send(
        nobody
            .request("v1/events")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofFile(BATCH)));
  }

  @Test
  void takesABatchOnceAndShowsItAndRefusesTheRestInTheFormOfProblems() throws Exception {
    Answer first = send(TOKEN, "application/cloudevents-batch+json");
    Answer second = send(TOKEN, "application/cloudevents-batch+json; charset=utf-8");
    Answer other = send(TOKEN, "application/json");
    Answer tooOften = send(TOKEN, "application/cloudevents-batch+json");
    Answer unknown = send("another-" + TOKEN, "application/cloudevents-batch+json");

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.json().get("accepted").intValue()).isEqualTo(19);
    assertThat(second.json().get("duplicates").intValue()).isEqualTo(19);
    assertThat(other.status()).isEqualTo(415);
    assertThat(tooOften.status()).isEqualTo(429);
    assertThat(tooOften.headers()).containsKey("retry-after");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.headers().get("www-authenticate")).containsExactly("Bearer");
    assertThat(unknown.json().get("code").stringValue()).isEqualTo("unknown-token");
    Answer overview = new Browser(port, "vera").get("api/v1/stats/overview?days=731");
    assertThat(overview.json().get("score").get("n").intValue()).isEqualTo(6);
  }
}
