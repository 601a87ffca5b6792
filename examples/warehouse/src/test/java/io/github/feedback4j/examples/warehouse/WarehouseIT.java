package io.github.feedback4j.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Scoreboard;
import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.jdbc.JdbcSurveyRegistry;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two desks send some thousand answers to the collector; what its dashboard shows is what Spark makes of an export of the
 * collector's database, and of the events themselves.
 */
class WarehouseIT {

  /** Nine whole weeks, which the dashboard cuts into weeks. */
  private static final int DAYS = 63;

  private static final List<Series> SERIES = List.of(
      new Series(Desk.TICKETS, "satisfaction"),
      new Series(Desk.TICKETS, "effort"),
      new Series(Desk.RELATION, "recommend"),
      new Series(Desk.MOOD, "mood"));

  @TempDir
  private static Path folder;

  private static final Map<Series, JsonNode> dashboard = new LinkedHashMap<>();
  private static SparkSession spark;
  private static DataSource database;
  private static Connection connection;
  private static LocalDate from;
  private static Path raw;
  private static WarehouseScores ofExport;
  private static WarehouseScores ofRaw;

  private record Series(String survey, String question) {}

  @BeforeAll
  static void ask() throws IOException, InterruptedException, SQLException {
    Instant start = InstantSource.system().instant().minus(Duration.ofDays(61));
    Desk north = new Desk("north", 1, start);
    Desk south = new Desk("south", 2, start.plusSeconds(1));
    north.work(2_400, Duration.ofDays(60));
    south.work(1_900, Duration.ofDays(60));
    List<WireEvent> all = new ArrayList<>();
    try (Collector collector = new Collector(folder, List.of(north, south))) {
      for (Desk each : List.of(north, south)) {
        List<WireEvent> sent = disorderly(each.events(), 1);
        // A collector wants to know a survey before the answers to it.
        sent.sort((one, other) -> Boolean.compare(
            other.data() instanceof SurveyLoaded, one.data() instanceof SurveyLoaded));
        collector.send(each, sent);
        all.addAll(each.events());
      }
      read(collector);
      if (!read(collector)) {
        // Midnight has passed in between.
        assertThat(read(collector)).isTrue();
      }
      database = Databases.open(collector.database(), null, null);
    }
    // H2 closes the file with the last connection, and would open it again for each query.
    connection = database.getConnection();
    raw = folder.resolve("raw.ndjson");
    try (OutputStream out = Files.newOutputStream(raw)) {
      for (WireEvent each : disorderly(all, 2)) {
        out.write(EventWriter.write(each));
        out.write('\n');
      }
    }
    Path export = folder.resolve("export.ndjson");
    new Export(
            database,
            JdbcSchema.DEFAULT_PREFIX,
            URI.create("urn:test:export"),
            InstantSource.system(),
            700)
        .write(List.of(), export);
    spark = LocalSpark.session();
    ofExport = scores(export, asked());
    ofRaw = scores(raw, asked());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  /** Returns the events in another order, one of twenty of them twice. */
  private static List<WireEvent> disorderly(List<WireEvent> events, int seed) {
    Random random = new Random(seed);
    List<WireEvent> others = new ArrayList<>(events);
    events.stream().filter(each -> random.nextInt(20) == 0).forEach(others::add);
    Collections.shuffle(others, random);
    return others;
  }

  /** Reads the dashboard, and returns whether it shows the same days as before. */
  private static boolean read(Collector collector) throws IOException, InterruptedException {
    LocalDate before = from;
    for (Series each : SERIES) {
      String path = "/feedback4j/api/v1/stats/overview?lang=en&days=%d&survey=%s&question=%s"
          .formatted(DAYS, each.survey(), each.question());
      // A survey that is new is on the dashboard within five seconds.
      Awaitility.await(path)
          .atMost(Duration.ofSeconds(30))
          .until(() -> collector.get(path).statusCode() == 200);
      JsonNode overview = JsonMapper.shared().readTree(collector.get(path).body());
      dashboard.put(each, overview);
      from = LocalDate.parse(overview.get("view").get("from").stringValue().substring(0, 10));
    }
    return from.equals(before);
  }

  private static Asked asked() {
    return Asked.everything(1).between(from, null).by("team", "channel").every(7);
  }

  private static WarehouseScores scores(Path file, Asked asked) {
    return WarehouseScores.of(
        spark,
        List.of(file.toString()),
        List.of(),
        asked,
        InstantSource.system().instant());
  }

  @Test
  void theExportHasTheFiguresOfTheDashboard() {
    for (Series each : SERIES) {
      JsonNode shown = dashboard.get(each);
      QuestionScores question = ofExport.question(each.survey(), each.question());
      assertFigure(shown, question.all());
      shown
          .get("distribution")
          .forEach(point -> assertThat(
                  question.all().score().tally().count(point.get("point").intValue()))
              .isEqualTo(point.get("count").longValue()));
      for (String dimension : List.of("team", "channel")) {
        JsonNode groups = shown.get("groups").get(dimension);
        assertThat(groups).hasSameSizeAs(question.tables().get(dimension));
        groups.forEach(group -> assertFigure(
            group,
            figure(
                question,
                dimension,
                group.get("value").isNull() ? "" : group.get("value").stringValue())));
      }
      JsonNode weeks = shown.get("trend").get("buckets");
      assertThat(weeks).hasSameSizeAs(question.tables().get(Asked.PERIOD)).hasSize(9);
      weeks.forEach(week ->
          assertFigure(week, figure(question, Asked.PERIOD, week.get("from").stringValue())));
    }
    assertThat(n(Desk.TICKETS, "satisfaction")).isGreaterThan(2_000);
    assertThat(n(Desk.RELATION, "recommend")).isGreaterThan(300);
    assertThat(dashboard.get(SERIES.get(0)).get("metric").get("formula").stringValue())
        .endsWith(":weighted");
  }

  private static QuestionScores.Figure figure(QuestionScores question, String table, String value) {
    return question.tables().get(table).stream()
        .filter(each -> each.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static long n(String survey, String question) {
    return dashboard.get(new Series(survey, question)).get("score").get("n").longValue();
  }

  private static void assertFigure(JsonNode shown, QuestionScores.Figure figure) {
    assertThat(shown.get("state").stringValue()).isEqualTo("ok");
    JsonNode rounded = shown.get("score");
    Score score = figure.score();
    int decimals = score.metric().unit().decimals();
    assertNumber(rounded.get("value"), score.rounded(decimals).orElseThrow());
    assertNumber(rounded.get("low"), score.interval().orElseThrow().roundedLow(decimals));
    assertNumber(rounded.get("high"), score.interval().orElseThrow().roundedHigh(decimals));
    assertThat(rounded.get("n").longValue()).isEqualTo(score.n());
    assertThat(rounded.get("effectiveN").longValue()).isEqualTo(Math.round(score.effectiveN()));
  }

  private static void assertNumber(JsonNode shown, BigDecimal number) {
    assertThat(shown.decimalValue()).isEqualByComparingTo(number);
  }

  @Test
  void theExportHasTheScoresOfTheDashboardsClassToTheLastBit() {
    // Whoever builds a Feedback must have a survey, of which nobody is asked here.
    try (Feedback feedback = Feedback.builder()
        .survey(Surveys.thumbs("unused").on("nothing"))
        .policy(ContactRules.none())
        .registry(new JdbcSurveyRegistry(database))
        .store(new JdbcResponseStore(database))
        .build()) {
      Scoreboard board = feedback.scoreboard(SmallGroupGuard.atLeast(1));
      for (Series each : SERIES) {
        Scoreboard.Overview overview = board.overview(
            Query.of(each.survey())
                .question(each.question())
                .lastDays(DAYS, from.plusDays(DAYS - 1)),
            List.of("team"),
            Periods.endingWith(from.plusDays(DAYS - 1), DAYS, 7));
        QuestionScores question = ofExport.question(each.survey(), each.question());
        assertSame(question.all().score(), overview.score());
        assertSame(question.tables().get("team"), overview.groups().get("team"));
        assertSame(question.tables().get(Asked.PERIOD), overview.periods());
      }
    }
  }

  private static void assertSame(
      List<QuestionScores.Figure> figures, List<Scoreboard.Slice> slices) {
    assertThat(figures).hasSameSizeAs(slices);
    for (int i = 0; i < slices.size(); i++) {
      assertThat(figures.get(i).value()).isEqualTo(slices.get(i).value());
      assertSame(figures.get(i).score(), slices.get(i).score());
    }
  }

  private static void assertSame(Score score, Score shown) {
    assertThat(score.tally()).isEqualTo(shown.tally());
    assertThat(score.formula()).isEqualTo(shown.formula());
    assertThat(score.value()).isEqualTo(shown.value());
    assertThat(score.interval()).isEqualTo(shown.interval());
    assertThat(score.effectiveN()).isEqualTo(shown.effectiveN());
  }

  @Test
  void theEventsThemselvesHaveTheSameScoresHoweverDisorderly() {
    assertThat(ofRaw.questions()).isEqualTo(ofExport.questions());
    Findings findings = ofRaw.findings();
    assertThat(findings.duplicates()).isGreaterThan(100);
    assertThat(findings.leftOut())
        .containsOnlyKeys(StandingAnswers.ERASED, StandingAnswers.REVISED);
    assertThat(findings.leftOut().get(StandingAnswers.ERASED)).isGreaterThan(20);
    assertThat(findings.leftOut().get(StandingAnswers.REVISED)).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void howTheEventsAreCutMakesNoDifference(int partitions) {
    Dataset<Row> lines = EventFiles.open(spark, List.of(raw.toString()));

    WarehouseScores cut = WarehouseScores.of(
        lines.repartition(partitions),
        List.of(),
        asked(),
        InstantSource.system().instant());

    assertThat(cut).isEqualTo(ofRaw);
  }

  @Test
  void parquetHasTheSameScores() {
    Path parquet = folder.resolve("raw.parquet");

    List<String> left = Conversion.toParquet(
        EventFiles.open(spark, List.of(raw.toString())), parquet.toString(), false);

    assertThat(left).isEmpty();
    assertThat(scores(parquet, asked())).isEqualTo(ofRaw);
  }
}
