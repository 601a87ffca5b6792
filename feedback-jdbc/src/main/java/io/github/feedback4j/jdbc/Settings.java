package io.github.feedback4j.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The few facts of which there is one for all: a row for each, by name. */
final class Settings {

  static final String SCHEMA_VERSION = "schema_version";
  static final String PSEUDONYM_KEY = "pseudonym_key";

  /** Who tags kept comments again, and until when: UTC second, nanosecond and name. */
  static final String RETAG_CLAIM = "retag_claim";

  private Settings() {}

  static @Nullable String find(Session session, String name) throws SQLException {
    return session.first(
        "SELECT content FROM ${prefix}setting WHERE name = ?", row -> row.text("content"), name);
  }

  /** Returns what is set already, which becomes {@code proposed} if nothing is. */
  static String findOrSet(Session session, String name, String proposed) throws SQLException {
    String known = find(session, name);
    if (known != null) {
      return known;
    }
    session.insertUnlessThere(
        "INSERT INTO ${prefix}setting (name, content) VALUES (?, ?)", name, proposed);
    String kept = find(session, name);
    if (kept == null) {
      throw new SQLException("a setting is there and is not to be seen", "40001");
    }
    return kept;
  }

  /** Changes a setting unless it is not what it was {@code before}, which is null if it was not there. */
  static boolean replace(Session session, String name, @Nullable String before, String after)
      throws SQLException {
    if (before == null) {
      return session.insertUnlessThere(
          "INSERT INTO ${prefix}setting (name, content) VALUES (?, ?)", name, after);
    }
    return session.update(
            "UPDATE ${prefix}setting SET content = ? WHERE name = ? AND content = ?",
            after,
            name,
            before)
        == 1;
  }
}
