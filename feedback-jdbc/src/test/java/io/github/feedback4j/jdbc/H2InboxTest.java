package io.github.feedback4j.jdbc;

class H2InboxTest extends InboxLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.h2(true);
  }
}
