package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.AcceptedResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts ratings by day, in the transaction that changes them.
 *
 * <p>Collects what a transaction adds and takes away, and writes what remains of it at the end: a comment
 * that changes and mentions the same themes writes nothing. Rows are locked in the order of their keys, so
 * that two transactions never wait for each other.
 */
final class RollUp {

  private static final int MAX_RACES = 10;

  private static final String INSERT = """
      INSERT INTO ${prefix}rating_rollup (cell, survey, survey_version, question, utc_day, team,
        service, channel, sla, themes, rating, probability, counted, responses, persons)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /**
   * What happens to a cell.
   *
   * @param by by how much its count changes
   * @param added who was added to it
   * @param leaves whether somebody was taken out of it, whoever else was added
   */
  private record Change(RollUpCell cell, long by, PersonSketch added, boolean leaves) {

    Change plus(Change other) {
      return new Change(cell, by + other.by, added.plus(other.added), leaves || other.leaves);
    }
  }

  /** The cells of one day of a survey, which are counted again together. */
  private record Day(String survey, long day) {}

  private final Map<byte[], Change> changes = new TreeMap<>(Arrays::compareUnsigned);

  void add(AcceptedResponse response) {
    RollUpCell.of(response).forEach(each -> add(each, response));
  }

  /** Takes a response out; it must have left the tables before {@link #write}. */
  void takeOut(AcceptedResponse response) {
    RollUpCell.of(response).forEach(this::takeOut);
  }

  /** Counts a response as it is now, which it must be in the tables before {@link #write}. */
  void replace(AcceptedResponse before, AcceptedResponse now) {
    List<RollUpCell> left = new ArrayList<>(RollUpCell.of(before));
    List<RollUpCell> entered = new ArrayList<>(RollUpCell.of(now));
    if (before.invitation().respondent().equals(now.invitation().respondent())) {
      List<RollUpCell> common = List.copyOf(left);
      left.removeAll(entered);
      entered.removeAll(common);
    }
    left.forEach(this::takeOut);
    entered.forEach(each -> add(each, now));
  }

  private void add(RollUpCell cell, AcceptedResponse response) {
    PersonSketch person = PersonSketch.of(List.of(response.invitation().respondent()));
    changes.merge(cell.key(), new Change(cell, 1, person, false), Change::plus);
  }

  private void takeOut(RollUpCell cell) {
    changes.merge(cell.key(), new Change(cell, -1, PersonSketch.none(), true), Change::plus);
  }

  void write(Session session) throws SQLException {
    addUp(session);
    List<@Nullable Object[]> left = new ArrayList<>();
    changes.forEach((key, change) -> {
      if (change.by < 0) {
        left.add(new @Nullable Object[] {key});
      }
    });
    session.updateAll("DELETE FROM ${prefix}rating_rollup WHERE cell = ? AND responses = 0", left);
    writePersons(session);
  }

  /** Changes the counts; from then on the rows are ours until the end of the transaction. */
  private void addUp(Session session) throws SQLException {
    String upsert = session.dialect().addingUp(INSERT);
    if (upsert == null) {
      for (Map.Entry<byte[], Change> each : changes.entrySet()) {
        addUp(session, each.getKey(), each.getValue());
      }
      return;
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    changes.forEach((key, change) -> rows.add(values(key, change)));
    session.updateAll(upsert, rows);
  }

  private static void addUp(Session session, byte[] key, Change change) throws SQLException {
    for (int i = 0; i < MAX_RACES; i++) {
      // Somebody else may insert the same cell at the same time; then it is there to be updated.
      if (session.update(
                  "UPDATE ${prefix}rating_rollup SET responses = responses + ? WHERE cell = ?",
                  change.by,
                  key)
              == 1
          || session.insertUnlessThere(INSERT, values(key, change))) {
        return;
      }
    }
    throw new SQLException("a row of the roll-up comes and goes", "40001");
  }

  private void writePersons(Session session) throws SQLException {
    Map<Day, List<RollUpCell>> remaining = new HashMap<>();
    List<@Nullable Object[]> persons = new ArrayList<>();
    session.readIn(
        "SELECT cell, responses, persons FROM ${prefix}rating_rollup WHERE cell IN (${values})",
        List.copyOf(changes.keySet()),
        row -> {
          byte[] key = row.bytes("cell");
          Change change = Objects.requireNonNull(changes.get(key));
          RollUpCell cell = change.cell;
          if (row.number("responses") < 1) {
            // Somebody else wrote to the tables. Going on would hide it.
            throw new SQLException("the roll-up lacks what is to be taken out of it", "F4J01");
          }
          if (change.leaves) {
            remaining
                .computeIfAbsent(new Day(cell.survey(), cell.day()), any -> new ArrayList<>())
                .add(cell);
          } else {
            PersonSketch known = persons(row);
            PersonSketch all = known.plus(change.added);
            if (!all.equals(known)) {
              persons.add(new @Nullable Object[] {all.toBytes(), key});
            }
          }
        });
    for (Map.Entry<Day, List<RollUpCell>> each : remaining.entrySet()) {
      countPersons(session, each.getKey(), each.getValue(), persons);
    }
    session.updateAll("UPDATE ${prefix}rating_rollup SET persons = ? WHERE cell = ?", persons);
  }

  static PersonSketch persons(Row row) throws SQLException {
    return PersonSketch.fromBytes(row.bytes("persons"));
  }

  /** Nobody can be taken out of a sketch, so those that are left are looked up, a day at a time. */
  private static void countPersons(
      Session session, Day day, List<RollUpCell> cells, List<@Nullable Object[]> persons)
      throws SQLException {
    String survey = Series.key(day.survey);
    Conditions where = new Conditions()
        .survey(survey, !survey.equals(day.survey))
        .from("answered", day.day * RollUpCell.SECONDS_PER_DAY, 0)
        .until("answered", (day.day + 1) * RollUpCell.SECONDS_PER_DAY, 0)
        .and("rating IS NOT NULL");
    if (cells.size() == 1) {
      where
          .and("question = ?", cells.get(0).question())
          .and("rating = ?", cells.get(0).rating())
          .equal("themes", cells.get(0).themes());
    }
    Map<RollUpCell, Set<RespondentKey>> left = new HashMap<>();
    cells.forEach(each -> left.put(each, new HashSet<>()));
    session.read(
        "SELECT respondent, survey_version, question, rating, probability, themes, "
            + String.join(", ", RollUpCell.DIMENSIONS)
            + " FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id "
            + where.sql(),
        row -> {
          Set<RespondentKey> counted = left.get(cell(row, day));
          if (counted != null) {
            counted.add(new RespondentKey(row.text("respondent")));
          }
        },
        where.values().toArray());
    left.forEach((cell, counted) ->
        persons.add(new @Nullable Object[] {PersonSketch.of(counted).toBytes(), cell.key()}));
  }

  private static RollUpCell cell(Row row, Day day) throws SQLException {
    return new RollUpCell(
        day.survey,
        row.integer("survey_version"),
        row.text("question"),
        day.day,
        row.textOrNull("team"),
        row.textOrNull("service"),
        row.textOrNull("channel"),
        row.textOrNull("sla"),
        row.textOrNull("themes"),
        row.integer("rating"),
        row.real("probability"));
  }

  /** Returns the values of {@link #INSERT}. */
  private static @Nullable Object[] values(byte[] key, Change change) {
    RollUpCell cell = change.cell;
    return new @Nullable Object[] {
      key,
      cell.survey(),
      cell.surveyVersion(),
      cell.question(),
      cell.day(),
      cell.team(),
      cell.service(),
      cell.channel(),
      cell.sla(),
      cell.themes(),
      cell.rating(),
      cell.probability(),
      Counted.packed(cell),
      change.by,
      change.added.toBytes()
    };
  }
}
