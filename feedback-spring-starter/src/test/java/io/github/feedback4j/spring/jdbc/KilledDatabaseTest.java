package io.github.feedback4j.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real second process that dies right after a commit, again and again on the same file. */
class KilledDatabaseTest {

  private static final int DEATHS = 3;

  @TempDir
  private Path folder;

  @Test
  void whatWasCommittedIsThereHoweverLongTheProcessHadRunBeforeItDied() throws Exception {
    String file = folder.resolve("answers").toString();
    for (int death = 1; death <= DEATHS; death++) {
      Process dying = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Dying.class.getName(),
              file,
              String.valueOf(death))
          .inheritIO()
          .start();
      assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(dying.exitValue()).isEqualTo(Dying.DEAD);
    }

    EmbeddedDatabase database = EmbeddedDatabase.open(file);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (int table = 0; table < Dying.TABLES; table++) {
        assertThat(count(statement, table)).as("rows of table %d", table).isEqualTo(DEATHS);
      }
    } finally {
      database.close();
    }
  }

  private static int count(Statement statement, int table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM kept" + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Commits a row in each of several tables, and dies without closing anything. */
  static final class Dying {

    static final int TABLES = 6;
    static final int DEAD = 3;

    private Dying() {}

    public static void main(String[] args) throws SQLException {
      EmbeddedDatabase database = EmbeddedDatabase.open(args[0]);
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        // What H2 does after 45 seconds it does at once then.
        statement.execute("SET RETENTION_TIME 0");
        for (int table = 0; table < TABLES; table++) {
          statement.execute("CREATE TABLE IF NOT EXISTS kept" + table + " (id INT PRIMARY KEY)");
        }
        for (int table = 0; table < TABLES; table++) {
          statement.execute("INSERT INTO kept" + table + " VALUES (" + args[1] + ")");
        }
      }
      Runtime.getRuntime().halt(DEAD);
    }
  }
}
