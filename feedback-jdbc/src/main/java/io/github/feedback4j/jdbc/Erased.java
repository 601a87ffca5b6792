package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers until when events about a person are void.
 *
 * <p>The nodes of an application send on their own, so what a person has said can arrive after the event
 * by which they were erased. What is remembered is a hash of the key, for as long as such an event may come.
 */
final class Erased {

  private Erased() {}

  private static byte[] hash(RespondentKey person) {
    return new CellKey().text(person.value()).toBytes();
  }

  /** Returns until when events about these people are void, for those of whom some are. */
  static Map<RespondentKey, Instant> of(Session session, Collection<RespondentKey> people)
      throws SQLException {
    Map<byte[], RespondentKey> byHash = new TreeMap<>(Arrays::compareUnsigned);
    people.forEach(each -> byHash.put(hash(each), each));
    Map<RespondentKey, Instant> until = new HashMap<>();
    session.readIn(
        "SELECT person, erased_at, erased_nano FROM ${prefix}erased WHERE person IN (${values})",
        List.copyOf(byHash.keySet()),
        row ->
            until.put(Objects.requireNonNull(byHash.get(row.bytes("person"))), row.time("erased")));
    return until;
  }

  /** Remembers erasures, of which a later one of the same person stands; nobody else does so meanwhile. */
  static void add(Session session, Map<RespondentKey, Instant> erasures, Instant now)
      throws SQLException {
    Map<RespondentKey, Instant> known = of(session, erasures.keySet());
    List<@Nullable Object[]> gone = new ArrayList<>();
    List<@Nullable Object[]> rows = new ArrayList<>();
    erasures.forEach((person, at) -> {
      Instant before = known.get(person);
      byte[] hash = hash(person);
      if (before != null) {
        gone.add(new @Nullable Object[] {hash});
      }
      List<@Nullable Object> values = new ArrayList<>();
      values.add(hash);
      StoredTime.add(values, before == null || at.isAfter(before) ? at : before);
      values.add(now.getEpochSecond());
      rows.add(values.toArray());
    });
    session.updateAll("DELETE FROM ${prefix}erased WHERE person = ?", gone);
    session.insertAll(
        "INSERT INTO ${prefix}erased (person, erased_at, erased_nano, delivered_at) VALUES (?, ?, ?, ?)",
        rows);
  }

  static void prune(Session session, long before, int most) throws SQLException {
    List<byte[]> old = session.query("""
        SELECT person FROM ${prefix}erased WHERE delivered_at < ?
          ORDER BY delivered_at FETCH FIRST ? ROWS ONLY""", row -> row.bytes("person"), before, most);
    session.updateAll(
        "DELETE FROM ${prefix}erased WHERE person = ? AND delivered_at < ?",
        old.stream()
            .sorted(Arrays::compareUnsigned)
            .map(each -> new @Nullable Object[] {each, before})
            .toList());
  }
}
