package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.AcceptedResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts ratings by day, in the transaction that changes them.
 *
 * <p>Collects what a transaction adds and takes away, and writes what remains of it at the end: a
 * changed comment writes nothing. Rows are locked in the order of their keys, so that two transactions
 * never wait for each other.
 */
final class RollUp {

  private static final int MAX_RACES = 10;

  /** A cell and by how much its count changes. */
  private record Change(RollUpCell cell, long by) {}

  private final Map<byte[], Change> changes = new TreeMap<>(Arrays::compareUnsigned);

  void add(AcceptedResponse response) {
    change(response, 1);
  }

  void takeOut(AcceptedResponse response) {
    change(response, -1);
  }

  private void change(AcceptedResponse response, long by) {
    for (RollUpCell each : RollUpCell.of(response)) {
      changes.merge(
          each.key(), new Change(each, by), (one, other) -> new Change(each, one.by + other.by));
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
        if (change.by < 0) {
          session.update(
              "DELETE FROM ${prefix}rating_rollup WHERE cell = ? AND responses = 0", key);
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

  private static boolean insert(Session session, byte[] key, Change change) throws SQLException {
    RollUpCell cell = change.cell;
    return session.insertUnlessThere(
        """
        INSERT INTO ${prefix}rating_rollup (cell, survey, survey_version, question, utc_day, team,
          service, channel, location, priority, sla, rating, probability, responses)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        key,
        cell.survey(),
        cell.surveyVersion(),
        cell.question(),
        cell.day(),
        cell.team(),
        cell.service(),
        cell.channel(),
        cell.location(),
        cell.priority(),
        cell.sla(),
        cell.rating(),
        cell.probability(),
        change.by);
  }
}
