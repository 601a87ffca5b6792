package io.github.feedback4j.jdbc;

class PostgresInboxIT extends InboxLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.postgres(true);
  }
}
