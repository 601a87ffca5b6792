package io.github.feedback4j.benchmarks;

import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Sampling;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * A PostgreSQL server with the same people in a ledger, in a table of one's own, and in buckets.
 *
 * <p>Commits are durable, as they are in production: the embedded server's shortcuts are switched off.
 * Everybody takes connections from the one pool of the application.
 */
final class Postgres implements AutoCloseable {

  /** As many as the greatest number of threads. */
  private static final int CONNECTIONS = 32;

  /** As many as a history is meant to have. */
  private static final int BYTES = 64;

  private static final String UPSERT = """
      INSERT INTO raw (person, version, history, asked_at) VALUES (?, 1, ?, ?)
      ON CONFLICT (person) DO UPDATE
      SET version = raw.version + 1, history = excluded.history, asked_at = excluded.asked_at""";

  private static final String INSERT_UNLESS_TOO_EARLY = """
      INSERT INTO raw (person, version, history, asked_at) VALUES (?, 1, ?, ?)
      ON CONFLICT (person) DO UPDATE
      SET version = raw.version + 1, asked_at = excluded.asked_at
      WHERE excluded.asked_at - raw.asked_at >= ?""";

  private static final String UPDATE_UNLESS_TOO_EARLY = """
      UPDATE raw SET version = version + 1, asked_at = ?
      WHERE person = ? AND ? - asked_at >= ?""";

  private static final long NOW = Workload.NOW.toEpochMilli();
  private static final long GAP = Workload.GAP.toMillis();

  private final EmbeddedPostgres server;
  private final Application application;
  private final DataSource dataSource;
  private final ContactLedger ledger;
  private final PromptEngine engine;
  private final Touchpoint touchpoint = Workload.touchpoint(1);
  private final ProxyManager<String> buckets;

  Postgres(People people, BeanPostProcessor... processors) {
    try {
      server = EmbeddedPostgres.builder()
          .setLocaleConfig("locale", "C")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application = new Application(
        Map.of(
            "spring.datasource.url",
            server.getJdbcUrl("postgres", "postgres"),
            "spring.datasource.username",
            "postgres",
            "spring.datasource.hikari.maximum-pool-size",
            CONNECTIONS,
            "feedback4j.jdbc.initialize-schema",
            "always",
            "feedback4j.survey-locations",
            "classpath*:none/*.yaml"),
        processors);
    dataSource = application.get(DataSource.class);
    ledger = application.ledger();
    engine =
        Workload.engine(ledger, List.of(Workload.survey(0).withSampling(Sampling.everybody())));
    buckets = new Bucket4jPostgreSQL.PostgreSQLSelectForUpdateBasedProxyManagerBuilder<>(
            dataSource, PrimaryKeyMapper.STRING)
        .build();
    fill(people);
  }

  private void fill(People people) {
    execute(
        "CREATE TABLE raw (person VARCHAR(256) PRIMARY KEY, version BIGINT, history BYTEA, asked_at BIGINT)");
    execute("CREATE TABLE bucket (id VARCHAR(256) PRIMARY KEY, state BYTEA, expires_at BIGINT)");
    for (int person = 0; person < people.size(); person++) {
      String key = people.key(person);
      RespondentKey respondent = new RespondentKey(key);
      ledger.compareAndSet(
          respondent, 0, Workload.answered(respondent, person, Workload.lastAsked(person)));
      rawUpsert(key, Workload.lastAsked(person).toEpochMilli());
      bucket(key);
    }
    execute("VACUUM ANALYZE");
  }

  /** Loads the person's history and commits it again. */
  boolean commit(String key) {
    RespondentKey respondent = new RespondentKey(key);
    Versioned loaded = ledger.load(respondent);
    return ledger.compareAndSet(respondent, loaded.version(), loaded.history()) == Commit.DONE;
  }

  /** One statement that writes as many bytes as a history has. */
  boolean rawUpsert(String key, long askedAt) {
    return update(UPSERT, key, new byte[BYTES], askedAt) == 1;
  }

  boolean bucket(String key) {
    return buckets.builder().build(key, () -> Throttle.PLENTY).tryConsume(1);
  }

  /** Returns whether somebody who is cooling down was left alone. */
  boolean reject(String key) {
    return engine.ask(touchpoint, new RespondentKey(key)) instanceof Decision.Skip;
  }

  /** The usual trick: one statement that does nothing if it is too early. */
  boolean rejectByInsert(String key) {
    return update(INSERT_UNLESS_TOO_EARLY, key, new byte[BYTES], NOW, GAP) == 0;
  }

  /** The same without the insertion. */
  boolean rejectByUpdate(String key) {
    return update(UPDATE_UNLESS_TOO_EARLY, NOW, key, NOW, GAP) == 0;
  }

  String setting(String name) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int update(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    application.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
