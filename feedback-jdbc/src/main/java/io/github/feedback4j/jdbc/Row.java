package io.github.feedback4j.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row that a result set stands on; columns by name, or by their place from 1 on where many rows are read. */
final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  String text(String column) throws SQLException {
    return required(textOrNull(column), column);
  }

  @Nullable
  String textOrNull(String column) throws SQLException {
    return StoredText.fromStored(rows.getString(column));
  }

  @Nullable
  String textOrNull(int place) throws SQLException {
    return StoredText.fromStored(rows.getString(place));
  }

  int integer(int place) throws SQLException {
    return rows.getInt(place);
  }

  long number(int place) throws SQLException {
    return rows.getLong(place);
  }

  double real(int place) throws SQLException {
    return rows.getDouble(place);
  }

  byte @Nullable [] bytesOrNull(int place) throws SQLException {
    return rows.getBytes(place);
  }

  String text(int place) throws SQLException {
    return required(textOrNull(place), Integer.toString(place));
  }

  int integer(String column) throws SQLException {
    return rows.getInt(column);
  }

  @Nullable
  Integer integerOrNull(String column) throws SQLException {
    int value = rows.getInt(column);
    return rows.wasNull() ? null : value;
  }

  long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  double real(String column) throws SQLException {
    return rows.getDouble(column);
  }

  boolean truth(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  @Nullable
  Boolean truthOrNull(String column) throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? null : value;
  }

  byte[] bytes(String column) throws SQLException {
    return required(rows.getBytes(column), column);
  }

  UUID id(String column) throws SQLException {
    return required(rows.getObject(column, UUID.class), column);
  }

  /** Returns the time in the columns {@code name_at} and {@code name_nano}. */
  Instant time(String name) throws SQLException {
    return required(timeOrNull(name), name);
  }

  @Nullable
  Instant timeOrNull(String name) throws SQLException {
    long second = rows.getLong(name + "_at");
    if (rows.wasNull()) {
      return null;
    }
    return Instant.ofEpochSecond(second, rows.getInt(name + "_nano"));
  }

  private static <T> T required(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null", "22004");
    }
    return value;
  }
}
