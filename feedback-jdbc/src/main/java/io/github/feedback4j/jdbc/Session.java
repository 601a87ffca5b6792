package io.github.feedback4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection at work: runs statements with values bound and never written into the SQL.
 *
 * <p>Each statement has a time-out of {@value #TIMEOUT_SECONDS} seconds and is closed at once.
 */
final class Session implements AutoCloseable {

  static final int TIMEOUT_SECONDS = 10;

  /** No connection has said yet which time-out it has of its own. */
  static final int UNKNOWN = -1;

  /** Databases take some ten thousand values in one statement. */
  static final int MOST_VALUES = 1_000;

  private final Connection connection;
  private final Dialect dialect;
  private final String prefix;
  private final int usualTimeout;
  private int timeoutBefore = UNKNOWN;

  /** Makes something of the row that a result set stands on. */
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /**
   * Begins to use a connection.
   *
   * @param usualTimeout the time-out in seconds that connections of this source have of their own, or
   *     {@link #UNKNOWN}
   */
  Session(Connection connection, Dialect dialect, String prefix, int usualTimeout) {
    this.connection = connection;
    this.dialect = dialect;
    this.prefix = prefix;
    this.usualTimeout = usualTimeout;
  }

  /** Returns the time-out that the connection had of its own, or {@link #UNKNOWN}. */
  int timeoutBefore() {
    return timeoutBefore;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns how many rows an {@code UPDATE}, {@code DELETE} or {@code INSERT} touched. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs one statement for each list of values, in one round trip where the driver can. */
  void updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = prepare(sql)) {
      for (@Nullable Object[] each : rows) {
        bind(statement, each);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Inserts rows that were not there a moment ago; if somebody else has inserted one of them since, the
   * transaction is lost and done again.
   */
  void insertAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try {
      updateAll(sql, rows);
    } catch (SQLException e) {
      if (Dialect.isDuplicate(e)) {
        throw new SQLException("somebody else was faster", "40001", e);
      }
      throw e;
    }
  }

  /** Inserts a row and returns true, or returns false if a row with one of its keys is there. */
  boolean insertUnlessThere(String sql, @Nullable Object... values) throws SQLException {
    try {
      return update(dialect.unlessThere(sql), values) == 1;
    } catch (SQLException e) {
      if (Dialect.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    read(sql, row -> found.add(reader.read(row)), values);
    return found;
  }

  /** Something to do with a row. */
  interface Reading {
    void read(Row row) throws SQLException;
  }

  /** Reads rows one by one, without keeping them. */
  void read(String sql, Reading reading, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        Row row = new Row(rows);
        while (rows.next()) {
          reading.read(row);
        }
      }
    }
  }

  /** Reads the rows of a statement with {@code IN (${values})} for any number of values, in their order. */
  void readIn(String sql, List<?> values, Reading reading) throws SQLException {
    for (int from = 0; from < values.size(); from += MOST_VALUES) {
      List<?> some = values.subList(from, Math.min(values.size(), from + MOST_VALUES));
      read(sql.replace("${values}", Conditions.marks(some.size())), reading, some.toArray());
    }
  }

  /** Returns the first row, or null if there is none. */
  <T> @Nullable T first(String sql, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> found = query(sql, reader, values);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Work that may be undone without the rest of the transaction. */
  interface Part<T> {
    T run() throws SQLException;
  }

  /** Runs a part of the transaction, which leaves nothing behind if it throws. */
  <T> T undoable(Part<T> part) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      T result = part.run();
      connection.releaseSavepoint(before);
      return result;
    } catch (SQLException | RuntimeException e) {
      connection.rollback(before);
      throw e;
    }
  }

  /** Runs a statement without values that may be anything. */
  void execute(String sql) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      statement.execute();
    }
  }

  /** Gives the connection its own time-out back where ours would stay with it. */
  @Override
  public void close() throws SQLException {
    if (timeoutBefore != UNKNOWN && timeoutBefore != TIMEOUT_SECONDS) {
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(timeoutBefore);
      }
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.replace("${prefix}", prefix));
    try {
      if (!dialect.keepsTimeout()) {
        statement.setQueryTimeout(TIMEOUT_SECONDS);
      } else if (timeoutBefore == UNKNOWN) {
        timeoutBefore = usualTimeout == UNKNOWN ? statement.getQueryTimeout() : usualTimeout;
        statement.setQueryTimeout(TIMEOUT_SECONDS);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        statement.setString(i + 1, StoredText.toStored(text));
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
