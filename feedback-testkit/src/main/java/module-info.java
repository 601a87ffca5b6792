/** Contract tests for stores of your own, and fakes and a settable clock for your own tests. */
module io.github.feedback4j.testkit {
  requires transitive io.github.feedback4j;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports io.github.feedback4j.testkit;

  // The contracts are test classes, whose methods JUnit calls from outside.
  opens io.github.feedback4j.testkit to
      org.junit.platform.commons;
}
