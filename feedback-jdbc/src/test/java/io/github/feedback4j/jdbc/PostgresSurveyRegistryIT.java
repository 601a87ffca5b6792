package io.github.feedback4j.jdbc;

import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.testkit.SurveyRegistryContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresSurveyRegistryIT extends SurveyRegistryContract {

  private final LendingDataSource dataSource = TestDatabase.postgres(true);
  private final JdbcSurveyRegistry registry = new JdbcSurveyRegistry(dataSource);
  private final JdbcSurveyRegistry secondNode = new JdbcSurveyRegistry(dataSource);

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
  protected SurveyRegistry registry() {
    return registry;
  }

  @Override
  protected SurveyRegistry secondNode() {
    return secondNode;
  }
}
