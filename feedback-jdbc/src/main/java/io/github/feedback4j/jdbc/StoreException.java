package io.github.feedback4j.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not do what was asked; nothing was changed unless the connection was lost while
 * the change was being confirmed.
 *
 * <p>What drivers say about a failure may repeat the values of a row, which are personal. So neither
 * this message nor its cause repeats them: they have the operation, the SQLState, the vendor's code
 * and the place.
 *
 * @since 0.1
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String operation;
  private final @Nullable String sqlState;

  StoreException(String operation, SQLException failure) {
    super(message(operation, failure.getSQLState()), withoutValues(failure));
    this.operation = operation;
    this.sqlState = failure.getSQLState();
  }

  StoreException(String operation, String why) {
    super("could not " + operation + ": " + why);
    this.operation = operation;
    this.sqlState = null;
  }

  /** Returns what was to be done, such as {@code keep a response}; the same words every time. */
  public String operation() {
    return operation;
  }

  /** Returns the five characters that name the failure in SQL, or null if there are none. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  private static String message(String operation, @Nullable String state) {
    return "could not " + operation + ": SQLState " + state + meaning(state);
  }

  private static String meaning(@Nullable String state) {
    if (state == null || state.length() < 2) {
      return "";
    }
    if (Dialect.isMissingTable(state)) {
      return " (a table is missing: call JdbcSchema.initialize, or JdbcSchema.verify to see which)";
    }
    return switch (state.substring(0, 2)) {
      case "F4" -> " (the roll-up lacks a row)";
      case "08" -> " (no connection)";
      case "28" -> " (not authorised)";
      case "23" -> " (constraint)";
      case "40" -> " (lost against other transactions several times)";
      case "42" -> " (table or privilege; JdbcSchema.verify tells more)";
      case "53" -> " (out of resources)";
      case "57" -> " (cancelled, timed out or shut down)";
      case "HY" -> "HYT00".equals(state) ? " (timed out waiting for a lock)" : "";
      default -> "";
    };
  }

  private static SQLException withoutValues(SQLException failure) {
    SQLException copy = new SQLException(
        failure.getClass().getName() + " with code " + failure.getErrorCode() + ", text withheld",
        failure.getSQLState(),
        failure.getErrorCode());
    copy.setStackTrace(failure.getStackTrace());
    return copy;
  }
}
