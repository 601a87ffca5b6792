package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Count;
import io.github.feedback4j.prompt.SurveyCounters;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counters in a database, which every node that uses the same tables shares.
 *
 * <p>A count is one row. An exchange is one statement that names the version it replaces, so of two
 * nodes one wins whatever their clocks say. Safe for use by several threads; each call borrows a
 * connection and blocks for as long as the database does. Trouble is a {@link StoreException}.
 *
 * @since 0.1
 */
public final class JdbcSurveyCounters implements SurveyCounters {

  private final Database database;

  /** Creates counters over the tables with the {@linkplain JdbcSchema#DEFAULT_PREFIX usual prefix}. */
  public JdbcSurveyCounters(DataSource dataSource) {
    this(dataSource, JdbcSchema.DEFAULT_PREFIX);
  }

  /**
   * Creates counters; connects to nothing before the first call.
   *
   * @param dataSource where connections come from; it stays yours to close
   * @param prefix what the names of the tables start with
   * @throws IllegalArgumentException if the prefix is ill-formed
   */
  public JdbcSurveyCounters(DataSource dataSource, String prefix) {
    this.database = new Database(dataSource, prefix);
  }

  @Override
  public Versioned load(Counter counter) {
    Versioned found = database.<@Nullable Versioned>statement(
        "load a count",
        session -> session.first(
            "SELECT version, content FROM ${prefix}survey_counter WHERE name = ? AND from_at = ? AND until_at = ?",
            row -> new Versioned(decode(row.text("content")), row.number("version")),
            counter.name(),
            counter.from().getEpochSecond(),
            counter.until().getEpochSecond()));
    return found == null ? Versioned.ABSENT : found;
  }

  private static Count decode(String content) {
    try {
      return Count.decode(content);
    } catch (IllegalArgumentException e) {
      throw new StoreException("load a count", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean compareAndSet(Counter counter, long version, Count next) {
    return version == 0
        ? database.transaction("begin a count", session -> begin(session, counter, next))
        : database.statement(
            "exchange a count", session -> replace(session, counter, version, next));
  }

  private static boolean begin(Session session, Counter counter, Count next) throws SQLException {
    boolean begun = session.insertUnlessThere(
        "INSERT INTO ${prefix}survey_counter (name, from_at, until_at, version, content) VALUES (?, ?, ?, ?, ?)",
        counter.name(),
        counter.from().getEpochSecond(),
        counter.until().getEpochSecond(),
        1L,
        next.encode());
    if (begun) {
      session.update(
          "DELETE FROM ${prefix}survey_counter WHERE name = ? AND until_at < ?",
          counter.name(),
          counter.from().getEpochSecond());
    }
    return begun;
  }

  private static boolean replace(Session session, Counter counter, long version, Count next)
      throws SQLException {
    return session.update(
            "UPDATE ${prefix}survey_counter SET version = ?, content = ? WHERE name = ? AND from_at = ? AND until_at = ? AND version = ?",
            version + 1,
            next.encode(),
            counter.name(),
            counter.from().getEpochSecond(),
            counter.until().getEpochSecond(),
            version)
        == 1;
  }
}
