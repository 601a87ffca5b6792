package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.AcceptedResponse;
import java.sql.SQLException;
import java.util.Arrays;
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
 * that changes and mentions the same themes writes nothing. Rows are locked in the order of their keys, so that two transactions
 * never wait for each other.
 */
final class RollUp {

  private static final int MAX_RACES = 10;

  /** A cell, by how much its count changes, and who was added to it. */
  private record Change(RollUpCell cell, long by, PersonSketch added) {

    Change plus(Change other) {
      return new Change(cell, by + other.by, added.plus(other.added));
    }
  }

  private final Map<byte[], Change> changes = new TreeMap<>(Arrays::compareUnsigned);

  void add(AcceptedResponse response) {
    change(response, 1, PersonSketch.of(List.of(response.invitation().respondent())));
  }

  /** Takes a response out; it must have left the tables before {@link #write}. */
  void takeOut(AcceptedResponse response) {
    change(response, -1, PersonSketch.none());
  }

  private void change(AcceptedResponse response, long by, PersonSketch added) {
    for (RollUpCell each : RollUpCell.of(response)) {
      changes.merge(each.key(), new Change(each, by, added), Change::plus);
    }
  }

  void write(Session session) throws SQLException {
    for (Map.Entry<byte[], Change> each : changes.entrySet()) {
      Change change = each.getValue();
      if (change.by != 0) {
        write(session, each.getKey(), change);
      }
    }
  }

  private static void write(Session session, byte[] key, Change change) throws SQLException {
    for (int i = 0; i < MAX_RACES; i++) {
      if (session.update(
              "UPDATE ${prefix}rating_rollup SET responses = responses + ? WHERE cell = ?",
              change.by,
              key)
          == 1) {
        // The row is ours until the end of the transaction.
        if (change.by > 0) {
          addPersons(session, key, change.added);
        } else if (session.update(
                "DELETE FROM ${prefix}rating_rollup WHERE cell = ? AND responses = 0", key)
            == 0) {
          countPersons(session, key, change.cell);
        }
        return;
      }
      if (change.by < 0) {
        // Somebody else wrote to the tables. Going on would hide it.
        throw new SQLException("the roll-up lacks what is to be taken out of it", "F4J01");
      }
      // Somebody else may insert the same cell at the same time; then it is there to be updated.
      if (insert(session, key, change)) {
        return;
      }
    }
    throw new SQLException("a row of the roll-up comes and goes", "40001");
  }

  private static void addPersons(Session session, byte[] key, PersonSketch added)
      throws SQLException {
    PersonSketch persons = Objects.requireNonNull(session.first(
        "SELECT persons FROM ${prefix}rating_rollup WHERE cell = ?", RollUp::persons, key));
    setPersons(session, key, persons, persons.plus(added));
  }

  static PersonSketch persons(Row row) throws SQLException {
    return PersonSketch.fromBytes(row.bytes("persons"));
  }

  /** Nobody can be taken out of a sketch, so those that are left are looked up. */
  private static void countPersons(Session session, byte[] key, RollUpCell cell)
      throws SQLException {
    String survey = Series.key(cell.survey());
    Conditions where = new Conditions()
        .survey(survey, !survey.equals(cell.survey()))
        .from("answered", cell.day() * RollUpCell.SECONDS_PER_DAY, 0)
        .until("answered", (cell.day() + 1) * RollUpCell.SECONDS_PER_DAY, 0)
        .and("survey_version = ?", cell.surveyVersion())
        .and("question = ?", cell.question())
        .and("rating = ?", cell.rating())
        .and("probability = ?", cell.probability());
    for (int i = 0; i < RollUpCell.DIMENSIONS.size(); i++) {
      where.equal(RollUpCell.DIMENSIONS.get(i), cell.dimensions().get(i));
    }
    Set<RespondentKey> left = new HashSet<>();
    session.read(
        "SELECT DISTINCT respondent, %s AS themes FROM ${prefix}response r JOIN ${prefix}answer a ON a.response = r.id "
                .formatted(session.dialect().themes())
            + where.sql(),
        row -> {
          String themes = row.textOrNull("themes");
          if (Objects.equals(cell.themes(), themes == null ? null : sorted(themes))) {
            left.add(new RespondentKey(row.text("respondent")));
          }
        },
        where.values().toArray());
    setPersons(session, key, null, PersonSketch.of(left));
  }

  /** Writes themes that a database put in an order of its own. */
  private static String sorted(String themes) {
    return RollUpCell.written(RollUpCell.read(themes));
  }

  private static void setPersons(
      Session session, byte[] key, @Nullable PersonSketch before, PersonSketch after)
      throws SQLException {
    if (!after.equals(before)) {
      session.update(
          "UPDATE ${prefix}rating_rollup SET persons = ? WHERE cell = ?", after.toBytes(), key);
    }
  }

  private static boolean insert(Session session, byte[] key, Change change) throws SQLException {
    RollUpCell cell = change.cell;
    return session.insertUnlessThere(
        """
        INSERT INTO ${prefix}rating_rollup (cell, survey, survey_version, question, utc_day, team,
          service, channel, sla, themes, rating, probability, counted, responses, persons)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
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
        change.added.toBytes());
  }
}
