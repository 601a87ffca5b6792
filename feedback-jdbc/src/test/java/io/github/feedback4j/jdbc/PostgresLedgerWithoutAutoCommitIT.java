package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.testkit.ContactLedgerContract;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresLedgerWithoutAutoCommitIT extends ContactLedgerContract {

  private final LendingDataSource dataSource = TestDatabase.postgres(false);
  private final JdbcLedger ledger = new JdbcLedger(dataSource);
  private final JdbcLedger secondNode = new JdbcLedger(
      dataSource, JdbcSchema.DEFAULT_PREFIX, InstantSource.system(), new SplittableRandom(2));

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
  protected ContactLedger ledger() {
    return ledger;
  }

  @Override
  protected ContactLedger secondNode() {
    return secondNode;
  }
}
