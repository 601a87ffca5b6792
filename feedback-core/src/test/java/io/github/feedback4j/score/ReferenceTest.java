package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.score.ReferenceTable.Row;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That scores agree with R, statsmodels and the definition in many digits: within 1e-9 on the scale of
 * each metric. {@code benchmarks/reference/score.py} and {@code score.R} made the values.
 */
class ReferenceTest {

  private static final Offset<Double> EXACT = within(1e-9);

  static Stream<Row> proportions() {
    return Stream.concat(ReferenceTable.rows("proportions.csv"), ReferenceTable.rows("exact.csv"));
  }

  @ParameterizedTest
  @MethodSource("proportions")
  void intervalsOfProportionsAgreeWithStatsmodelsAndR(Row row) {
    long x = row.count("x");
    IntervalMethod method = IntervalMethod.valueOf(row.text("method"));

    ConfidenceInterval interval = Score.of(csat(row.count("n") - x, x))
        .interval(method, row.number("level"))
        .orElseThrow();

    assertThat(interval.low()).isCloseTo(row.number("low"), EXACT);
    assertThat(interval.high()).isCloseTo(row.number("high"), EXACT);
    assertThat(interval.method()).isEqualTo(method);
  }

  static Stream<Row> scoreIntervals() {
    return ReferenceTable.rows("score-intervals.csv");
  }

  @ParameterizedTest
  @MethodSource("scoreIntervals")
  void scoreIntervalsAgreeWithTheirDefinition(Row row) {
    MetricDefinition metric = metric(row.text("metric"));
    List<Long> counts =
        Arrays.stream(row.text("counts").split(" ", -1)).map(Long::valueOf).toList();
    List<Tally.Cell> cells = IntStream.range(0, counts.size())
        .mapToObj(k -> new Tally.Cell(pointOf(metric, k), 1, counts.get(k)))
        .toList();

    Score score =
        Score.of(Tally.ofCells(metric, cells), ResponseCounts.none(), row.number("level"));

    assertThat(score.value().orElseThrow()).isCloseTo(row.number("mean"), EXACT);
    agrees(score.interval().orElseThrow(), row);
  }

  static Stream<Row> weighted() {
    return ReferenceTable.rows("weighted.csv");
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void scoresOfFreeWeightsAgreeWithTheirDefinition(Row row) {
    MetricDefinition metric = metric(row.text("metric"));
    WeightedTally tally = WeightedTally.empty(metric);
    for (String each : row.text("cells").split(" ", -1)) {
      String[] cell = each.split(":", -1);
      int point = pointOf(metric, Integer.parseInt(cell[0]));
      tally = tally.with(point, Double.parseDouble(cell[1]), Long.parseLong(cell[2]));
    }

    Score score = Score.of(tally);

    assertThat(score.value().orElseThrow()).isCloseTo(row.number("mean"), EXACT);
    double effectiveN = row.number("effectiveN");
    assertThat(score.effectiveN()).isCloseTo(effectiveN, within(1e-12 * effectiveN));
    assertThat(score.standardError().orElseThrow()).isCloseTo(row.number("standardError"), EXACT);
    agrees(score.interval().orElseThrow(), row);
  }

  static Stream<Row> designs() {
    return ReferenceTable.rows("designs.csv");
  }

  @ParameterizedTest
  @MethodSource("designs")
  void weightedScoresAgreeWithSvymean(Row row) {
    MetricDefinition metric = metric(row.text("metric"));
    List<Tally.Cell> cells = new ArrayList<>();
    for (String each : row.text("cells").split(" ", -1)) {
      String[] cell = each.split(":", -1);
      cells.add(new Tally.Cell(
          Integer.parseInt(cell[0]), Double.parseDouble(cell[1]), Long.parseLong(cell[2])));
    }
    Score score =
        Score.of(Tally.ofCells(metric, cells), ResponseCounts.none(), row.number("level"));

    assertThat(score.value().orElseThrow()).isCloseTo(row.number("mean"), EXACT);
    assertThat(score.standardError().orElseThrow()).isCloseTo(row.number("standardError"), EXACT);
    double effectiveN = row.number("effectiveN");
    assertThat(score.designBased().effectiveN()).isCloseTo(effectiveN, within(1e-10 * effectiveN));
    agreesUncut(score, row);
  }

  static Stream<Row> clusters() {
    return ReferenceTable.rows("clusters.csv");
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void scoresOfRespondentsAgreeWithSvymean(Row row) {
    MetricDefinition metric = metric(row.text("metric"));
    ClusteredTally tally = ClusteredTally.empty(metric);
    for (int i = 0; i < row.count("times"); i++) {
      for (String each : row.text("respondents").split(" ", -1)) {
        int[] points =
            Arrays.stream(each.split("\\+", -1)).mapToInt(Integer::parseInt).toArray();
        tally = tally.withRespondent(Tally.ofAnswers(metric, points));
      }
    }

    Score score = Score.of(tally);

    assertThat(score.value().orElseThrow()).isCloseTo(row.number("mean"), EXACT);
    assertThat(score.standardError().orElseThrow()).isCloseTo(row.number("standardError"), EXACT);
    if (row.has("effectiveN")) {
      double effectiveN = row.number("effectiveN");
      assertThat(score.effectiveN()).isCloseTo(effectiveN, within(1e-10 * effectiveN));
      agreesUncut(score, row);
    }
  }

  static Stream<Row> lostTimes() {
    return ReferenceTable.rows("lost-time.csv");
  }

  @ParameterizedTest
  @MethodSource("lostTimes")
  void lostTimeAgreesWithStudentAndWelch(Row row) {
    LostTime now = lostTime(row.text("now"), row.count("timesNow"));
    LostTime before = lostTime(row.text("before"), row.count("timesBefore"));
    double level = row.number("level");

    // In minutes, of which there are up to half a million.
    Offset<Double> minutes = within(1e-9 * Math.max(1, now.mean().orElseThrow()));
    assertThat(now.mean().orElseThrow()).isCloseTo(row.number("mean"), minutes);
    assertThat(now.standardError().orElseThrow()).isCloseTo(row.number("standardError"), minutes);
    ConfidenceInterval interval = now.interval(level).orElseThrow();
    assertThat(interval.low()).isCloseTo(Math.max(0, row.number("low")), minutes);
    assertThat(interval.high()).isCloseTo(row.number("high"), minutes);
    LostTime.Saved saved = now.saved(before, 1, level).orElseThrow();
    assertThat(saved.minutes()).isCloseTo(row.number("saved"), minutes);
    assertThat(saved.low()).isCloseTo(row.number("savedLow"), minutes);
    assertThat(saved.high()).isCloseTo(row.number("savedHigh"), minutes);
  }

  private static LostTime lostTime(String minutes, long times) {
    Moments sum = Moments.none();
    for (String each : minutes.split(" ", -1)) {
      sum = sum.with(Integer.parseInt(each), times);
    }
    return new LostTime(sum);
  }

  private static void agrees(ConfidenceInterval interval, Row row) {
    assertThat(interval.low()).isCloseTo(row.number("low"), EXACT);
    assertThat(interval.high()).isCloseTo(row.number("high"), EXACT);
  }

  /** R does not cut the interval at the ends of the scale. */
  private static void agreesUncut(Score score, Row row) {
    MetricDefinition metric = score.metric();
    if (metric.classes().stream().map(c -> c.score()).distinct().count() > 2) {
      ConfidenceInterval t = score.interval(IntervalMethod.STUDENT_T).orElseThrow();
      assertThat(t.low()).isCloseTo(Math.max(metric.lowest(), row.number("low")), EXACT);
      assertThat(t.high()).isCloseTo(Math.min(metric.highest(), row.number("high")), EXACT);
    }
  }

  private static MetricDefinition metric(String id) {
    return switch (id) {
      case "nps" -> MetricDefinition.nps();
      case "nsat" -> MetricDefinition.nsat();
      case "rating" -> Tallies.rating();
      case "csat-mean" -> MetricDefinition.csatMean(5);
      default -> throw new IllegalArgumentException("there is no metric " + id);
    };
  }

  /** Returns a point of the category with this number, from the lowest score upwards. */
  private static int pointOf(MetricDefinition metric, int category) {
    return metric.classes().get(category).from();
  }
}
