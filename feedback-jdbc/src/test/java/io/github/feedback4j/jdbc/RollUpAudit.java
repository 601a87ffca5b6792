package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.response.AcceptedResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts every answer again, and compares with the roll-up row by row. */
final class RollUpAudit {

  /** A row of the roll-up. */
  private record Counted(RollUpCell cell, long responses) {}

  private RollUpAudit() {}

  static void assertExact(DataSource dataSource) {
    Database database = new Database(dataSource, JdbcSchema.DEFAULT_PREFIX);
    Map<RollUpCell, Long> expected = new HashMap<>();
    Map<RollUpCell, Long> rolledUp = new HashMap<>();
    database.transaction("audit", session -> {
      for (UUID each : session.query("SELECT id FROM ${prefix}response", row -> row.id("id"))) {
        AcceptedResponse response = Objects.requireNonNull(ResponseRows.find(session, each));
        RollUpCell.of(response).forEach(cell -> expected.merge(cell, 1L, Long::sum));
      }
      for (Counted each :
          session.query("SELECT * FROM ${prefix}rating_rollup", RollUpAudit::read)) {
        assertThat(rolledUp.put(each.cell, each.responses)).isNull();
      }
      return session;
    });

    assertThat(rolledUp).isEqualTo(expected);
  }

  private static Counted read(Row row) throws SQLException {
    RollUpCell cell = new RollUpCell(
        row.text("survey"),
        row.integer("survey_version"),
        row.text("question"),
        row.number("utc_day"),
        row.textOrNull("team"),
        row.textOrNull("service"),
        row.textOrNull("channel"),
        row.textOrNull("location"),
        row.textOrNull("priority"),
        row.textOrNull("sla"),
        row.integer("rating"),
        row.real("probability"));
    assertThat(row.bytes("cell")).isEqualTo(cell.key());
    return new Counted(cell, row.number("responses"));
  }
}
