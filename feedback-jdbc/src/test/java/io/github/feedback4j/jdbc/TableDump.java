package io.github.feedback4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Reads every value of every table but those of the ledger, as somebody could who has a copy. */
final class TableDump {

  private static final List<String> TABLES = List.of(
      "response",
      "answer",
      "answer_part",
      "tag",
      "tag_correction",
      "invitation",
      "rating_rollup",
      "contact_rollup",
      "survey_counter",
      "delivered",
      "unverified",
      "erased");

  private TableDump() {}

  static List<String> of(DataSource dataSource) {
    List<String> dump = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : TABLES) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM feedback4j_" + each)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              dump.add(rows.getMetaData().getColumnName(i) + "=" + rows.getString(i));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return dump;
  }

  /** Returns the rows of a table as texts, in order. */
  static List<String> sorted(DataSource dataSource, String table) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM feedback4j_" + table)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(found.getString(i)).append(" | ");
        }
        rows.add(row.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Collections.sort(rows);
    return rows;
  }
}
