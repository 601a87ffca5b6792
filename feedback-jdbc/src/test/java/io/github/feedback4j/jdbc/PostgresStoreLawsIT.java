package io.github.feedback4j.jdbc;

class PostgresStoreLawsIT extends StoreLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.postgres(true);
  }
}
