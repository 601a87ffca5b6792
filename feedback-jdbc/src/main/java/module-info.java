/** Contacts, responses and a daily roll-up of ratings in H2 or PostgreSQL, over a DataSource. */
module io.github.feedback4j.jdbc {
  requires transitive io.github.feedback4j;
  requires transitive java.sql;
  requires static transitive org.jspecify;

  exports io.github.feedback4j.jdbc;
}
