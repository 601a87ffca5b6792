package io.github.feedback4j.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.FlushResult;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Two guests, of which one sends what it is answered to the other. */
class RemoteTest {

  private static final String TOKEN = "fb4j_0123456789abcdef0123456789abcdef";
  private static final String HASH =
      "dad2ffd54deac8831503cfef42bce73ce2223f136ebbb30a52464432ef0ab560";

  @TempDir private Path folder;

  private static ConfigurableApplicationContext start(String... properties) {
    String[] all = new String[properties.length + 2];
    all[0] = "--server.port=0";
    all[1] = "--spring.flyway.enabled=false";
    System.arraycopy(properties, 0, all, 2, properties.length);
    return SpringApplication.run(GuestApplication.class, all);
  }

  @Test
  void whatIsAnsweredHereIsCountedThere() {
    try (ConfigurableApplicationContext collector =
            start(
                "--spring.datasource.url=jdbc:h2:mem:there",
                "--feedback4j.collector.enabled=true",
                "--feedback4j.collector.applications.desk.source=urn:example:desk",
                "--feedback4j.collector.applications.desk.token-hashes=" + HASH);
        ConfigurableApplicationContext desk =
            start(
                "--spring.datasource.url=jdbc:h2:mem:here",
                "--feedback4j.store=remote",
                "--feedback4j.ledger=jdbc",
                "--feedback4j.remote.url=http://127.0.0.1:"
                    + collector.getEnvironment().getRequiredProperty("local.server.port"),
                "--feedback4j.remote.source=urn:example:desk",
                "--feedback4j.remote.token=" + TOKEN,
                "--feedback4j.remote.spool.directory=" + folder.resolve("spool"))) {
      Feedback feedback = desk.getBean(Feedback.class);
      Decision.Ask ask =
          (Decision.Ask) feedback.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1"));
      feedback.submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();

      FlushResult sent = desk.getBean(CollectorClient.class).flush(Duration.ofSeconds(30));

      assertThat(sent.isComplete()).isTrue();
      Feedback there = collector.getBean(Feedback.class);
      assertThat(there.score(Query.of("ticket-csat")).n()).isEqualTo(1);
    }
  }
}
