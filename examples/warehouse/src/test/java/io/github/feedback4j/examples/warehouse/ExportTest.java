package io.github.feedback4j.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.JdbcSurveyRegistry;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.SettableTime;
import io.github.feedback4j.wire.EventReader;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  private static final String PREFIX = JdbcSchema.DEFAULT_PREFIX;
  private static final URI SOURCE = URI.create("urn:test:export");

  @TempDir
  private Path folder;

  private final JdbcDataSource database = new JdbcDataSource();
  private final SettableTime time = SettableTime.at("2026-02-01T08:00:00Z");
  private final Survey survey = Surveys.csat("csat");

  @BeforeEach
  void create() {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    JdbcSchema.initialize(database);
  }

  private void keep(SampleAnswer... answers) {
    JdbcResponseStore store = new JdbcResponseStore(database);
    for (SampleAnswer each : answers) {
      store.append(each.toResponse());
    }
  }

  private Path export(List<Survey> own, int page) throws IOException {
    Path file = folder.resolve("events.ndjson");
    new Export(database, PREFIX, SOURCE, time, page).write(own, file);
    return file;
  }

  private static List<WireEvent> events(Path file) throws IOException {
    List<WireEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      ReadEvent event = EventReader.readBatch(
              ("[" + line + "]").getBytes(StandardCharsets.UTF_8), 1)
          .get(0);
      events.add(((ReadEvent.Readable) event).event());
    }
    return events;
  }

  private static List<UUID> responses(Path file) throws IOException {
    return events(file).stream()
        .filter(each -> each.data() instanceof ResponseAccepted)
        .map(each -> ((ResponseAccepted) each.data()).response().id())
        .toList();
  }

  @Test
  void writesTheSurveysAndThenTheirAnswers() throws IOException {
    new JdbcSurveyRegistry(database).register(survey, "urn:desk:north");
    keep(SampleAnswer.to("csat", "anna", 4), SampleAnswer.to("unheard-of", "ben", 4));

    List<WireEvent> events = events(export(List.of(), 10));

    assertThat(events).extracting(WireEvent::source).containsOnly(SOURCE);
    assertThat(events).hasSize(2);
    assertThat(((SurveyLoaded) events.get(0).data()).survey()).isEqualTo(survey);
    assertThat(((ResponseAccepted) events.get(1).data()).response().answers())
        .isEqualTo(SampleAnswer.to("csat", "anna", 4).toResponse().answers());
  }

  @Test
  void everyAnswerIsThereOnceHoweverPagesEnd() throws IOException {
    List<UUID> kept = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      // Up to seven at the same instant, which is more than a page.
      SampleAnswer answer = SampleAnswer.to("csat", "person " + i, 4).at(i < 7 ? 0 : i / 2);
      keep(answer);
      kept.add(answer.toResponse().id());
    }

    for (int page : List.of(1, 2, 3, 5, 23, 24)) {
      assertThat(responses(export(List.of(survey), page)))
          .as("pages of " + page)
          .containsExactlyInAnyOrderElementsOf(kept);
    }
  }

  @Test
  void whatPeopleOpenedThemselvesIsThereToo() throws IOException {
    keep(SampleAnswer.to("csat", "anna", 4), SampleAnswer.to("csat", "ben", 1).onDemand());

    assertThat(responses(export(List.of(survey), 10))).hasSize(2);
  }

  @Test
  void theSameAnswerHasTheSameIdInEveryExportAndAHigherRevisionAnotherOne() throws IOException {
    keep(SampleAnswer.to("csat", "anna", 4));
    List<WireEvent> first = events(export(List.of(survey), 10));
    List<WireEvent> second = events(export(List.of(survey), 10));
    keep(SampleAnswer.to("csat", "anna", 4).revision(2, 1).at(1));
    List<WireEvent> third = events(export(List.of(survey), 10));

    assertThat(first)
        .extracting(WireEvent::id)
        .isEqualTo(second.stream().map(WireEvent::id).toList());
    assertThat(third.get(0).id()).isEqualTo(first.get(0).id());
    assertThat(third.get(1).id()).isNotEqualTo(first.get(1).id());
  }

  @Test
  void asksForTheSurveysIfNobodyHasRegisteredAny() throws IOException {
    Files.writeString(folder.resolve("events.ndjson"), "an earlier export");

    assertThatThrownBy(() -> export(List.of(), 10))
        .isInstanceOf(WarehouseException.class)
        .hasMessage(
            "no survey is registered in this database; hand over those of the application with --survey FILE");
    assertThat(folder.resolve("events.ndjson")).hasContent("an earlier export");
  }
}
