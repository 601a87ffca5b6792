package io.github.feedback4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates and checks the tables.
 *
 * <p>Call {@link #initialize} at start, or run the scripts with a migration tool and call {@link
 * #verify}. The scripts are the resources {@code schema-h2.sql} and {@code schema-postgresql.sql} of
 * this package; {@link #script} returns one with its prefix filled in.
 *
 * @since 0.1
 */
public final class JdbcSchema {

  /** What the names of the tables start with unless said otherwise. */
  public static final String DEFAULT_PREFIX = "feedback4j_";

  /** The version of the tables that this version of feedback4j works with. */
  public static final int VERSION = 4;

  /** The version of which the scripts make the present one. */
  private static final String UPGRADED = "3";

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,30}");

  private static final List<String> TABLES = List.of(
      "setting",
      "contact_history",
      "paused_survey",
      "survey_counter",
      "response",
      "answer",
      "answer_part",
      "tag",
      "tag_correction",
      "theme_pack",
      "invitation",
      "rating_rollup",
      "contact_rollup",
      "registered_survey",
      "delivered",
      "unverified",
      "erased");

  private JdbcSchema() {}

  /** Creates what is missing of the tables, with the {@linkplain #DEFAULT_PREFIX usual prefix}. */
  public static void initialize(DataSource dataSource) {
    initialize(dataSource, DEFAULT_PREFIX);
  }

  /**
   * Creates what is missing of the tables; needs no right to create anything if nothing is. Tables of
   * version 3 get what is new since then and keep what is in them.
   *
   * <p>Several nodes may call this at once.
   *
   * @param prefix what the names of the tables start with: a letter or underscore, then up to 30
   *     letters, digits and underscores
   * @throws IllegalArgumentException if the prefix is another, or the database is not supported
   * @throws IllegalStateException if the tables are of a version before 3, or of a later one than this
   * @throws StoreException if the database refuses
   */
  public static void initialize(DataSource dataSource, String prefix) {
    Database database = new Database(dataSource, prefix);
    int attempt = 0;
    while (firstMissing(database) != null || !isSettled(version(database))) {
      try {
        database.transaction("create the tables", JdbcSchema::create);
      } catch (StoreException e) {
        // "IF NOT EXISTS" does not keep two nodes that start at once out of each other's way.
        if (++attempt == Database.MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
    requireVersion(database);
  }

  /** Checks the tables with the {@linkplain #DEFAULT_PREFIX usual prefix}. */
  public static void verify(DataSource dataSource) {
    verify(dataSource, DEFAULT_PREFIX);
  }

  /**
   * Checks that every table is there and of the right version; changes nothing.
   *
   * @throws IllegalArgumentException if the prefix is ill-formed, or the database is not supported
   * @throws IllegalStateException that names the missing table and the script to run, or both versions
   * @throws StoreException if the database refuses
   */
  public static void verify(DataSource dataSource, String prefix) {
    Database database = new Database(dataSource, prefix);
    String missing = firstMissing(database);
    if (missing != null) {
      String script =
          database.statement("find the script", session -> session.dialect().script());
      throw new IllegalStateException(
          "table '%s%s' is missing: run %s of feedback-jdbc with prefix '%s', or call JdbcSchema.initialize"
              .formatted(prefix, missing, script, prefix));
    }
    requireVersion(database);
  }

  /**
   * Returns the SQL that creates the tables, for a migration tool.
   *
   * @param database the name of the product, {@code H2} or {@code PostgreSQL}
   * @param prefix what the names of the tables start with
   * @throws IllegalArgumentException if the prefix is ill-formed, or the database is not supported
   */
  public static String script(String database, String prefix) {
    return text(Dialect.named(database)).replace("${prefix}", requirePrefix(prefix));
  }

  static String requirePrefix(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("prefix must match %s, but was '%s'"
          .formatted(PREFIX, prefix.length() <= 80 ? prefix : prefix.substring(0, 80) + "…"));
    }
    return prefix;
  }

  private static @Nullable Void create(Session session) throws SQLException {
    String lock = session.dialect().schemaLock();
    if (lock != null) {
      session.execute(lock);
    }
    String statements = text(session.dialect())
        .lines()
        .filter(line -> !line.startsWith("--"))
        .collect(Collectors.joining("\n"));
    for (String each : statements.split(";", -1)) {
      if (!each.isBlank()) {
        session.execute(each);
      }
    }
    return null;
  }

  private static @Nullable String firstMissing(Database database) {
    for (String each : TABLES) {
      try {
        database.statement(
            "look for the tables",
            session -> session.query(
                "SELECT 1 AS found FROM ${prefix}" + each + " WHERE 1 = 0", row -> each));
      } catch (StoreException e) {
        if (Dialect.isMissingTable(e.sqlState())) {
          return each;
        }
        throw e;
      }
    }
    return null;
  }

  private static void requireVersion(Database database) {
    String version = version(database);
    if (!String.valueOf(VERSION).equals(version)) {
      throw new IllegalStateException(
          "the tables '%s…' have %s, but this version of feedback4j works with %d"
              .formatted(
                  database.prefix(),
                  version == null ? "no schema version" : "schema version " + version,
                  VERSION));
    }
  }

  /** Returns whether running the script again would not change the version. */
  private static boolean isSettled(@Nullable String version) {
    return version != null && !version.equals(UPGRADED);
  }

  private static @Nullable String version(Database database) {
    return database.<@Nullable String>statement(
        "read the schema version", session -> Settings.find(session, Settings.SCHEMA_VERSION));
  }

  private static String text(Dialect dialect) {
    try (InputStream script = JdbcSchema.class.getResourceAsStream(dialect.script())) {
      if (script == null) {
        throw new IllegalStateException(dialect.script() + " is not in the jar of feedback-jdbc");
      }
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
