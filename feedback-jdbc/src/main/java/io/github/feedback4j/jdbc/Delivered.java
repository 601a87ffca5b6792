package io.github.feedback4j.jdbc;

import io.github.feedback4j.wire.WireEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers which events were taken in, for longer than anybody sends one again. */
final class Delivered {

  /** A client gives an event up after seven days, and so does whoever stands in between. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final String INSERT =
      "INSERT INTO ${prefix}delivered (id, source, delivered_at) VALUES (?, ?, ?)";

  /** What names an event for ever. */
  record Key(UUID id, String source) {

    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::id, UuidOrder.INSTANCE).thenComparing(Key::source);

    static Key of(WireEvent event) {
      return new Key(event.id(), event.source().toString());
    }
  }

  private Delivered() {}

  /** Returns those of some events that were taken in before. */
  static Set<Key> among(Session session, Collection<WireEvent> events) throws SQLException {
    Set<Key> wanted = new HashSet<>();
    events.forEach(each -> wanted.add(Key.of(each)));
    Set<Key> found = new HashSet<>();
    List<UUID> ids = UuidOrder.sorted(wanted.stream().map(Key::id).toList());
    session.readIn(
        "SELECT id, source FROM ${prefix}delivered WHERE id IN (${values})",
        ids,
        row -> found.add(new Key(row.id("id"), row.text("source"))));
    found.retainAll(wanted);
    return found;
  }

  /** Remembers events; whoever does it for the second time begins anew, and finds them. */
  static void add(Session session, Collection<Key> events, Instant now) throws SQLException {
    List<@Nullable Object[]> rows = events.stream()
        .sorted(Key.ORDER)
        .map(each -> new @Nullable Object[] {each.id, each.source, now.getEpochSecond()})
        .toList();
    session.insertAll(INSERT, rows);
  }

  /** Forgets the oldest of what is too old, in a transaction of its own. */
  static void prune(Session session, Instant now, int most) throws SQLException {
    long before = now.minus(KEPT).getEpochSecond();
    List<Key> old =
        session.query("""
        SELECT id, source FROM ${prefix}delivered WHERE delivered_at < ?
          ORDER BY delivered_at FETCH FIRST ? ROWS ONLY""", row -> new Key(row.id("id"), row.text("source")), before, most);
    // In order, so that two who do this at once never wait for each other.
    session.updateAll(
        "DELETE FROM ${prefix}delivered WHERE id = ? AND source = ?",
        old.stream()
            .sorted(Key.ORDER)
            .map(each -> new @Nullable Object[] {each.id, each.source})
            .toList());
    Erased.prune(session, before, most);
  }
}
