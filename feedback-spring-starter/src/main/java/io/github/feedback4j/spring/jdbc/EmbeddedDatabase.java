package io.github.feedback4j.spring.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database in a file of ours, open as long as the application runs. */
final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  // Without WRITE_DELAY=0 a commit reaches the file half a second later, and a killed process loses
  // answers that were thanked for. We close it ourselves, not H2's shutdown hook, which may run
  // before the last answer was kept. Whatever goes wrong reaches the caller, so H2 needs no trace
  // file of its own beside the data.
  private static final String SETTINGS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0";

  // H2 2.5.252 writes new data over old that is 45 seconds out of date, and then does not find the
  // new data again after a kill: everything committed since is gone. Where nothing is written over,
  // all is found; the file then shrinks at an orderly end only. 2.3 and 2.4 are safe as they are.
  private static final String NOTHING_OVERWRITTEN = ";REUSE_SPACE=FALSE";

  private final Path file;
  private final JdbcConnectionPool pool;

  private EmbeddedDatabase(Path file, JdbcConnectionPool pool) {
    this.file = file;
    this.pool = pool;
  }

  /**
   * Opens the database and creates it if need be.
   *
   * @throws StoreSetUpException if another process has it, or the file cannot be written
   */
  static EmbeddedDatabase open(String name) {
    Path file = Path.of(name).toAbsolutePath().normalize();
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:file:" + file + settings(), "sa", "");
    try (Connection connection = pool.getConnection()) {
      connection.getMetaData();
      return new EmbeddedDatabase(file, pool);
    } catch (SQLException e) {
      pool.dispose();
      throw explained(file, e);
    }
  }

  private static String settings() {
    boolean isSafe = Constants.VERSION_MAJOR == 2 && Constants.VERSION_MINOR < 5;
    return isSafe ? SETTINGS : SETTINGS + NOTHING_OVERWRITTEN;
  }

  private static StoreSetUpException explained(Path file, SQLException e) {
    IllegalStateException cause = new IllegalStateException(e);
    if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return new StoreSetUpException(
          "Another process keeps its answers in " + file + ".mv.db.",
          "Stop it, set feedback4j.jdbc.file to another file, or give both applications one "
              + "PostgreSQL as their DataSource.",
          cause);
    }
    return new StoreSetUpException(
        "The embedded database of feedback4j cannot be opened in " + file + ".mv.db (error "
            + e.getErrorCode() + ").",
        "Make the folder writable, set feedback4j.jdbc.file to another place, or give the "
            + "application a DataSource.",
        cause);
  }

  DataSource dataSource() {
    return pool;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      // Every answer is on disk already; only the tidy end of the file is missing, and H2 repairs
      // it.
      log.warn("the embedded database was not closed in order (error {})", e.getErrorCode());
    } finally {
      pool.dispose();
    }
  }
}
