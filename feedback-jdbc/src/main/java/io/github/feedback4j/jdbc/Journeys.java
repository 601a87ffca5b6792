package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what became of each invitation, in one row that every event finds or makes. */
final class Journeys {

  private static final String INSERT =
      "INSERT INTO ${prefix}invitation (id, survey, survey_version, respondent, invited_at, invited_nano, "
          + String.join(", ", Accountability.DIMENSIONS)
          + ") VALUES ("
          + String.join(", ", Collections.nCopies(6 + Accountability.DIMENSIONS.size(), "?"))
          + ")";

  /** A reaction to an anonymous survey has a row beside that of its invitation. */
  private static final String SUMS = """
      SELECT SUM(CASE WHEN respondent = ? AND (answered OR dismissed OR opted_out) THEN 0 ELSE 1 END) AS invited,
        SUM(CASE WHEN shown OR answered THEN 1 ELSE 0 END) AS shown,
        SUM(CASE WHEN answered THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN (dismissed OR opted_out) AND NOT answered THEN 1 ELSE 0 END) AS dismissed
      FROM ${prefix}invitation\s""";

  private static final String ROW = "SELECT id, survey, respondent, invited_at, "
      + String.join(", ", RollUpCell.DIMENSIONS)
      + ", shown, answered, dismissed, opted_out, cancelled FROM ${prefix}invitation WHERE ";

  /** An invitation as it stands in its row, and where it counts. */
  private record Standing(UUID id, ContactCell cell, ContactRollUp.Delta counts) {}

  private Journeys() {}

  /** Notes an event; the transaction is the caller's. */
  static void record(Session session, ContactEvent event) throws SQLException {
    UUID id = event.invitation().id();
    ContactRollUp rollUp = new ContactRollUp();
    Standing before = standing(session, id);
    boolean isNew = before == null && insert(session, event.invitation());
    if (before == null && !isNew) {
      // Somebody else has inserted it at the same time.
      before = standing(session, id);
    }
    String flag = flag(event.outcome());
    if (flag != null) {
      session.update("UPDATE ${prefix}invitation SET " + flag + " = TRUE WHERE id = ?", id);
    }
    if (before != null) {
      rollUp.add(before.cell, before.counts.negated());
    }
    Standing after = standing(session, id);
    if (after != null) {
      rollUp.add(after.cell, after.counts);
    }
    rollUp.write(session);
  }

  private static @Nullable Standing standing(Session session, UUID id) throws SQLException {
    return session.first(ROW + "id = ? FOR UPDATE", Journeys::standing, id);
  }

  private static Standing standing(Row row) throws SQLException {
    List<@Nullable String> dimensions = new ArrayList<>();
    for (String each : RollUpCell.DIMENSIONS) {
      dimensions.add(row.textOrNull(each));
    }
    ContactCell cell = new ContactCell(
        row.text("survey"),
        Math.floorDiv(row.number("invited_at"), RollUpCell.SECONDS_PER_DAY),
        dimensions);
    boolean answered = row.truth("answered");
    boolean shown = row.truth("shown") || answered;
    boolean dismissed = row.truth("dismissed") || row.truth("opted_out");
    boolean isReaction =
        ContactEvent.NOBODY.value().equals(row.text("respondent")) && (answered || dismissed);
    boolean isWithdrawnUnseen = row.truth("cancelled") && !shown;
    return new Standing(
        row.id("id"),
        cell,
        isWithdrawnUnseen
            ? new ContactRollUp.Delta(0, 0, 0, 0)
            : new ContactRollUp.Delta(
                isReaction ? 0 : 1,
                shown ? 1 : 0,
                answered ? 1 : 0,
                dismissed && !answered ? 1 : 0));
  }

  private static @Nullable String flag(Outcome outcome) {
    return switch (outcome) {
      case INVITED, SNOOZED, EXPIRED, DEFERRED -> null;
      case SHOWN -> "shown";
      case ANSWERED -> "answered";
      case DISMISSED -> "dismissed";
      case OPTED_OUT -> "opted_out";
      case CANCELLED -> "cancelled";
    };
  }

  private static boolean insert(Session session, Invitation invitation) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(invitation.id());
    values.add(Series.of(invitation));
    values.add(invitation.surveyVersion());
    values.add(invitation.respondent().value());
    StoredTime.add(values, invitation.invitedAt());
    for (String each : Accountability.DIMENSIONS) {
      values.add(invitation.accountability().get(each));
    }
    return session.insertUnlessThere(INSERT, values.toArray());
  }

  /** Counts whole days of UTC from the roll-up, and the rest from the invitations. */
  static ContactCounts count(Session session, ResponseFilter filter) throws SQLException {
    List<String> parts = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    Supplier<Conditions> rows = () -> new Conditions()
        .and("survey = ?", Series.of(filter))
        .and("NOT (cancelled AND NOT shown AND NOT answered)")
        .dimensions(filter.dimensions());
    WholeDays.cut(filter, List.of(), "invited", rows, new WholeDays.Parts() {
      @Override
      public void days(long first, long end) {
        Conditions where = new Conditions()
            .and("survey = ?", Series.of(filter))
            .and("utc_day >= ?", first)
            .and("utc_day < ?", end)
            .dimensions(filter.dimensions());
        // Added up part by part: a sum over parts together would first be written down.
        parts.add(
            "SELECT SUM(invited) AS invited, SUM(shown) AS shown, SUM(answered) AS answered, SUM(dismissed) AS dismissed FROM ${prefix}contact_rollup "
                + where.sql());
        values.addAll(where.values());
      }

      @Override
      public void rows(Conditions where) {
        parts.add(SUMS + where.sql());
        values.add(ContactEvent.NOBODY.value());
        values.addAll(where.values());
      }
    });
    ContactCounts counts = session.first(
        """
        SELECT SUM(invited) AS all_invited, SUM(shown) AS all_shown, SUM(answered) AS all_answered,
          SUM(dismissed) AS all_dismissed
        FROM (%s) counted""".formatted(String.join(" UNION ALL ", parts)),
        row -> new ContactCounts(
            row.number("all_invited"),
            row.number("all_shown"),
            row.number("all_answered"),
            row.number("all_dismissed")),
        values.toArray());
    return counts == null ? new ContactCounts(0, 0, 0, 0) : counts;
  }

  static void erase(Session session, RespondentKey respondent) throws SQLException {
    ContactRollUp rollUp = new ContactRollUp();
    List<Standing> held = session.query(
        ROW + "respondent = ? ORDER BY id FOR UPDATE", Journeys::standing, respondent.value());
    for (Standing each : held) {
      rollUp.add(each.cell, each.counts.negated());
      session.update("DELETE FROM ${prefix}invitation WHERE id = ?", each.id);
    }
    rollUp.write(session);
  }
}
