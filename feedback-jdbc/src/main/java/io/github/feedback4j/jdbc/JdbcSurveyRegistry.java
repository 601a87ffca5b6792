package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.survey.SurveyWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps registered surveys in a database, for every node that uses the same tables.
 *
 * <p>A survey that this version of feedback4j cannot read, because a later one has registered it, is as
 * good as unknown, and a warning says so. Each call borrows a connection and blocks for as long as the
 * database does. Trouble is a {@link StoreException}.
 *
 * @since 0.1
 */
public final class JdbcSurveyRegistry implements SurveyRegistry {

  /** What the mistakes of a stored survey call its file; the ending makes it JSON. */
  private static final String NAME = "survey.json";

  private static final String FIND =
      "SELECT survey, survey_version, content FROM ${prefix}registered_survey ";

  private final Database database;
  private final InstantSource time;
  private final TroubleLog trouble;

  /**
   * Creates a registry over the tables with the {@linkplain JdbcSchema#DEFAULT_PREFIX usual prefix} and
   * the system's clock.
   */
  public JdbcSurveyRegistry(DataSource dataSource) {
    this(dataSource, JdbcSchema.DEFAULT_PREFIX, InstantSource.system());
  }

  /**
   * Creates a registry; connects to nothing before the first call.
   *
   * @param dataSource where connections come from; it stays yours to close
   * @param prefix what the names of the tables start with
   * @param time the clock by which rows say since when they are there
   * @throws IllegalArgumentException if the prefix is ill-formed
   */
  public JdbcSurveyRegistry(DataSource dataSource, String prefix, InstantSource time) {
    this(new Database(dataSource, prefix), time);
  }

  JdbcSurveyRegistry(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
    this.trouble = new TroubleLog(time);
  }

  @Override
  public Registration register(Survey survey, String source) {
    return database.transaction("register a survey", session -> register(session, survey, source));
  }

  /** Registers a survey; the transaction is the caller's. */
  Registration register(Session session, Survey survey, String source) throws SQLException {
    Stored kept = stored(session, survey.key(), survey.version());
    if (kept == null) {
      if (count(session) >= MAX_SURVEYS) {
        return Registration.FULL;
      }
      if (session.insertUnlessThere(
          "INSERT INTO ${prefix}registered_survey (survey, survey_version, content, source, registered_at) VALUES (?, ?, ?, ?, ?)",
          survey.key(),
          survey.version(),
          SurveyWriter.json(survey),
          source,
          time.instant().getEpochSecond())) {
        return Registration.NEW;
      }
      // Somebody else has registered it at the same time.
      kept = stored(session, survey.key(), survey.version());
      if (kept == null) {
        throw new SQLException("a survey is there and is not to be seen", "40001");
      }
    }
    return kept.content.equals(SurveyWriter.json(survey)) || survey.equals(read(kept))
        ? Registration.KNOWN
        : Registration.OTHER_CONTENT;
  }

  @Override
  public @Nullable Survey find(String key, int version) {
    return database.<@Nullable Survey>statement(
        "find a survey", session -> find(session, key, version));
  }

  @Nullable
  Survey find(Session session, String key, int version) throws SQLException {
    Stored kept = stored(session, key, version);
    return kept == null ? null : read(kept);
  }

  @Override
  public List<Survey> all() {
    List<Stored> kept = database.statement(
        "list surveys",
        session -> session.query(FIND + "ORDER BY survey, survey_version", Stored::new));
    return kept.stream().map(this::read).filter(Objects::nonNull).toList();
  }

  @Override
  public long revision() {
    return database.statement("look for new surveys", JdbcSurveyRegistry::revision);
  }

  /** Returns another number after a registration, and after somebody has deleted a row by hand. */
  static long revision(Session session) throws SQLException {
    return Objects.requireNonNull(session.first(
        "SELECT COUNT(*) AS found, MAX(registered_at) AS newest FROM ${prefix}registered_survey",
        row -> row.number("newest") * (MAX_SURVEYS + 1) + row.number("found")));
  }

  private static long count(Session session) throws SQLException {
    return Objects.requireNonNull(session.first(
        "SELECT COUNT(*) AS found FROM ${prefix}registered_survey", row -> row.number("found")));
  }

  private static @Nullable Stored stored(Session session, String key, int version)
      throws SQLException {
    return session.first(
        FIND + "WHERE survey = ? AND survey_version = ?", Stored::new, key, version);
  }

  private @Nullable Survey read(Stored kept) {
    try {
      return SurveyReader.read(NAME, kept.content);
    } catch (SurveyFormatException e) {
      trouble.warn(
          "reading the registered survey '%s' v%d, which is unknown so"
              .formatted(kept.key, kept.version),
          e);
      return null;
    }
  }

  /** A row, of which the survey is read when it is needed. */
  private static final class Stored {

    private final String key;
    private final int version;
    private final String content;

    Stored(Row row) throws SQLException {
      key = row.text("survey");
      version = row.integer("survey_version");
      content = row.text("content");
    }
  }
}
