package io.github.feedback4j.jdbc;

class PostgresInboxRacesIT extends InboxRaceLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.postgres(true);
  }
}
