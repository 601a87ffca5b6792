package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.PausedSurveys;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A contact ledger in a database, which every node that uses the same tables shares.
 *
 * <p>A history is one row. An exchange is one statement that names the version it replaces, so of two
 * nodes one wins whatever their clocks say. Safe for use by several threads; each call but {@link
 * #paused} borrows a connection and blocks for as long as the database does. Trouble is a {@link
 * StoreException}.
 *
 * @since 0.1
 */
public final class JdbcLedger implements ContactLedger {

  /** The greatest age of what {@link #paused} answers. */
  public static final Duration PAUSED_FOR = PausedSurveys.MAX_AGE;

  private final Database database;
  private final RandomGenerator random;
  private final PausedSurveys paused;

  /** Creates a ledger over the tables with the {@linkplain JdbcSchema#DEFAULT_PREFIX usual prefix}. */
  public JdbcLedger(DataSource dataSource) {
    this(dataSource, JdbcSchema.DEFAULT_PREFIX, InstantSource.system(), new SecureRandom());
  }

  /**
   * Creates a ledger; connects to nothing before the first call.
   *
   * @param dataSource where connections come from; it stays yours to close
   * @param prefix what the names of the tables start with
   * @param time tells when to look again which surveys are paused
   * @param random makes the first version of each history
   * @throws IllegalArgumentException if the prefix is ill-formed
   */
  public JdbcLedger(
      DataSource dataSource, String prefix, InstantSource time, RandomGenerator random) {
    this.database = new Database(dataSource, prefix);
    this.random = random;
    this.paused = new PausedSurveys(this::readPaused, time);
  }

  @Override
  public Versioned load(RespondentKey respondent) {
    Versioned found = database.<@Nullable Versioned>statement(
        "load a contact history",
        session -> session.first(
            "SELECT version, history FROM ${prefix}contact_history WHERE respondent = ?",
            row -> new Versioned(decode(row.bytes("history"), respondent), row.number("version")),
            respondent.value()));
    return found == null ? Versioned.ABSENT : found;
  }

  private static ContactHistory decode(byte[] bytes, RespondentKey respondent) {
    try {
      return ContactHistory.decode(bytes, respondent);
    } catch (IllegalArgumentException e) {
      throw new StoreException("load a contact history", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Commit compareAndSet(RespondentKey respondent, long version, ContactHistory history) {
    byte[] bytes = history.encode(respondent);
    long bindsUntil = history.bindsUntil().getEpochSecond();
    boolean done = database.statement(
        "commit a contact history",
        session -> version == 0
            ? insert(session, respondent, bytes, bindsUntil)
            : replace(session, respondent, version, bytes, bindsUntil));
    return done ? Commit.DONE : Commit.CONFLICT;
  }

  private boolean insert(Session session, RespondentKey respondent, byte[] bytes, long bindsUntil)
      throws SQLException {
    // A random start keeps a history that was erased and begun anew away from its forerunner's
    // versions. 62 bits leave room to count on for ever.
    long first = (random.nextLong() >>> 2) + 1;
    return session.insertUnlessThere(
        "INSERT INTO ${prefix}contact_history (respondent, version, history, binds_until) VALUES (?, ?, ?, ?)",
        respondent.value(),
        first,
        bytes,
        bindsUntil);
  }

  private static boolean replace(
      Session session, RespondentKey respondent, long version, byte[] bytes, long bindsUntil)
      throws SQLException {
    return session.update(
            "UPDATE ${prefix}contact_history SET version = ?, history = ?, binds_until = ? WHERE respondent = ? AND version = ?",
            version + 1,
            bytes,
            bindsUntil,
            respondent.value(),
            version)
        == 1;
  }

  @Override
  public void erase(RespondentKey respondent) {
    database.statement(
        "erase a contact history",
        session -> session.update(
            "DELETE FROM ${prefix}contact_history WHERE respondent = ?", respondent.value()));
  }

  /**
   * Returns the keys of the surveys that are paused at run time, as they were up to {@link #PAUSED_FOR}
   * ago; the first call after that reads them again.
   */
  @Override
  public Set<String> paused() {
    return paused.get();
  }

  private Set<String> readPaused() {
    return Set.copyOf(database.statement(
        "read the paused surveys",
        session ->
            session.query("SELECT survey FROM ${prefix}paused_survey", row -> row.text("survey"))));
  }

  @Override
  public void setPaused(String survey, boolean paused) {
    database.statement(
        "pause or resume a survey",
        session -> paused
            ? session.insertUnlessThere(
                "INSERT INTO ${prefix}paused_survey (survey) VALUES (?)", survey)
            : session.update("DELETE FROM ${prefix}paused_survey WHERE survey = ?", survey) > 0);
    this.paused.forget();
  }

  @Override
  public byte[] secretKey(byte[] proposed) {
    String encoded = Base64.getEncoder().encodeToString(proposed);
    String kept = database.transaction(
        "read the pseudonym key",
        session -> Settings.findOrSet(session, Settings.PSEUDONYM_KEY, encoded));
    return Base64.getDecoder().decode(kept);
  }
}
