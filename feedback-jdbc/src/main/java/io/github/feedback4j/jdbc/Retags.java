package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gives responses other tags; the transaction is the caller's. */
final class Retags {

  private Retags() {}

  static long count(Session session, RetagFilter filter) throws SQLException {
    Conditions where = outdated(filter);
    return Objects.requireNonNull(session.first(
        "SELECT COUNT(*) AS found FROM ${prefix}response " + where.sql(),
        row -> row.number("found"),
        where.values().toArray()));
  }

  /** Tags a batch of what a filter lets through. */
  static Retagged run(
      Session session, RetagFilter filter, int limit, UnaryOperator<AcceptedResponse> tagger)
      throws SQLException {
    // Looked for without a lock: a database may lock all that it looks at, beyond the limit.
    List<Position> candidates = candidates(session, filter, limit);
    if (candidates.isEmpty()) {
      return new Retagged(0, List.of(), null);
    }
    List<Retagged.Change> changes = new ArrayList<>();
    List<UUID> ids = candidates.stream().map(Position::id).toList();
    for (AcceptedResponse each : locked(session, ids)) {
      // Another node may have been here since.
      if (filter.matches(each)) {
        changes.add(new Retagged.Change(each, each.withTagsOf(tagger.apply(each))));
      }
    }
    write(session, changes);
    return new Retagged(candidates.size(), changes, candidates.get(candidates.size() - 1));
  }

  /** Tags one response, or returns null if it is not there. */
  static Retagged.@Nullable Change one(
      Session session, UUID id, UnaryOperator<AcceptedResponse> tagger) throws SQLException {
    List<AcceptedResponse> found = locked(session, List.of(id));
    if (found.isEmpty()) {
      return null;
    }
    AcceptedResponse before = found.get(0);
    Retagged.Change change = new Retagged.Change(before, before.withTagsOf(tagger.apply(before)));
    write(session, List.of(change));
    return change;
  }

  private static Conditions outdated(RetagFilter filter) {
    Conditions where = Conditions.ofResponses(filter.responses())
        .and(
            "theme_pack IS NOT NULL AND (theme_pack <> ? OR theme_engine <> ?)",
            filter.packId(),
            filter.engine());
    Position before = filter.before();
    return before == null ? where : where.after(before);
  }

  private static List<Position> candidates(Session session, RetagFilter filter, int limit)
      throws SQLException {
    Conditions where = outdated(filter);
    List<@Nullable Object> values = new ArrayList<>(where.values());
    values.add(limit);
    return session.query(
        """
        SELECT id, answered_at, answered_nano FROM ${prefix}response %s
          ORDER BY answered_at DESC, answered_nano DESC, id FETCH FIRST ? ROWS ONLY""".formatted(where.sql()),
        row -> new Position(row.time("answered"), row.id("id")),
        values.toArray());
  }

  /** Returns what is there of the candidates, which stay ours until the end of the transaction. */
  private static List<AcceptedResponse> locked(Session session, List<UUID> ids)
      throws SQLException {
    List<UUID> held = session.query(
        "SELECT id FROM ${prefix}response WHERE id IN (" + Conditions.marks(ids.size())
            + ") ORDER BY id FOR UPDATE",
        row -> row.id("id"),
        ids.toArray());
    return held.isEmpty() ? List.of() : ResponseRows.find(session, held);
  }

  private static void write(Session session, List<Retagged.Change> changes) throws SQLException {
    RollUp rollUp = new RollUp();
    ResponseWriter.retag(session, changes);
    changes.forEach(each -> rollUp.replace(each.before(), each.after()));
    rollUp.write(session);
  }
}
