package io.github.feedback4j.spring.jdbc;

import io.github.feedback4j.jdbc.JdbcInbox;
import io.github.feedback4j.jdbc.JdbcInbox.OwnSurveys;
import io.github.feedback4j.jdbc.JdbcLedger;
import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.JdbcSurveyCounters;
import io.github.feedback4j.jdbc.JdbcSurveyRegistry;
import io.github.feedback4j.spring.core.StartUpNote;
import io.github.feedback4j.spring.jdbc.JdbcProperties.InitializeSchema;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Ledger, counters and response store over one database. */
@Order(0)
final class Stores implements StartUpNote, AutoCloseable {

  private final @Nullable EmbeddedDatabase embedded;
  private final String place;
  private final boolean keepsAnswers;
  private final DataSource source;
  private final String prefix;
  private final JdbcLedger ledger;
  private final JdbcSurveyCounters counters;
  private final JdbcResponseStore responses;

  private Stores(
      @Nullable EmbeddedDatabase embedded,
      String place,
      boolean keepsAnswers,
      DataSource source,
      String prefix) {
    this.embedded = embedded;
    this.place = place;
    this.keepsAnswers = keepsAnswers;
    this.source = source;
    this.prefix = prefix;
    this.ledger = new JdbcLedger(source, prefix, InstantSource.system(), new SecureRandom());
    this.counters = new JdbcSurveyCounters(source, prefix);
    this.responses = new JdbcResponseStore(source, prefix);
  }

  /**
   * Opens the database that we bring.
   *
   * @param keepsAnswers whether answers are kept there too, or contacts only
   */
  static Stores embedded(JdbcProperties properties, boolean keepsAnswers) {
    EmbeddedDatabase database = EmbeddedDatabase.open(properties.file());
    try {
      JdbcSchema.initialize(database.dataSource(), properties.tablePrefix());
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new Stores(
        database,
        "the embedded database " + database.file() + ".mv.db",
        keepsAnswers,
        database.dataSource(),
        properties.tablePrefix());
  }

  /**
   * Uses the application's own database.
   *
   * @param keepsAnswers whether answers are kept there too, or contacts only
   */
  static Stores of(DataSource source, JdbcProperties properties, boolean keepsAnswers) {
    String url = url(source);
    boolean create = properties.initializeSchema() == InitializeSchema.ALWAYS
        || (properties.initializeSchema() == InitializeSchema.EMBEDDED
            && url.startsWith("jdbc:h2:mem:"));
    if (create) {
      JdbcSchema.initialize(source, properties.tablePrefix());
    } else {
      verify(source, properties);
    }
    return new Stores(
        null, "the application's DataSource", keepsAnswers, source, properties.tablePrefix());
  }

  private static void verify(DataSource source, JdbcProperties properties) {
    try {
      JdbcSchema.verify(source, properties.tablePrefix());
    } catch (IllegalStateException e) {
      throw new StoreSetUpException(
          "The tables of feedback4j are not as they must be: " + e.getMessage(),
          "Run the script of feedback-jdbc with your migration tool, or set "
              + "feedback4j.jdbc.initialize-schema=always.",
          e);
    }
  }

  private static String url(DataSource source) {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new StoreSetUpException(
          "The application's DataSource gives no connection (SQL state " + e.getSQLState() + ").",
          "Mend the DataSource, or set feedback4j.store=embedded to keep answers apart from it.",
          new IllegalStateException(e));
    }
  }

  /** Returns whether other nodes may use the same database. */
  boolean isShared() {
    return embedded == null;
  }

  JdbcLedger ledger() {
    return ledger;
  }

  JdbcSurveyCounters counters() {
    return counters;
  }

  JdbcResponseStore responses() {
    return responses;
  }

  JdbcSurveyRegistry registry() {
    return new JdbcSurveyRegistry(source, prefix, InstantSource.system());
  }

  JdbcInbox inbox(OwnSurveys own, boolean takesUnverified) {
    return new JdbcInbox(source, prefix, InstantSource.system(), own, takesUnverified);
  }

  @Override
  public String startUpNote() {
    if (keepsAnswers) {
      return "answers are kept in " + place;
    }
    return "contacts are kept in " + place
        + (isShared()
            ? ""
            : " of this node; for several nodes set feedback4j.ledger to jdbc or redis");
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
