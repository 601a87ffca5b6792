package io.github.feedback4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ContactCounts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts every answer again, and compares with the roll-up row by row. */
final class RollUpAudit {

  /** A row of the roll-up. */
  private record Sum(RollUpCell cell, long responses, PersonSketch persons) {

    Sum plus(Sum other) {
      return new Sum(cell, responses + other.responses, persons.plus(other.persons));
    }
  }

  /** A row of the roll-up of contacts. */
  private record Contacts(ContactCell cell, ContactCounts counts) {}

  private RollUpAudit() {}

  static void assertExact(DataSource dataSource) {
    Database database = new Database(dataSource, JdbcSchema.DEFAULT_PREFIX);
    Map<RollUpCell, Sum> expected = new HashMap<>();
    Map<RollUpCell, Sum> rolledUp = new HashMap<>();
    database.transaction("audit", session -> {
      Map<UUID, String> themes = new HashMap<>();
      session.read(
          "SELECT id, themes FROM ${prefix}response",
          row -> themes.put(row.id("id"), String.valueOf(row.textOrNull("themes"))));
      for (UUID each : themes.keySet()) {
        AcceptedResponse response = Objects.requireNonNull(ResponseRows.find(session, each));
        assertThat(themes.get(each)).isEqualTo(String.valueOf(RollUpCell.themes(response)));
        PersonSketch person = PersonSketch.of(List.of(response.invitation().respondent()));
        RollUpCell.of(response)
            .forEach(cell -> expected.merge(cell, new Sum(cell, 1, person), Sum::plus));
      }
      for (Sum each : session.query("SELECT * FROM ${prefix}rating_rollup", RollUpAudit::read)) {
        assertThat(rolledUp.put(each.cell, each)).isNull();
      }
      return session;
    });

    assertThat(rolledUp).isEqualTo(expected);
    assertContactsExact(database);
  }

  private static void assertContactsExact(Database database) {
    String expected = """
        SELECT survey, utc_day, team, service, channel, sla,
          SUM(CASE WHEN respondent = ? AND (answered OR dismissed OR opted_out) THEN 0 ELSE 1 END) AS invited,
          SUM(CASE WHEN shown OR answered THEN 1 ELSE 0 END) AS shown,
          SUM(CASE WHEN answered THEN 1 ELSE 0 END) AS answered,
          SUM(CASE WHEN (dismissed OR opted_out) AND NOT answered THEN 1 ELSE 0 END) AS dismissed
        FROM (
          SELECT i.*, CAST(FLOOR(CAST(invited_at AS DOUBLE PRECISION) / 86400) AS BIGINT) AS utc_day
          FROM ${prefix}invitation i
          WHERE NOT (cancelled AND NOT shown AND NOT answered)
        ) counted
        GROUP BY survey, utc_day, team, service, channel, sla""";
    database.transaction("audit", session -> {
      assertThat(session.query("SELECT * FROM ${prefix}contact_rollup", RollUpAudit::contacts))
          .containsExactlyInAnyOrderElementsOf(
              session.query(expected, RollUpAudit::contacts, ContactEvent.NOBODY.value()));
      assertThat(session.query(
              "SELECT * FROM ${prefix}contact_rollup",
              row -> List.of(
                  HexFormat.of().formatHex(row.bytes("cell")),
                  HexFormat.of().formatHex(contacts(row).cell.key()))))
          .allMatch(each -> each.get(0).equals(each.get(1)));
      return session;
    });
  }

  private static Contacts contacts(Row row) throws SQLException {
    List<@Nullable String> dimensions = new ArrayList<>();
    for (String each : RollUpCell.DIMENSIONS) {
      dimensions.add(row.textOrNull(each));
    }
    return new Contacts(
        new ContactCell(row.text("survey"), row.number("utc_day"), dimensions),
        new ContactCounts(
            row.number("invited"),
            row.number("shown"),
            row.number("answered"),
            row.number("dismissed")));
  }

  private static Sum read(Row row) throws SQLException {
    RollUpCell cell = new RollUpCell(
        row.text("survey"),
        row.integer("survey_version"),
        row.text("question"),
        row.number("utc_day"),
        row.textOrNull("team"),
        row.textOrNull("service"),
        row.textOrNull("channel"),
        row.textOrNull("sla"),
        row.textOrNull("themes"),
        row.integer("rating"),
        row.real("probability"));
    assertThat(row.bytes("cell")).isEqualTo(cell.key());
    assertThat(row.bytes("counted")).isEqualTo(Counted.packed(cell));
    return new Sum(cell, row.number("responses"), RollUp.persons(row));
  }
}
