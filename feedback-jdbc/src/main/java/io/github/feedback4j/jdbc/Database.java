package io.github.feedback4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Borrows connections, and gives each back as it was.
 *
 * <p>Work is done in one transaction and committed before the result is returned, whether the
 * connection came with autocommit or without. Work that lost against another transaction is done
 * again from the start, up to {@value #MAX_ATTEMPTS} times in all.
 */
final class Database {

  static final int MAX_ATTEMPTS = 5;

  private final DataSource dataSource;
  private final String prefix;
  private volatile @Nullable Dialect dialect;

  // H2 answers this question with a query of its own, which would cost more than most of ours. All
  // connections of a source have the same one.
  private volatile int usualTimeout = Session.UNKNOWN;

  /** Something to do with a connection. */
  interface Work<T extends @Nullable Object> {
    T run(Session session) throws SQLException;
  }

  Database(DataSource dataSource, String prefix) {
    this.dataSource = dataSource;
    this.prefix = JdbcSchema.requirePrefix(prefix);
  }

  String prefix() {
    return prefix;
  }

  /** Runs work of one statement, which needs no transaction around it. */
  <T extends @Nullable Object> T statement(String operation, Work<T> work) {
    return run(operation, false, work);
  }

  /** Runs work of several statements, all of them or none. */
  <T extends @Nullable Object> T transaction(String operation, Work<T> work) {
    return run(operation, true, work);
  }

  private <T extends @Nullable Object> T run(String operation, boolean several, Work<T> work) {
    SQLException last = null;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        return attempt(several, work);
      } catch (SQLException e) {
        last = e;
        if (!Dialect.isLost(e)) {
          break;
        }
      }
    }
    throw new StoreException(
        operation, last == null ? new SQLException("no attempt was made") : last);
  }

  private <T extends @Nullable Object> T attempt(boolean several, Work<T> work)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean begun = false;
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (autoCommit && several) {
        connection.setAutoCommit(false);
        begun = true;
      }
      T result = inTransaction(connection, !autoCommit || begun, work);
      if (begun) {
        restoreAutoCommit(connection);
      }
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      // Switching autocommit on would commit what is left of a transaction, so not without this.
      if (!rollback(connection, e)) {
        abort(connection);
      } else if (begun) {
        restoreAutoCommit(connection);
      }
      throw e;
    } finally {
      close(connection);
    }
  }

  private <T extends @Nullable Object> T inTransaction(
      Connection connection, boolean commit, Work<T> work) throws SQLException {
    T result;
    try (Session session = new Session(connection, dialect(connection), prefix, usualTimeout)) {
      result = work.run(session);
      usualTimeout = session.timeoutBefore();
    }
    if (commit) {
      connection.commit();
    }
    return result;
  }

  private Dialect dialect(Connection connection) throws SQLException {
    Dialect known = dialect;
    if (known == null) {
      known = Dialect.of(connection);
      dialect = known;
    }
    return known;
  }

  private static boolean rollback(Connection connection, Throwable failure) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  /** Nobody must use a connection again that cannot undo what it has begun. */
  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It was broken before.
    }
  }

  /** What is committed stays committed: a connection that breaks afterwards is its pool's concern. */
  private static void restoreAutoCommit(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The pool finds out when it looks at the connection.
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // As above.
    }
  }
}
