package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.testkit.PackStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresPackStoreIT extends PackStoreContract {

  private final LendingDataSource dataSource = TestDatabase.postgres(true);
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);

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
  protected ResponseStore store() {
    return store;
  }
}
