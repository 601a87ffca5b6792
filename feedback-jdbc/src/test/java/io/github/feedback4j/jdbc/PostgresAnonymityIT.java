package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.testkit.AnonymityContract;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresAnonymityIT extends AnonymityContract {

  private final LendingDataSource dataSource = TestDatabase.postgres(true);
  private final JdbcLedger ledger = new JdbcLedger(dataSource);
  private final JdbcResponseStore store = new JdbcResponseStore(dataSource);

  @BeforeEach
  void createTables() {
    JdbcSchema.initialize(dataSource);
  }

  @AfterEach
  void theRollUpIsExact() throws SQLException {
    RollUpAudit.assertExact(dataSource);
    dataSource.close();
  }

  @Override
  protected ContactLedger ledger() {
    return ledger;
  }

  @Override
  protected ResponseStore store() {
    return store;
  }

  @Override
  protected List<String> dump() {
    return TableDump.of(dataSource);
  }
}
