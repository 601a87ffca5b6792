package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.jdbc.JdbcInbox;
import io.github.feedback4j.jdbc.JdbcInbox.OwnSurveys;

/**
 * Opens the inbox of a collector, over the tables in which answers are kept.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface InboxSource {

  /**
   * Returns an inbox; connects to nothing.
   *
   * @param own the surveys that need not be registered
   * @param takesUnverified whether a response to an unknown survey is kept until it can be checked
   */
  JdbcInbox open(OwnSurveys own, boolean takesUnverified);
}
