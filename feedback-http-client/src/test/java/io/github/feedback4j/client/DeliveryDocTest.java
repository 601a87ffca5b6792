package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/delivery.md, compiled, run, and compared with the page letter by letter. */
class DeliveryDocTest {

  private static final Path PAGE = Path.of("../docs/delivery.md");

  @Test
  void sendsWhatWasAnsweredAndWhatBecameOfTheInvitation(@TempDir Path directory) {
    try (ScriptedCollector scripted = new ScriptedCollector()) {
      URI collector = scripted.uri();
      Map<String, String> secrets = Map.of("feedback-token", Clients.TOKEN);
      // example:begin
      List<Survey> surveys = List.of(Surveys.csat("ticket-csat").on("ticket.closed"));

      CollectorClient client = CollectorClient.builder(
              collector, URI.create("https://desk.example.com"))
          .token(() -> secrets.get("feedback-token"))
          .spool(SpoolOptions.defaults().withDirectory(directory))
          .surveys(surveys)
          .build();

      Feedback feedback = Feedback.builder().surveys(surveys).sink(client).build();
      // example:end

      Decision decision =
          feedback.ask(Touchpoint.of("ticket.closed", "user-17").subject("INC-1234"));
      Response response =
          Response.to(((Decision.Ask) decision).invitation()).rate("satisfaction", 4);
      feedback.submit(response).orElseThrow();
      assertThat(client.flush(Duration.ofSeconds(20)).isComplete()).isTrue();
      feedback.close();

      assertThat(scripted.responses()).containsExactly(response.id());
      assertThat(client.report().state()).isEqualTo(DeliveryState.CLOSED);
    }
  }

  @Test
  void standsOnThePage() throws IOException {
    List<String> lines = Files.readAllLines(
        Path.of("src/test/java/io/github/feedback4j/client/DeliveryDocTest.java"));
    int begin = lines.indexOf("      // example:begin");
    int end = lines.indexOf("      // example:end");
    String example = lines.subList(begin + 1, end).stream()
        .map(line -> line.isEmpty() ? line : line.substring(6))
        .collect(Collectors.joining("\n"));

    assertThat(Files.readString(PAGE)).contains("```java\n" + example + "\n```");
  }

  @Test
  void thePageNamesEveryStateAndEveryWayToBeRefused() throws IOException {
    String page = Files.readString(PAGE);

    for (DeliveryState each : DeliveryState.values()) {
      assertThat(page).contains("| `" + each + "` |");
    }
    assertThat(page).contains("After " + Sender.FAILURES_UNTIL_OPEN + " failures in a row");
    assertThat(page).contains("after " + Sender.DOUBTS + " refusals in a row");
    assertThat(page).contains("`" + DeadLetters.NEWER + "`");
  }

  @Test
  void thePageHasTheDefaultsOfTheSpool() throws IOException {
    SpoolOptions defaults = SpoolOptions.defaults();

    assertThat(Files.readString(PAGE))
        .contains("`" + defaults.directory() + "`")
        .contains((defaults.maxBytes() >> 20) + " MB")
        .contains(defaults.maxAge().toDays() + " days")
        .contains("`" + defaults.fsync() + "`");
  }
}
