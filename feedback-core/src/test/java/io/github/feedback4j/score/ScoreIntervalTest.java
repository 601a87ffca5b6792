package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static io.github.feedback4j.score.Tallies.perPoint;
import static io.github.feedback4j.score.Tallies.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreIntervalTest {

  private static final long BILLION = 1_000_000_000;

  /** In the papers on paired proportions b counts the promoters, c the detractors, n all. */
  static Stream<Arguments> publishedNps() {
    return Stream.of(
        argumentSet(
            "airway reactivity, b = 1, c = 7, n = 21 (Fagerland, Lydersen & Laake 2014)",
            nps(7, 13, 1),
            0.95,
            -51.7,
            -2.6),
        argumentSet(
            "cross-over, b = 16, c = 8, n = 86 (Agresti & Min 2005)",
            nps(8, 62, 16),
            0.95,
            -2.0,
            20.7),
        argumentSet(
            "sleeping difficulties, b = 9, c = 3, n = 32 (Tango 1998, section 6.2)",
            nps(3, 20, 9),
            0.95,
            -2.7,
            39.0),
        argumentSet(
            "contact lenses, b = 0, c = 1, n = 44, 90 % (Tango 1998, section 6.1)",
            nps(1, 43, 0), 0.90, -9.6, 3.7));
  }

  @ParameterizedTest
  @MethodSource("publishedNps")
  void agreesWithPublishedExamplesForThreeCategories(
      Tally tally, double level, double low, double high) {
    ConfidenceInterval interval = interval(tally, level);

    assertThat(interval.low()).isCloseTo(low, within(0.051));
    assertThat(interval.high()).isCloseTo(high, within(0.051));
  }

  static Stream<Arguments> publishedProportions() {
    return Stream.of(
        argumentSet("81 of 263 (Newcombe 1998)", 81, 263, 0.2553, 0.3662),
        argumentSet("15 of 148 (Newcombe 1998)", 15, 148, 0.0624, 0.1605),
        argumentSet("0 of 20 (Newcombe 1998)", 0, 20, 0.0000, 0.1611),
        argumentSet("1 of 29 (Newcombe 1998)", 1, 29, 0.0061, 0.1718));
  }

  @ParameterizedTest
  @MethodSource("publishedProportions")
  void agreesWithPublishedExamplesForTwoCategories(long x, long n, double low, double high) {
    ConfidenceInterval interval = interval(csat(n - x, x), 0.95);

    assertThat(interval.low()).isCloseTo(100 * low, within(0.005));
    assertThat(interval.high()).isCloseTo(100 * high, within(0.005));
  }

  /** The definition, evaluated with 40 digits by nested bisection in another language. */
  static Stream<Arguments> highPrecision() {
    return Stream.of(
        argumentSet("one promoter", nps(0, 0, 1), 0.95, -58.6901371245525, 100.0),
        argumentSet("one passive", nps(0, 1, 0), 0.95, -79.3450685622763, 79.3450685622763),
        argumentSet("ten detractors", nps(10, 0, 0), 0.95, -100.0, -44.4934400274221),
        argumentSet("no detractors", nps(0, 9, 11), 0.95, 30.025600501813, 74.1802141744376),
        argumentSet("two answers", nps(0, 1, 1), 0.95, -48.642965874002, 90.5468794265769),
        argumentSet("rounding example", nps(5, 17, 2), 0.95, -34.8393133449947, 10.4429639359591),
        argumentSet(
            "four billion",
            nps(BILLION, BILLION, 2 * BILLION),
            0.95,
            24.9974304458955,
            25.0025695148168),
        argumentSet(
            "one promoter in four billion passives",
            nps(0, 4 * BILLION - 1, 1),
            0.95,
            -7.10364704491322e-08,
            1.4162335650359e-07),
        argumentSet(
            "10^18 answers",
            nps(BILLION * BILLION / 10, BILLION * BILLION / 10 * 7, BILLION * BILLION / 10 * 2),
            0.95,
            9.99999989445271,
            10.0000001055473),
        argumentSet(
            "one unsatisfied in four billion",
            csat(1, 4 * BILLION - 1),
            0.95,
            99.9999998583766,
            99.9999999955869),
        argumentSet(
            "rating with all points",
            perPoint(rating(), 1, 0, 0, 0, 2, 3, 5, 8, 13, 21, 34),
            0.95,
            8.03427267354559,
            8.85224663264166),
        argumentSet(
            "rating in the middle",
            perPoint(rating(), 0, 0, 0, 1, 4, 7, 4, 1, 0, 0, 0),
            0.95,
            4.07840932495574,
            5.92159067504426),
        argumentSet(
            "rating of twelve people who agree on 7",
            perPoint(rating(), 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0),
            0.95,
            5.30254195341331,
            7.72748201996572),
        argumentSet(
            "rating of 44 billion, 99 %",
            perPoint(rating(), fourBillionEach()), 0.99, 4.99996116870762, 5.00003883288329));
  }

  private static long[] fourBillionEach() {
    long[] counts = new long[11];
    Arrays.fill(counts, 4 * BILLION);
    counts[10] += 7;
    return counts;
  }

  @ParameterizedTest
  @MethodSource("highPrecision")
  void agreesWithTheDefinitionToTheTwelfthDecimal(
      Tally tally, double level, double low, double high) {
    ConfidenceInterval interval = interval(tally, level);

    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 10, 1000})
  void givesPassivesAloneAnIntervalAroundZero(long n) {
    double z = 1.95996398454005;

    ConfidenceInterval interval = interval(nps(0, n, 0), 0.95);

    double limit = 100 * z * z / (n + z * z);
    assertThat(interval.high()).isCloseTo(limit, within(1e-12));
    assertThat(interval.low()).isEqualTo(-interval.high());
  }

  @Test
  void givesAWidthToAnswersThatAllAgree() {
    for (MetricDefinition metric : Tallies.METRICS) {
      for (int point = metric.scale().min(); point <= metric.scale().max(); point++) {
        Tally tally = Tally.empty(metric).with(point, 1, 50);
        double value = metric.offset() + metric.factor() * metric.scoreOf(point);

        ConfidenceInterval interval = interval(tally, 0.95);

        assertThat(interval.low()).isLessThanOrEqualTo(value);
        assertThat(interval.high()).isGreaterThanOrEqualTo(value);
        assertThat(interval.high() - interval.low())
            .as("%d of %s", point, metric.id())
            .isGreaterThan(0.01 * (metric.highest() - metric.lowest()));
      }
    }
  }

  @Test
  void isThereForOneAnswerButNotForNone() {
    assertThat(Score.of(nps(0, 0, 1)).interval()).isPresent();
    assertThat(Score.of(nps(0, 0, 0)).interval()).isEmpty();
  }

  @Test
  void saysLevelAndMethod() {
    ConfidenceInterval interval = interval(nps(1, 2, 3), 0.9);

    assertThat(interval.level()).isEqualTo(0.9);
    assertThat(interval.method()).isEqualTo(IntervalMethod.SCORE);
  }

  @Test
  void treatsPointsWithTheSameScoreAsOneCategory() {
    ConfidenceInterval apart = interval(perPoint(Tallies.UNEVEN, 3, 2, 1, 4, 5), 0.95);
    ConfidenceInterval together = interval(perPoint(Tallies.UNEVEN, 8, 2, 5, 0, 0), 0.95);

    assertThat(apart).isEqualTo(together);
  }

  @Test
  void survivesExtremeLevels() {
    for (double level : new double[] {Double.MIN_VALUE, 1e-9, 1 - 1e-12, Math.nextDown(1.0)}) {
      ConfidenceInterval interval = interval(nps(2, 3, 5), level);

      assertThat(interval.contains(30)).as("level %s", level).isTrue();
      assertThat(interval.low()).isGreaterThanOrEqualTo(-100);
      assertThat(interval.high()).isLessThanOrEqualTo(100);
    }
  }

  private static ConfidenceInterval interval(Tally tally, double level) {
    return Score.of(tally, ResponseCounts.none(), level).interval().orElseThrow();
  }

  @Test
  void theExpectedIntervalOfAShareIsThatOfTheAnswers() {
    for (int good : new int[] {0, 1, 8, 9, 10}) {
      ConfidenceInterval expected = ConfidenceInterval.ofShare(good / 10.0, 10, 0.95);
      ConfidenceInterval actual = Score.of(csat(10 - good, good)).interval().orElseThrow();

      assertThat(expected.low()).isCloseTo(actual.low(), within(1e-9));
      assertThat(expected.high()).isCloseTo(actual.high(), within(1e-9));
    }
  }

  @Test
  void moreAnswersMakeTheExpectedIntervalNarrower() {
    assertThat(ConfidenceInterval.ofShare(0.8, 30, 0.95).halfWidth())
        .isCloseTo(13.90, within(0.01));
    assertThat(ConfidenceInterval.ofShare(0.8, 120, 0.95).halfWidth())
        .isLessThan(ConfidenceInterval.ofShare(0.8, 119, 0.95).halfWidth());
    assertThatThrownBy(() -> ConfidenceInterval.ofShare(0.8, 0, 0.95))
        .hasMessage("answers must be at least 1, but was 0");
    assertThatThrownBy(() -> ConfidenceInterval.ofShare(1.1, 1, 0.95))
        .hasMessage("share must be between 0 and 1, but was 1.1");
  }
}
