/** Sends responses to a remote collector from a crash-safe spool. */
module io.github.feedback4j.client {
  requires transitive io.github.feedback4j;
  requires static transitive org.jspecify;
  requires transitive okhttp3;
  requires org.slf4j;
  requires tools.jackson.core;

  exports io.github.feedback4j.client;
}
