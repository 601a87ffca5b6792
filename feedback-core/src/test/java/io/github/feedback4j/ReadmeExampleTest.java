package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The first example of the README, compiled, run, and compared with the README letter by letter. */
class ReadmeExampleTest {

  @Test
  void asksKeepsTheAnswerAndScoresIt() {
    // example:begin
    Feedback feedback = Feedback.builder()
        .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
        .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .build();

    Decision decision = feedback.ask(Touchpoint.of("ticket.closed", "user-17").subject("INC-1234"));
    if (decision instanceof Decision.Ask ask) {
      feedback.submit(
          Response.to(ask.invitation()).rate("satisfaction", 4).comment("Quick and kind"));
    }
    Score csat = feedback.score(Query.of("ticket-csat").last(Duration.ofDays(30)));
    // example:end

    assertThat(csat.n()).isEqualTo(1);
    assertThat(csat.value()).hasValue(100);
    assertThat(csat.interval().orElseThrow().low()).isBetween(20.0, 21.0);
  }

  @Test
  void standsInTheReadme() throws IOException {
    Path source = Path.of("src/test/java/io/github/feedback4j/ReadmeExampleTest.java");
    List<String> lines = Files.readAllLines(source);
    int begin = lines.indexOf("    // example:begin");
    int end = lines.indexOf("    // example:end");
    String example = lines.subList(begin + 1, end).stream()
        .map(line -> line.isEmpty() ? line : line.substring(4))
        .collect(Collectors.joining("\n"));

    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + example + "\n```");
  }
}
