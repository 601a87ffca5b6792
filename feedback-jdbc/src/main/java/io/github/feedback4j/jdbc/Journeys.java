package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.ResponseFilter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what became of each invitation, in one row that every event finds or makes. */
final class Journeys {

  private static final List<String> FLAGS =
      List.of("shown", "answered", "dismissed", "opted_out", "cancelled");

  private static final List<String> COLUMNS = columns();

  private static final String INSERT = "INSERT INTO ${prefix}invitation ("
      + String.join(", ", COLUMNS) + ") VALUES (" + Conditions.marks(COLUMNS.size()) + ")";

  private static final String UPDATE =
      "UPDATE ${prefix}invitation SET " + String.join(" = ?, ", FLAGS) + " = ? WHERE id = ?";

  /** A reaction to an anonymous survey has a row beside that of its invitation. */
  private static final String SUMS = """
      SELECT SUM(CASE WHEN respondent = ? AND (answered OR dismissed OR opted_out) THEN 0 ELSE 1 END) AS invited,
        SUM(CASE WHEN shown OR answered THEN 1 ELSE 0 END) AS shown,
        SUM(CASE WHEN answered THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN (dismissed OR opted_out) AND NOT answered THEN 1 ELSE 0 END) AS dismissed
      FROM ${prefix}invitation\s""";

  private static final String ROW = "SELECT id, survey, respondent, invited_at, invited_nano, "
      + String.join(", ", RollUpCell.DIMENSIONS) + ", " + String.join(", ", FLAGS)
      + " FROM ${prefix}invitation WHERE ";

  /**
   * An invitation as it stands in its row, and where it counts.
   *
   * @param isNobodys whether it is one of an anonymous survey, or a reaction to one
   */
  private record Standing(
      UUID id, Instant invitedAt, boolean isNobodys, ContactCell cell, Set<String> flags) {

    Standing plus(String flag) {
      Set<String> more = new HashSet<>(flags);
      more.add(flag);
      return new Standing(id, invitedAt, isNobodys, cell, more);
    }

    ContactRollUp.Delta counts() {
      boolean answered = flags.contains("answered");
      boolean shown = flags.contains("shown") || answered;
      boolean dismissed = flags.contains("dismissed") || flags.contains("opted_out");
      boolean isReaction = isNobodys && (answered || dismissed);
      boolean isWithdrawnUnseen = flags.contains("cancelled") && !shown;
      return isWithdrawnUnseen
          ? new ContactRollUp.Delta(0, 0, 0, 0)
          : new ContactRollUp.Delta(
              isReaction ? 0 : 1, shown ? 1 : 0, answered ? 1 : 0, dismissed && !answered ? 1 : 0);
    }

    /** Returns the values of {@link #FLAGS}. */
    List<@Nullable Object> flagValues() {
      List<@Nullable Object> values = new ArrayList<>();
      FLAGS.forEach(each -> values.add(flags.contains(each)));
      return values;
    }
  }

  private Journeys() {}

  /**
   * Removes the invitations of people that were made until they were erased, and then notes events; the
   * transaction is the caller's, and so is writing the roll-up at its end.
   *
   * @param erasures until when what was made of each person goes
   */
  static void record(
      Session session,
      List<ContactEvent> events,
      Map<RespondentKey, Instant> erasures,
      ContactRollUp rollUp)
      throws SQLException {
    Set<UUID> wanted = new HashSet<>();
    events.forEach(each -> wanted.add(each.invitation().id()));
    Map<UUID, Instant> erased = new HashMap<>();
    for (Map.Entry<RespondentKey, Instant> each : erasures.entrySet()) {
      session.read(
          "SELECT id FROM ${prefix}invitation WHERE respondent = ?",
          row -> erased.put(row.id("id"), each.getValue()),
          each.getKey().value());
    }
    wanted.addAll(erased.keySet());
    Map<UUID, Standing> before = new HashMap<>();
    session.readIn(
        ROW + "id IN (${values}) ORDER BY id FOR UPDATE", UuidOrder.sorted(wanted), row -> {
          Standing standing = standing(row);
          before.put(standing.id, standing);
        });
    delete(
        session,
        before.values().stream()
            .filter(
                each -> erased.containsKey(each.id) && !each.invitedAt.isAfter(erased.get(each.id)))
            .toList(),
        before,
        rollUp);
    note(session, events, before, rollUp);
  }

  private static void delete(
      Session session, List<Standing> gone, Map<UUID, Standing> before, ContactRollUp rollUp)
      throws SQLException {
    for (Standing each : gone) {
      rollUp.add(each.cell, each.counts().negated());
      before.remove(each.id);
    }
    session.updateAll(
        "DELETE FROM ${prefix}invitation WHERE id = ?",
        gone.stream().map(each -> new @Nullable Object[] {each.id}).toList());
  }

  private static void note(
      Session session, List<ContactEvent> events, Map<UUID, Standing> before, ContactRollUp rollUp)
      throws SQLException {
    Map<UUID, Standing> after = new TreeMap<>(UuidOrder.INSTANCE);
    Map<UUID, Invitation> invitations = new HashMap<>();
    for (ContactEvent each : events) {
      Invitation invitation = each.invitation();
      UUID id = invitation.id();
      invitations.putIfAbsent(id, invitation);
      Standing known = after.getOrDefault(id, before.get(id));
      Standing standing = known == null ? standing(invitation) : known;
      String flag = flag(each.outcome());
      after.put(id, flag == null ? standing : standing.plus(flag));
    }
    List<@Nullable Object[]> updates = new ArrayList<>();
    List<@Nullable Object[]> inserts = new ArrayList<>();
    after.forEach((id, standing) -> {
      Standing was = before.get(id);
      if (was == null) {
        List<@Nullable Object> values = values(Objects.requireNonNull(invitations.get(id)));
        values.addAll(standing.flagValues());
        inserts.add(values.toArray());
      } else if (!was.flags.equals(standing.flags)) {
        List<@Nullable Object> values = standing.flagValues();
        values.add(id);
        updates.add(values.toArray());
        rollUp.add(was.cell, was.counts().negated());
      } else {
        return;
      }
      rollUp.add(standing.cell, standing.counts());
    });
    session.updateAll(UPDATE, updates);
    session.insertAll(INSERT, inserts);
  }

  private static Standing standing(Row row) throws SQLException {
    List<@Nullable String> dimensions = new ArrayList<>();
    for (String each : RollUpCell.DIMENSIONS) {
      dimensions.add(row.textOrNull(each));
    }
    Set<String> flags = new HashSet<>();
    for (String each : FLAGS) {
      if (row.truth(each)) {
        flags.add(each);
      }
    }
    return new Standing(
        row.id("id"),
        row.time("invited"),
        ContactEvent.NOBODY.value().equals(row.text("respondent")),
        cell(row.text("survey"), row.number("invited_at"), dimensions),
        flags);
  }

  /** Returns how an invitation stands that was just made. */
  private static Standing standing(Invitation invitation) {
    List<@Nullable String> dimensions = new ArrayList<>();
    for (String each : RollUpCell.DIMENSIONS) {
      dimensions.add(invitation.accountability().get(each));
    }
    Instant invitedAt = invitation.invitedAt();
    return new Standing(
        invitation.id(),
        invitedAt,
        invitation.respondent().equals(ContactEvent.NOBODY),
        cell(Series.of(invitation), invitedAt.getEpochSecond(), dimensions),
        Set.of());
  }

  private static ContactCell cell(String survey, long second, List<@Nullable String> dimensions) {
    return new ContactCell(survey, Math.floorDiv(second, RollUpCell.SECONDS_PER_DAY), dimensions);
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

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(
        List.of("id", "survey", "survey_version", "respondent", "invited_at", "invited_nano"));
    columns.addAll(Accountability.DIMENSIONS);
    columns.addAll(FLAGS);
    return List.copyOf(columns);
  }

  /** Returns what belongs into the columns before the flags. */
  private static List<@Nullable Object> values(Invitation invitation) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(invitation.id());
    values.add(Series.of(invitation));
    values.add(invitation.surveyVersion());
    values.add(invitation.respondent().value());
    StoredTime.add(values, invitation.invitedAt());
    for (String each : Accountability.DIMENSIONS) {
      values.add(invitation.accountability().get(each));
    }
    return values;
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

  /** Removes everything of a person; the transaction is the caller's, as for {@link #record}. */
  static void erase(Session session, RespondentKey respondent, ContactRollUp rollUp)
      throws SQLException {
    record(session, List.of(), Map.of(respondent, Instant.MAX), rollUp);
  }
}
