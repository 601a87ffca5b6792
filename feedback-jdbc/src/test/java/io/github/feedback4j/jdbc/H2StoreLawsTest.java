package io.github.feedback4j.jdbc;

class H2StoreLawsTest extends StoreLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.h2(true);
  }
}
