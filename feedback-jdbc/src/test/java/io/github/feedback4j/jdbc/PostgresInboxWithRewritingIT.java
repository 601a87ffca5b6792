package io.github.feedback4j.jdbc;

/** With the driver's own way to put many rows into one insertion, and without autocommit. */
class PostgresInboxWithRewritingIT extends InboxLaws {

  @Override
  LendingDataSource database() {
    return new LendingDataSource(
        TestDatabase.postgresUrl() + "&reWriteBatchedInserts=true", false, 8);
  }
}
