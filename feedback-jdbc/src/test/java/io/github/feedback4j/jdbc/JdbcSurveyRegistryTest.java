package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.feedback4j.survey.SurveyRegistry.Registration;
import io.github.feedback4j.survey.SurveyWriter;
import io.github.feedback4j.survey.Surveys;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcSurveyRegistryTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final LendingDataSource dataSource = TestDatabase.h2(true);
  private final JdbcSurveyRegistry registry =
      new JdbcSurveyRegistry(dataSource, JdbcSchema.DEFAULT_PREFIX, () -> NOW);

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void everythingCameBack() throws SQLException {
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Test
  void theTableSaysWhatWasRegisteredByWhomAndWhen() {
    registry.register(Surveys.nps("nps"), "https://desk.example");
    registry.register(Surveys.nps("nps"), "https://portal.example");

    assertThat(TableDump.sorted(dataSource, "registered_survey"))
        .containsExactly("nps | 1 | %s | https://desk.example | %d | "
            .formatted(SurveyWriter.json(Surveys.nps("nps")), NOW.getEpochSecond()));
  }

  @Test
  void aSurveyThatOnlyALaterVersionCanReadIsAsGoodAsUnknownAndStays() {
    registry.register(Surveys.nps("nps"), "https://desk.example");
    run(
        "INSERT INTO ${prefix}registered_survey VALUES ('csat', 1, '{\"telepathy\": true}', 'x', 1)");

    assertThat(registry.all()).containsExactly(Surveys.nps("nps"));
    assertThat(registry.find("csat", 1)).isNull();
    assertThat(registry.register(Surveys.csat("csat"), "https://desk.example"))
        .isEqualTo(Registration.OTHER_CONTENT);
  }

  @Test
  void theSameSurveyWrittenInAnotherWayIsTheSame() {
    String json = SurveyWriter.json(Surveys.nps("nps"));
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .transaction(
            "insert",
            session -> session.update(
                "INSERT INTO ${prefix}registered_survey VALUES ('nps', 1, ?, 'x', 1)",
                "\n " + json));

    assertThat(registry.register(Surveys.nps("nps"), "https://desk.example"))
        .isEqualTo(Registration.KNOWN);
  }

  @Test
  void whoeverDeletesASurveyByHandChangesTheRevision() {
    registry.register(Surveys.nps("nps"), "https://desk.example");
    registry.register(Surveys.csat("csat"), "https://desk.example");
    long before = registry.revision();

    run("DELETE FROM ${prefix}registered_survey WHERE survey = 'nps'");

    assertThat(registry.revision()).isNotEqualTo(before);
    assertThat(registry.register(Surveys.nps("nps").withPriority(2), "https://desk.example"))
        .isEqualTo(Registration.NEW);
  }

  @Test
  void troubleIsAStoreException() {
    dataSource.failAt("registered_survey", 1, "08006");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> registry.find("nps", 1))
        .withMessage("could not find a survey: SQLState 08006 (no connection)");
  }

  private void run(String sql) {
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .transaction("change the table", session -> session.update(sql));
  }
}
