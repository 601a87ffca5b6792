package io.github.feedback4j.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.feedback4j.Feedback;
import io.github.feedback4j.Findings;
import io.github.feedback4j.Insights;
import io.github.feedback4j.Scoreboard;
import io.github.feedback4j.Scoreboard.Overview;
import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.StoredYears;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * How long a dashboard of a million stored responses takes, on an embedded H2 file and on PostgreSQL, and
 * whether its counts are those of the answers themselves.
 *
 * <p>A figure is the median of {@value #RUNS} calls after {@value #WARM_UP} others; the raw limit beside it
 * counts the same ratings of the same days among the answers, in one statement.
 */
final class DashboardReport {

  private static final int WARM_UP = 30;
  private static final int RUNS = 21;
  private static final int SHOWN_DAYS = 90;
  private static final String SURVEY = "ticket-csat";
  private static final String H2_SETTINGS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=131072;MAX_MEMORY_ROWS=200000";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final List<String> DIMENSIONS = List.of("team", "service", "channel");

  private DashboardReport() {}

  /** Puts the milliseconds of both databases into the figures. */
  static void run(Figures figures, boolean smoke) throws IOException, SQLException {
    int responses = smoke ? 2_000 : 1_000_000;
    Path folder = Files.createTempDirectory("feedback4j-dashboard");
    String url = "jdbc:h2:" + folder.resolve("store");
    try {
      // Filled with a large cache, and measured as docs/jdbc.md advises for so many answers.
      JdbcConnectionPool filling = JdbcConnectionPool.create(url + ";CACHE_SIZE=400000", "sa", "");
      try (Connection connection = filling.getConnection();
          Statement statement = connection.createStatement()) {
        // The generator knows that its keys are right; looking each up takes most of the time.
        statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        fill(filling, responses);
      }
      filling.dispose();
      JdbcConnectionPool h2 = JdbcConnectionPool.create(url + H2_SETTINGS, "sa", "");
      measure("H2", h2, smoke, figures);
      h2.dispose();
    } finally {
      delete(folder);
    }
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
      fill(server.getPostgresDatabase(), responses);
      vacuum(server.getPostgresDatabase());
      // Kept connections, as an application has them; with a new one for each call half of it is
      // the start.
      HikariConfig pool = new HikariConfig();
      pool.setDataSource(server.getPostgresDatabase());
      try (HikariDataSource kept = new HikariDataSource(pool)) {
        measure("POSTGRES", kept, smoke, figures);
      }
    }
  }

  private static void fill(DataSource dataSource, int responses) throws SQLException {
    StoredYears.write(dataSource, SURVEY, responses, TODAY.toEpochDay());
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  /** Does at once what the server would do beside the first calls. */
  private static void vacuum(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
    }
  }

  private static void measure(
      String database, DataSource dataSource, boolean smoke, Figures figures) {
    Instant now = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    try (Feedback feedback = Feedback.builder()
        .survey(Surveys.csat(SURVEY).on("ticket.closed"))
        .policy(ContactRules.none())
        .ledger(new InMemoryLedger())
        .store(new JdbcResponseStore(dataSource))
        .time(InstantSource.fixed(now))
        .build()) {
      SmallGroupGuard guard = SmallGroupGuard.atLeast(SmallGroupGuard.DEFAULT_MIN_PERSONS);
      Scoreboard board = feedback.scoreboard(guard);
      Insights insights = feedback.insights(guard);
      Query query = Query.of(SURVEY).lastDays(SHOWN_DAYS, TODAY);
      Periods weeks = Periods.endingWith(TODAY, SHOWN_DAYS, 7);
      Supplier<Overview> overview = () -> board.overview(query, DIMENSIONS, weeks);
      requireExact(dataSource, overview.get(), now);
      time(database + " overview", figures, smoke, overview);
      time(
          database + " overview of a team",
          figures,
          smoke,
          () -> board.overview(query.where("team", "team-7"), DIMENSIONS, weeks));
      time(database + " counts of the answers", figures, smoke, () -> counts(dataSource, now));
      time(database + " teams", figures, smoke, () -> insights.teams(query, "team"));
      time(database + " channels", figures, smoke, () -> insights.channels(query));
      time(database + " agreements", figures, smoke, () -> insights.agreements(query));
      time(database + " course", figures, smoke, () -> insights.course(query));
      time(database + " drivers", figures, smoke, () -> insights.drivers(query));
      time(database + " all insights", figures, smoke, () -> {
        Findings findings = insights.findings(query);
        return List.of(
            findings.change(),
            findings.teams("team"),
            findings.channels(),
            findings.agreements(),
            findings.course(),
            findings.drivers());
      });
    }
  }

  private static void time(String what, Figures figures, boolean smoke, Supplier<?> work) {
    int runs = smoke ? 1 : RUNS;
    long[] nanos = new long[runs];
    for (int i = smoke ? 0 : -WARM_UP; i < runs; i++) {
      long start = System.nanoTime();
      if (work.get() == null) {
        throw new IllegalStateException(what + " gave nothing");
      }
      nanos[Math.max(i, 0)] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    figures.put(what, nanos[runs / 2] / 1e6, "ms");
  }

  /** The dashboard must say exactly what the answers say. */
  private static void requireExact(DataSource dataSource, Overview overview, Instant now) {
    Map<Integer, Long> shown = new TreeMap<>();
    if (overview.score() != null) {
      overview.score().tally().counts().forEach((point, count) -> {
        if (count > 0) {
          shown.put(point, count);
        }
      });
    }
    Map<Integer, Long> counted = counts(dataSource, now);
    if (!shown.equals(counted)) {
      throw new IllegalStateException(
          "the dashboard says %s, the answers say %s".formatted(shown, counted));
    }
  }

  private static Map<Integer, Long> counts(DataSource dataSource, Instant now) {
    long end = now.getEpochSecond() + 86_400;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("""
            SELECT rating, COUNT(*) AS responses
            FROM feedback4j_response r JOIN feedback4j_answer a ON a.response = r.id
            WHERE survey = ? AND question = 'satisfaction' AND answered_at >= ? AND answered_at < ?
            GROUP BY rating""")) {
      statement.setString(1, SURVEY);
      statement.setLong(2, end - SHOWN_DAYS * 86_400L);
      statement.setLong(3, end);
      Map<Integer, Long> counts = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getInt("rating"), rows.getLong("responses"));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
