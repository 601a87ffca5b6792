package io.github.feedback4j.jdbc;

import io.github.feedback4j.theme.PackFormatException;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.ThemePackReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps activated packs beside the responses, for every node that uses the same tables. */
final class JdbcPackStore implements PackStore {

  private static final String COLUMNS =
      "SELECT number, content, actor, made_at, made_nano, note FROM ${prefix}theme_pack ";

  private final Database database;

  JdbcPackStore(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable Activation newerThan(int number) {
    return first("WHERE number > ? ORDER BY number DESC FETCH FIRST 1 ROW ONLY", number);
  }

  @Override
  public @Nullable Activation find(int number) {
    return first("WHERE number = ?", number);
  }

  private @Nullable Activation first(String where, int number) {
    Stored found = database.<@Nullable Stored>statement(
        "look for a theme pack", session -> session.first(COLUMNS + where, Stored::new, number));
    return found == null ? null : found.toActivation();
  }

  @Override
  public List<Activation> newest(int limit) {
    PackStore.requireLimit(limit);
    List<Stored> found = database.statement(
        "list theme packs",
        session -> session.query(
            COLUMNS + "ORDER BY number DESC FETCH FIRST ? ROWS ONLY", Stored::new, limit));
    return found.stream().map(Stored::toActivation).toList();
  }

  @Override
  public boolean activate(Activation next) {
    return database.transaction("activate a theme pack", session -> activate(session, next));
  }

  private static boolean activate(Session session, Activation next) throws SQLException {
    List<Kept> kept = session.query(
        "SELECT number, pack FROM ${prefix}theme_pack ORDER BY number",
        row -> new Kept(row.integer("number"), row.text("pack")));
    int newest = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).number;
    if (next.number() != newest + 1) {
      return false;
    }
    List<@Nullable Object> values = new ArrayList<>();
    values.add(next.number());
    values.add(next.pack().id());
    values.add(next.text());
    values.add(next.actor());
    StoredTime.add(values, next.at());
    values.add(next.note());
    // Of two who have seen the same number one finds it taken.
    boolean done = session.insertUnlessThere(
        "INSERT INTO ${prefix}theme_pack (number, pack, content, actor, made_at, made_nano, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        values.toArray());
    if (done && kept.size() >= MAX_KEPT) {
      forgetOne(session, kept);
    }
    return done;
  }

  /** A pack that may have to make room. */
  private record Kept(int number, String pack) {}

  private static void forgetOne(Session session, List<Kept> oldestFirst) throws SQLException {
    for (Kept each : oldestFirst) {
      Integer named = session.first(
          "SELECT 1 AS found FROM ${prefix}response WHERE theme_pack = ? FETCH FIRST 1 ROW ONLY",
          row -> row.integer("found"),
          each.pack);
      if (named == null) {
        session.update("DELETE FROM ${prefix}theme_pack WHERE number = ?", each.number);
        return;
      }
    }
    throw PackStore.full();
  }

  @Override
  public @Nullable Claim claim() {
    return database.<@Nullable Claim>statement(
        "look for who tags again", session -> parse(Settings.find(session, Settings.RETAG_CLAIM)));
  }

  @Override
  public boolean claim(Claim next, Instant now) {
    return database.transaction("claim tagging again", session -> {
      String before = Settings.find(session, Settings.RETAG_CLAIM);
      Claim held = parse(before);
      if (held != null && !held.holder().equals(next.holder()) && held.until().isAfter(now)) {
        return false;
      }
      // Of two who have seen the same claim one finds it changed.
      return Settings.replace(session, Settings.RETAG_CLAIM, before, text(next));
    });
  }

  private static String text(Claim claim) {
    Instant until = claim.until();
    return until.getEpochSecond() + " " + until.getNano() + " " + claim.holder();
  }

  private static @Nullable Claim parse(@Nullable String text) throws SQLException {
    if (text == null) {
      return null;
    }
    try {
      String[] parts = text.split(" ", 3);
      Instant until = Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
      return new Claim(parts[2], until);
    } catch (RuntimeException e) {
      throw new SQLException("the setting " + Settings.RETAG_CLAIM + " is ill-formed", "22000", e);
    }
  }

  /** A row, of which the pack is read when the connection is back. */
  private static final class Stored {

    private final int number;
    private final String content;
    private final String actor;
    private final Instant at;
    private final String note;

    Stored(Row row) throws SQLException {
      number = row.integer("number");
      content = row.text("content");
      actor = row.text("actor");
      at = row.time("made");
      note = row.text("note");
    }

    Activation toActivation() {
      try {
        return new Activation(
            number, ThemePackReader.read("theme pack", content), content, actor, at, note);
      } catch (PackFormatException e) {
        throw new StoreException("read theme pack " + number, String.valueOf(e.getMessage()));
      }
    }
  }
}
