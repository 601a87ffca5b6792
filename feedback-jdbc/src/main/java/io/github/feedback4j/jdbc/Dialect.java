package io.github.feedback4j.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The databases that there are scripts for, and the little in which they differ. */
enum Dialect {
  H2("H2", "schema-h2.sql", ""),
  POSTGRESQL("PostgreSQL", "schema-postgresql.sql", " ON CONFLICT DO NOTHING");

  /** Lost against another transaction, or waited too long for one: all is undone, try again. */
  private static final Set<String> LOST = Set.of(
      "40001", // serialisation failure; deadlock in H2
      "40P01", // deadlock in PostgreSQL
      "55P03", // lock not available in PostgreSQL
      "90131", // row changed by another transaction in H2
      "HYT00"); // lock time-out in H2

  private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

  private final String product;
  private final String script;
  private final String unlessThere;

  Dialect(String product, String script, String unlessThere) {
    this.product = product;
    this.script = script;
    this.unlessThere = unlessThere;
  }

  /**
   * Returns the dialect of a connection.
   *
   * @throws IllegalArgumentException that names the supported databases
   */
  static Dialect of(Connection connection) throws SQLException {
    return named(connection.getMetaData().getDatabaseProductName());
  }

  static Dialect named(String product) {
    for (Dialect each : values()) {
      if (each.product.equalsIgnoreCase(product)) {
        return each;
      }
    }
    throw new IllegalArgumentException("database must be one of %s, but was '%s'"
        .formatted(
            Arrays.stream(values()).map(each -> each.product).collect(Collectors.joining(", ")),
            product));
  }

  /** Returns the name of the script that creates the tables. */
  String script() {
    return script;
  }

  /** Returns an insertion that does nothing where it can say so; elsewhere it fails with 23505. */
  String unlessThere(String insert) {
    return insert + unlessThere;
  }

  /**
   * Returns an insertion into the roll-up that adds to the count of a row which is there, or null where
   * that takes a statement of its own.
   */
  @Nullable
  String addingUp(String insert) {
    return this == POSTGRESQL
        ? insert
            + " ON CONFLICT (cell) DO UPDATE SET responses = ${prefix}rating_rollup.responses + EXCLUDED.responses"
        : null;
  }

  /** Returns the type of bytes. */
  String bytes() {
    return this == H2 ? "VARBINARY" : "BYTEA";
  }

  /** Returns whether a time-out that is set on a statement stays with its connection. */
  boolean keepsTimeout() {
    return this == H2;
  }

  /** Returns a statement that lets one transaction at a time create tables, or null if there is none. */
  @Nullable
  String schemaLock() {
    return this == POSTGRESQL ? "SELECT pg_advisory_xact_lock(7312046215)" : null;
  }

  /**
   * Returns a statement that waits while others of its kind are at work of which one has to be alone; it is
   * the first of its transaction.
   *
   * @param alone whether this transaction is the one
   */
  String gate(boolean alone) {
    if (this == H2) {
      return "SELECT content FROM ${prefix}setting WHERE name = 'schema_version' FOR UPDATE";
    }
    return "SELECT pg_advisory_xact_lock%s(7312046216)".formatted(alone ? "" : "_shared");
  }

  /** Returns whether a database has refused what was to be written, and would refuse it again. */
  static boolean isData(@Nullable String state) {
    return state != null
        && (state.startsWith("22")
            || state.startsWith("23")
            || state.startsWith("54")
            || state.startsWith("F4"));
  }

  static boolean isDuplicate(SQLException failure) {
    return "23505".equals(failure.getSQLState());
  }

  static boolean isMissingTable(@Nullable String state) {
    return state != null && MISSING_TABLE.contains(state);
  }

  static boolean isLost(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && LOST.contains(state);
  }
}
