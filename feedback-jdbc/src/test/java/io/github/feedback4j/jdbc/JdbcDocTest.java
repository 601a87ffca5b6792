package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of docs/jdbc.md, compiled, run, and compared with the page letter by letter. */
class JdbcDocTest {

  private static final Path PAGE = Path.of("../docs/jdbc.md");

  @Test
  void asksKeepsTheAnswerAndScoresIt() throws SQLException {
    try (LendingDataSource dataSource = TestDatabase.h2(true)) {
      // example:begin
      JdbcSchema.initialize(dataSource);

      Feedback feedback = Feedback.builder()
          .survey(Surveys.csat("ticket-csat").on("ticket.closed"))
          .policy(ContactRules.atMostOncePer(Duration.ofDays(30)))
          .ledger(new JdbcLedger(dataSource))
          .counters(new JdbcSurveyCounters(dataSource))
          .store(new JdbcResponseStore(dataSource))
          .build();
      // example:end

      Decision decision =
          feedback.ask(Touchpoint.of("ticket.closed", "user-17").subject("INC-1234"));
      feedback
          .submit(Response.to(((Decision.Ask) decision).invitation()).rate("satisfaction", 4))
          .orElseThrow();

      assertThat(
              feedback.score(Query.of("ticket-csat").last(Duration.ofDays(30))).value())
          .hasValue(100);
      assertThat(feedback.erase("user-17")).isEqualTo(1);
      dataSource.assertEverythingCameBack();
    }
  }

  @Test
  void standsOnThePage() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/io/github/feedback4j/jdbc/JdbcDocTest.java"));
    int begin = lines.indexOf("      // example:begin");
    int end = lines.indexOf("      // example:end");
    String example = lines.subList(begin + 1, end).stream()
        .map(line -> line.isEmpty() ? line : line.substring(6))
        .collect(Collectors.joining("\n"));

    assertThat(Files.readString(PAGE)).contains("```java\n" + example + "\n```");
  }

  @Test
  void thePageNamesEveryTable() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(JdbcSchema.script("H2", "x_").lines())
        .filteredOn(line -> line.startsWith("CREATE TABLE"))
        .hasSize(17)
        .allSatisfy(
            line -> assertThat(page).contains("`" + line.replaceAll(".* x_| \\($", "") + "`"));
  }
}
