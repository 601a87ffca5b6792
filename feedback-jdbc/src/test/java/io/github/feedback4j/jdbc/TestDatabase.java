package io.github.feedback4j.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the databases of the tests come from: each is empty and nobody else's. */
final class TestDatabase {

  private static final int CONNECTIONS = 8;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  static String h2Url() {
    return "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
  }

  /** Returns an H2 database in memory, without tables. */
  static LendingDataSource h2(boolean autoCommit) {
    return new LendingDataSource(h2Url(), autoCommit, CONNECTIONS);
  }

  /** Returns a new schema, without tables, on the one PostgreSQL server of this run. */
  static LendingDataSource postgres(boolean autoCommit) {
    return new LendingDataSource(postgresUrl(), autoCommit, CONNECTIONS);
  }

  static String postgresUrl() {
    String url = Server.POSTGRES.getJdbcUrl("postgres", "postgres");
    String schema = "test" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url + "&currentSchema=" + schema;
  }

  /** Started once, by the first test that needs it; it ends with this process. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
