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
  private static final String COUNT = """
      SELECT SUM(CASE WHEN respondent = ? AND (answered OR dismissed OR opted_out) THEN 0 ELSE 1 END) AS invited,
        SUM(CASE WHEN shown OR answered THEN 1 ELSE 0 END) AS shown_ones,
        SUM(CASE WHEN answered THEN 1 ELSE 0 END) AS answered_ones,
        SUM(CASE WHEN (dismissed OR opted_out) AND NOT answered THEN 1 ELSE 0 END) AS dismissed_ones
      FROM ${prefix}invitation\s""";

  private Journeys() {}

  static void record(Session session, ContactEvent event) throws SQLException {
    String flag = flag(event.outcome());
    if (flag == null) {
      insert(session, event.invitation());
    } else if (!raise(session, flag, event.invitation())) {
      // Events may overtake each other, and the first of them may have been lost.
      insert(session, event.invitation());
      raise(session, flag, event.invitation());
    }
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

  private static boolean raise(Session session, String flag, Invitation invitation)
      throws SQLException {
    return session.update(
            "UPDATE ${prefix}invitation SET " + flag + " = TRUE WHERE id = ?", invitation.id())
        == 1;
  }

  private static void insert(Session session, Invitation invitation) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(invitation.id());
    values.add(Series.of(invitation));
    values.add(invitation.surveyVersion());
    values.add(invitation.respondent().value());
    StoredTime.add(values, invitation.invitedAt());
    for (String each : Accountability.DIMENSIONS) {
      values.add(invitation.accountability().get(each));
    }
    session.insertUnlessThere(INSERT, values.toArray());
  }

  static ContactCounts count(Session session, ResponseFilter filter) throws SQLException {
    Conditions where =
        Conditions.ofInvitations(filter).and("NOT (cancelled AND NOT shown AND NOT answered)");
    List<@Nullable Object> values = new ArrayList<>();
    values.add(ContactEvent.NOBODY.value());
    values.addAll(where.values());
    ContactCounts counts = session.first(
        COUNT + where.sql(),
        row -> new ContactCounts(
            row.number("invited"),
            row.number("shown_ones"),
            row.number("answered_ones"),
            row.number("dismissed_ones")),
        values.toArray());
    return counts == null ? new ContactCounts(0, 0, 0, 0) : counts;
  }

  static void erase(Session session, RespondentKey respondent) throws SQLException {
    session.update("DELETE FROM ${prefix}invitation WHERE respondent = ?", respondent.value());
  }
}
