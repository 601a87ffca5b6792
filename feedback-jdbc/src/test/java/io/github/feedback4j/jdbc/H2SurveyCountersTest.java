package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.testkit.SurveyCountersContract;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2SurveyCountersTest extends SurveyCountersContract {

  private final LendingDataSource dataSource = TestDatabase.h2(true);
  private final JdbcSurveyCounters counters = new JdbcSurveyCounters(dataSource);
  private final JdbcSurveyCounters secondNode = new JdbcSurveyCounters(dataSource);

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void everythingCameBack() throws SQLException {
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Override
  protected SurveyCounters counters() {
    return counters;
  }

  @Override
  protected SurveyCounters secondNode() {
    return secondNode;
  }

  @Test
  void aCountThatSomebodyWroteByHandIsTrouble() {
    Counter counter = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);
    counters.lease(counter, 10, 3);
    new Database(dataSource, JdbcSchema.DEFAULT_PREFIX)
        .statement(
            "damage a count",
            session -> session.update("UPDATE ${prefix}survey_counter SET content = 'three'"));

    assertThatThrownBy(() -> counters.load(counter))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "could not load a count: count must be of format 1 and have 6 to 106 parts, but has 1");
  }

  @Test
  void aSecondLeaseIsOneReadAndOneWrite() {
    Counter counter = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);
    counters.lease(counter, 10, 3);
    int before = dataSource.statements();
    counters.lease(counter, 10, 3);
    assertThat(dataSource.statements() - before).isEqualTo(2);

    counters.lease(counter, 10, 10);
    int used = dataSource.statements();
    counters.lease(counter, 10, 1);
    assertThat(dataSource.statements() - used).as("a refusal writes nothing").isEqualTo(1);
  }
}
