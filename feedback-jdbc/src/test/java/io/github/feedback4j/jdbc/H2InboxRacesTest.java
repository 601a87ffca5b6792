package io.github.feedback4j.jdbc;

class H2InboxRacesTest extends InboxRaceLaws {

  @Override
  LendingDataSource database() {
    return TestDatabase.h2(true);
  }
}
