package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.testkit.SurveyCountersContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2SurveyCountersWithoutAutoCommitTest extends SurveyCountersContract {

  private final LendingDataSource dataSource = TestDatabase.h2(false);
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
}
