package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.testkit.ResponseStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresResponseStoreWithoutAutoCommitIT extends ResponseStoreContract {

  private final LendingDataSource dataSource = TestDatabase.postgres(false);
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void everythingCameBackAndTheRollUpIsExact() throws SQLException {
    RollUpAudit.assertExact(dataSource);
    dataSource.assertEverythingCameBack();
    dataSource.close();
  }

  @Override
  protected ResponseStore store() {
    return store;
  }
}
