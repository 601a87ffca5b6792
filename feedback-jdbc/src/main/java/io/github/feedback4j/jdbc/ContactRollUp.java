package io.github.feedback4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the invitations of each day, in the transaction that changes it.
 *
 * <p>As in {@link RollUp}, rows are locked in the order of their keys.
 */
final class ContactRollUp {

  private static final int MAX_RACES = 10;
  private static final Delta NOTHING = new Delta(0, 0, 0, 0);

  private static final String INSERT =
      "INSERT INTO ${prefix}contact_rollup (cell, survey, utc_day, "
          + String.join(", ", RollUpCell.DIMENSIONS)
          + ", invited, shown, answered, dismissed) VALUES ("
          + String.join(", ", Collections.nCopies(7 + RollUpCell.DIMENSIONS.size(), "?"))
          + ")";

  private final Map<byte[], Change> changes = new TreeMap<>(Arrays::compareUnsigned);

  /** By how much counts change. */
  record Delta(long invited, long shown, long answered, long dismissed) {

    Delta plus(Delta other) {
      return new Delta(
          invited + other.invited,
          shown + other.shown,
          answered + other.answered,
          dismissed + other.dismissed);
    }

    Delta negated() {
      return new Delta(-invited, -shown, -answered, -dismissed);
    }

    private boolean takesAway() {
      return invited < 0 || shown < 0 || answered < 0 || dismissed < 0;
    }
  }

  private record Change(ContactCell cell, Delta by) {}

  void add(ContactCell cell, Delta by) {
    changes.merge(
        cell.key(),
        new Change(cell, by),
        (one, other) -> new Change(one.cell, one.by.plus(other.by)));
  }

  void write(Session session) throws SQLException {
    for (Map.Entry<byte[], Change> each : changes.entrySet()) {
      if (!each.getValue().by.equals(NOTHING)) {
        write(session, each.getKey(), each.getValue());
      }
    }
  }

  private static void write(Session session, byte[] key, Change change) throws SQLException {
    Delta by = change.by;
    for (int i = 0; i < MAX_RACES; i++) {
      boolean isThere =
          session.update("""
              UPDATE ${prefix}contact_rollup SET invited = invited + ?, shown = shown + ?,
                answered = answered + ?, dismissed = dismissed + ? WHERE cell = ?""", by.invited, by.shown, by.answered, by.dismissed, key) == 1;
      if (isThere) {
        if (by.takesAway()) {
          session.update("""
              DELETE FROM ${prefix}contact_rollup WHERE cell = ?
                AND invited = 0 AND shown = 0 AND answered = 0 AND dismissed = 0""", key);
        }
        return;
      }
      if (by.takesAway()) {
        // Somebody else wrote to the tables. Going on would hide it.
        throw new SQLException("the roll-up lacks what is to be taken out of it", "F4J01");
      }
      List<@Nullable Object> values = new ArrayList<>();
      values.add(key);
      values.add(change.cell.survey());
      values.add(change.cell.day());
      values.addAll(change.cell.dimensions());
      values.addAll(List.of(by.invited, by.shown, by.answered, by.dismissed));
      // Somebody else may insert the same cell at the same time; then it is there to be updated.
      if (session.insertUnlessThere(INSERT, values.toArray())) {
        return;
      }
    }
    throw new SQLException("a row of the roll-up comes and goes", "40001");
  }
}
