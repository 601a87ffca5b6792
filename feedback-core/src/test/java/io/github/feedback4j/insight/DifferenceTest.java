package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.EFFORT;
import static io.github.feedback4j.insight.Groups.csatScore;
import static io.github.feedback4j.insight.Groups.drawn;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

  /** Table II of the paper, examples (a) to (h), method 10. */
  static Stream<Arguments> newcombe() {
    return Stream.of(
        argumentSet("56/70 − 48/80 (Newcombe 1998, a)", 56, 70, 48, 80, 0.0524, 0.3339),
        argumentSet("9/10 − 3/10 (Newcombe 1998, b)", 9, 10, 3, 10, 0.1705, 0.8090),
        argumentSet("6/7 − 2/7 (Newcombe 1998, c)", 6, 7, 2, 7, 0.0582, 0.8062),
        argumentSet("5/56 − 0/29 (Newcombe 1998, d)", 5, 56, 0, 29, -0.0381, 0.1926),
        argumentSet("0/10 − 0/20 (Newcombe 1998, e)", 0, 10, 0, 20, -0.1611, 0.2775),
        argumentSet("0/10 − 0/10 (Newcombe 1998, f)", 0, 10, 0, 10, -0.2775, 0.2775),
        argumentSet("10/10 − 0/20 (Newcombe 1998, g)", 10, 10, 0, 20, 0.6791, 1.0000),
        argumentSet("10/10 − 0/10 (Newcombe 1998, h)", 10, 10, 0, 10, 0.6075, 1.0000));
  }

  @ParameterizedTest
  @MethodSource("newcombe")
  void agreesWithPublishedExamplesForTwoPercentages(
      long x, long n, long referenceX, long referenceN, double low, double high) {
    ConfidenceInterval interval = Difference.between(
            csatScore(referenceX, referenceN), csatScore(x, n))
        .interval()
        .orElseThrow();

    assertThat(interval.low()).isCloseTo(100 * low, within(0.005));
    assertThat(interval.high()).isCloseTo(100 * high, within(0.005));
    assertThat(interval.method()).isEqualTo(IntervalMethod.MOVER);
  }

  // Without passives an NPS is a percentage of promoters, stretched to twice the width.
  @ParameterizedTest
  @MethodSource("newcombe")
  void isTheStretchedPublishedExampleForAnNpsWithoutPassives(
      long x, long n, long referenceX, long referenceN, double low, double high) {
    ConfidenceInterval interval = Difference.between(
            Score.of(nps(referenceN - referenceX, 0, referenceX)), Score.of(nps(n - x, 0, x)))
        .interval()
        .orElseThrow();

    assertThat(interval.low()).isCloseTo(200 * low, within(0.01));
    assertThat(interval.high()).isCloseTo(200 * high, within(0.01));
  }

  static Stream<List<String>> reference() {
    return ReferenceRows.of("differences.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithIndependentPackages(List<String> row) {
    String metric = row.get(0);
    Difference difference = Difference.between(
        Score.of(ReferenceRows.tally(metric, row.get(2))),
        Score.of(ReferenceRows.tally(metric, row.get(3))),
        Double.parseDouble(row.get(1)));

    ConfidenceInterval interval = difference.interval().orElseThrow();
    double p = Double.parseDouble(row.get(7));
    assertThat(difference.value()).hasValueCloseTo(Double.parseDouble(row.get(4)), within(1e-9));
    assertThat(interval.low()).isCloseTo(Double.parseDouble(row.get(5)), within(1e-9));
    assertThat(interval.high()).isCloseTo(Double.parseDouble(row.get(6)), within(1e-9));
    // Absolute for ordinary p-values, relative for tiny ones.
    assertThat(difference.p()).hasValueCloseTo(p, within(1e-9 * Math.max(p, 1e-200)));
    if (row.get(8).isEmpty()) {
      assertThat(difference.detectableDifference()).isEmpty();
    } else {
      assertThat(difference.detectableDifference())
          .hasValueCloseTo(Double.parseDouble(row.get(8)), within(1e-9));
    }
  }

  static Stream<List<String>> doubleReference() {
    return ReferenceRows.of("double-differences.csv");
  }

  @ParameterizedTest
  @MethodSource("doubleReference")
  void differenceInDifferencesAgreesWithIndependentPackages(List<String> row) {
    List<Score> scores = row.subList(2, 6).stream()
        .map(each -> Score.of(ReferenceRows.tally(row.get(0), each)))
        .toList();

    Difference difference = Difference.inDifferences(
        scores.get(0), scores.get(1), scores.get(2), scores.get(3), Double.parseDouble(row.get(1)));

    ConfidenceInterval interval = difference.interval().orElseThrow();
    assertThat(difference.value()).hasValueCloseTo(Double.parseDouble(row.get(6)), within(1e-9));
    assertThat(interval.low()).isCloseTo(Double.parseDouble(row.get(7)), within(1e-9));
    assertThat(interval.high()).isCloseTo(Double.parseDouble(row.get(8)), within(1e-9));
    assertThat(difference.p()).hasValueCloseTo(Double.parseDouble(row.get(9)), within(1e-9));
  }

  @Test
  void whatHappenedToBothGroupsAlikeCancelsOut() {
    Difference difference = Difference.inDifferences(
        csatScore(60, 100), csatScore(80, 100), csatScore(50, 100), csatScore(70, 100), 0.95);

    assertThat(difference.value()).hasValueCloseTo(0.0, within(1e-12));
    assertThat(difference.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(difference.referenceN()).isEqualTo(200);
  }

  @Test
  void moreIsBetterWhereTheMetricSaysSo() {
    assertThat(Difference.between(csatScore(48, 80), csatScore(56, 70)).verdict())
        .isEqualTo(Verdict.BETTER);
    assertThat(Difference.between(csatScore(56, 70), csatScore(48, 80)).verdict())
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void lessIsBetterWhereTheMetricSaysSo() {
    Score little = Score.of(Tally.of(EFFORT, Map.of(1, 90L, 2, 10L)));
    Score much = Score.of(Tally.of(EFFORT, Map.of(4, 90L, 5, 10L)));

    assertThat(Difference.between(much, little).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(Difference.between(little, much).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void cannotTellAndHasNoNumbersWithoutAnswersOnOneSide() {
    Score none = Score.of(Tally.empty(MetricDefinition.csat()));

    for (Difference each : List.of(
        Difference.between(none, csatScore(1, 1)),
        Difference.between(csatScore(1, 1), none),
        Difference.between(none, none))) {
      assertThat(each.verdict()).isEqualTo(Verdict.CANNOT_TELL);
      assertThat(each.value()).isEmpty();
      assertThat(each.interval()).isEmpty();
      assertThat(each.p()).isEmpty();
      assertThat(each.detectableDifference()).isEmpty();
      assertThat(each.detectableDifference(10, 10)).isEmpty();
      assertThat(each.rounded(0)).isEmpty();
      assertThat(each).hasToString("csat: not enough data");
    }
  }

  @Test
  void oneAnswerOnEachSideIsEnoughForAnIntervalButNotForAVerdict() {
    Difference difference = Difference.between(csatScore(0, 1), csatScore(1, 1));

    assertThat(difference.value()).hasValue(100);
    assertThat(difference.interval().orElseThrow().low()).isNegative();
    assertThat(difference.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    // 0 % against 100 % would be found most of the time, but little less.
    assertThat(difference.detectableDifference().orElseThrow()).isGreaterThan(90);
  }

  @Test
  void fewAnswersMayDetectNothingThatTheScaleAllows() {
    assertThat(Difference.between(csatScore(1, 1), csatScore(1, 1)).detectableDifference())
        .isEmpty();
  }

  @Test
  void allEqualAnswersAreNoCertainty() {
    Difference difference = Difference.between(csatScore(10, 10), csatScore(12, 12));

    assertThat(difference.value()).hasValue(0);
    assertThat(difference.p()).hasValue(1);
    assertThat(difference.interval().orElseThrow().halfWidth()).isGreaterThan(20);
    assertThat(difference.detectableDifference().orElseThrow()).isGreaterThan(20);
  }

  @Test
  void scoresOfDifferentSeriesAreNotCompared() {
    Score csat = csatScore(1, 2);
    Score mean = Score.of(Tally.of(MetricDefinition.csatMean(5), Map.of(3, 2L)));

    assertThatThrownBy(() -> Difference.between(csat, mean))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same series")
        .hasMessageContaining("csat-mean");
    assertThatThrownBy(() -> Difference.inDifferences(csat, csat, csat, mean, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
  void levelIsBetweenZeroAndOne(double level) {
    assertThatThrownBy(() -> Difference.between(csatScore(1, 2), csatScore(1, 2), level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level must be between 0 and 1, both excluded, but was " + level);
  }

  @Test
  void numbersOfAnswersToPlanWithAreAboveZero() {
    Difference difference = Difference.between(csatScore(1, 2), csatScore(1, 2));

    assertThatThrownBy(() -> difference.detectableDifference(0, 5))
        .hasMessage("referenceN must be above 0, as no answers detect nothing, but was 0.0");
    assertThatThrownBy(() -> difference.detectableDifference(5, Double.NaN))
        .hasMessageContaining("comparedN must be above 0");
  }

  // power.prop.test and its like: (1.96 + 0.84) · 50 · √(2/n).
  @Test
  void detectableDifferenceIsThatOfTextbooksForManyAnswers() {
    Difference difference = Difference.between(csatScore(500, 1000), csatScore(500, 1000));

    assertThat(difference.detectableDifference(1e6, 1e6))
        .hasValueCloseTo((1.959963985 + 0.841621234) * 50 * Math.sqrt(2e-6), within(1e-5));
    assertThat(difference.detectableDifference().orElseThrow())
        .isEqualTo(difference.detectableDifference(1000, 1000).orElseThrow());
  }

  @Test
  void aDifferenceAsLargeAsTheDetectableOneIsFoundFourTimesInFive() {
    SplittableRandom random = new SplittableRandom(5);
    double detectable = Difference.between(csatScore(150, 200), csatScore(150, 200))
        .detectableDifference()
        .orElseThrow();
    int found = 0;
    for (int i = 0; i < 4000; i++) {
      Score reference = Score.of(drawn(0.75 - detectable / 200, 200, random));
      Score compared = Score.of(drawn(0.75 + detectable / 200, 200, random));
      if (Difference.between(reference, compared).verdict() == Verdict.BETTER) {
        found++;
      }
    }

    // Three standard errors of the simulation are 1.9 points.
    assertThat(found / 4000.0).isCloseTo(Difference.POWER, within(0.02));
  }

  @Test
  void aPValueTooSmallForADoubleIsTheSmallestThatIsReported() {
    assertThat(Difference.between(csatScore(1, 1_000_000), csatScore(999_999, 1_000_000))
            .p())
        .hasValue(Difference.SMALLEST_P);
  }

  // 25.1 − 12.6 and the like miss the half by the last bit of a double.
  @Test
  void roundsFromTheCountsHalfAwayFromZero() {
    Difference difference = Difference.between(csatScore(126, 1000), csatScore(251, 1000));
    Difference swapped = Difference.between(csatScore(251, 1000), csatScore(126, 1000));

    assertThat(difference.rounded(0).orElseThrow()).isEqualByComparingTo("13");
    assertThat(swapped.rounded(0).orElseThrow()).isEqualByComparingTo("-13");
    assertThat(difference.rounded(1).orElseThrow()).isEqualByComparingTo("12.5");
    assertThatThrownBy(() -> difference.rounded(16))
        .hasMessage("decimals must be between 0 and 15, but was 16");
  }

  @Test
  void readsLikeASentence() {
    assertThat(Difference.between(csatScore(48, 80), csatScore(56, 70)))
        .hasToString("csat +20 (95 % interval 5 to 33, n = 80 and 70): better");
    assertThat(Difference.between(csatScore(4, 8), csatScore(3, 7)))
        .hasToString("csat -7 (95 % interval -46 to 36, n = 8 and 7): cannot tell");
  }

  @Test
  void isEqualToADifferenceOfEqualScores() {
    Difference one = Difference.between(csatScore(48, 80), csatScore(56, 70));

    assertThat(one).isEqualTo(Difference.between(csatScore(48, 80), csatScore(56, 70)));
    assertThat(one).hasSameHashCodeAs(Difference.between(csatScore(48, 80), csatScore(56, 70)));
    assertThat(one).isNotEqualTo(Difference.between(csatScore(48, 80), csatScore(56, 70), 0.9));
    assertThat(one).isNotEqualTo(Difference.between(csatScore(56, 70), csatScore(48, 80)));
  }
}
