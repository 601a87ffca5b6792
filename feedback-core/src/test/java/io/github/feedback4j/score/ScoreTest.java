package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static io.github.feedback4j.score.Tallies.perPoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  static Stream<Arguments> values() {
    return Stream.of(
        argumentSet("csat", csat(24, 110), 11_000 / 134.0),
        argumentSet("csat, an exact percentage", csat(93, 7), 7.0),
        argumentSet("nps", nps(5, 17, 2), -12.5),
        argumentSet("nps of one promoter", nps(0, 0, 1), 100.0),
        argumentSet("nps of nothing but passives", nps(0, 9, 0), 0.0),
        argumentSet(
            "ces counts 5 to 7", perPoint(MetricDefinition.ces(), 1, 0, 0, 1, 1, 1, 1), 60.0),
        argumentSet("mean", perPoint(MetricDefinition.csatMean(5), 0, 0, 1, 1, 1), 4.0),
        argumentSet("nsat of the satisfied", perPoint(MetricDefinition.nsat(), 0, 0, 0, 3), 200.0),
        argumentSet("nsat", perPoint(MetricDefinition.nsat(), 1, 0, 1, 2), 125.0),
        argumentSet("classes of one score", perPoint(Tallies.UNEVEN, 1, 1, 1, 0, 1), 33.0));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isOffsetPlusFactorTimesMean(Tally tally, double value) {
    assertThat(Score.of(tally).value()).hasValue(value);
  }

  static Stream<Arguments> roundings() {
    return Stream.of(
        argumentSet("2 / 17 / 5 is -12.5", nps(5, 17, 2), 0, "-13"),
        argumentSet("5 / 17 / 2 is 12.5", nps(2, 17, 5), 0, "13"),
        argumentSet("just under a half", nps(12_499_999, 37_500_001, 0), 0, "-25"),
        argumentSet("a third", csat(2, 1), 2, "33.33"),
        argumentSet("two thirds", csat(1, 2), 2, "66.67"),
        argumentSet("all decimals of a third", csat(2, 1), 15, "33.333333333333333"),
        argumentSet("1.005 is not a double", csat(19_799, 201), 2, "1.01"),
        argumentSet("minus 1.005", nps(201, 19_799, 0), 2, "-1.01"),
        argumentSet("trailing zeros", nps(0, 1, 0), 1, "0.0"),
        argumentSet("no negative zero", nps(1, 999, 0), 0, "0"),
        argumentSet(
            "no counts are too great", csat(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2), 3, "50.000"));
  }

  @ParameterizedTest
  @MethodSource("roundings")
  void roundsFromTheCountsHalfAwayFromZero(Tally tally, int decimals, String rounded) {
    assertThat(Score.of(tally).rounded(decimals)).contains(new BigDecimal(rounded));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("csat", csat(24, 110), "csat 82 % (95 % interval 75 to 88, n = 134)"),
        argumentSet("few", nps(5, 17, 2), "nps -13 (95 % interval -35 to 10, n = 24, few answers)"),
        argumentSet(
            "mean",
            perPoint(MetricDefinition.csatMean(5), 2, 3, 5, 30, 40),
            "csat-mean 4.29 (95 % interval 4.04 to 4.46, n = 80)"),
        argumentSet(
            "weighted", weightedNps(), "nps 83 (95 % interval 62 to 92, n = 65, effective n = 41)"),
        argumentSet("none", csat(0, 0), "csat: not enough data"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsAsASentenceForPeople(Tally tally, String text) {
    assertThat(Score.of(tally)).hasToString(text);
  }

  @Test
  void writesItsLevelAsPeopleDo() {
    Score score = Score.of(csat(24, 110), ResponseCounts.none(), 0.999);

    assertThat(score.toString()).contains("(99.9 % interval 69 to 90, n = 134)");
    assertThat(score.level()).isEqualTo(0.999);
  }

  @Test
  void saysHowItWasComputed() {
    assertThat(Score.of(csat(1, 1)).formula()).isEqualTo("csat/1:1-5:score-interval");
    assertThat(Score.of(nps(0, 0, 0)).formula()).isEqualTo("nps/1:0-10:score-interval");
    assertThat(Score.of(weightedNps()).formula()).isEqualTo("nps/1:0-10:score-interval:weighted");
  }

  @Test
  void warnsOfFewerThanThirtyAnswers() {
    assertThat(Score.of(csat(1, 28)).fewAnswers()).isTrue();
    assertThat(Score.of(csat(1, 29)).fewAnswers()).isFalse();
  }

  @Test
  void relatesAnswersToInvitations() {
    Score score = Score.of(csat(1, 2), new ResponseCounts(12, 9, 3, 4), 0.95);

    assertThat(score.asked()).isEqualTo(12);
    assertThat(score.answered()).isEqualTo(3);
    assertThat(score.responseRate()).hasValue(0.25);
    assertThat(score.responses().dismissed()).isEqualTo(4);
    assertThat(Score.of(csat(1, 2)).responseRate()).isEmpty();
  }

  @Test
  void isEqualForTheSameAnswersResponsesAndLevel() {
    Score score = Score.of(csat(1, 2), new ResponseCounts(4, 3, 3, 0), 0.9);

    assertThat(score)
        .isEqualTo(Score.of(csat(1, 2), new ResponseCounts(4, 3, 3, 0), 0.9))
        .hasSameHashCodeAs(Score.of(csat(1, 2), new ResponseCounts(4, 3, 3, 0), 0.9))
        .isNotEqualTo(Score.of(csat(1, 2), new ResponseCounts(4, 3, 3, 0), 0.95))
        .isNotEqualTo(Score.of(csat(1, 2), new ResponseCounts(5, 3, 3, 0), 0.9))
        .isNotEqualTo(Score.of(csat(1, 3), new ResponseCounts(4, 3, 3, 0), 0.9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void refusesLevelsThatAreNone(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(csat(1, 2), ResponseCounts.none(), level))
        .withMessage("level must be between 0 and 1, both excluded, but was " + level);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(csat(0, 0), ResponseCounts.none(), level));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16})
  void refusesDecimalsThatMeanNothing(int decimals) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(csat(1, 2)).rounded(decimals))
        .withMessage("decimals must be between 0 and 15, but was " + decimals);
  }

  @Test
  void anIntervalHasItsLimitsInOrder() {
    ConfidenceInterval interval = new ConfidenceInterval(-3, 4, 0.95, IntervalMethod.SCORE);

    assertThat(interval.contains(-3)).isTrue();
    assertThat(interval.contains(4)).isTrue();
    assertThat(interval.contains(4.1)).isFalse();
    assertThat(interval.contains(Double.NaN)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(4, -3, 0.95, IntervalMethod.SCORE))
        .withMessage("limits must be finite and in ascending order, but were 4.0 and -3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(Double.NaN, 4, 0.95, IntervalMethod.SCORE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(-3, 4, 1, IntervalMethod.SCORE));
  }

  @Nested
  class WithoutAnswers {

    private final Score score = Score.of(csat(0, 0), new ResponseCounts(40, 9, 0, 4), 0.95);

    @Test
    void hasNoValueAndNoInterval() {
      assertThat(score.value()).isEmpty();
      assertThat(score.rounded(0)).isEmpty();
      assertThat(score.interval()).isEmpty();
    }

    @Test
    void stillSaysWhatItKnows() {
      assertThat(score.n()).isZero();
      assertThat(score.effectiveN()).isZero();
      assertThat(score.fewAnswers()).isTrue();
      assertThat(score.responseRate()).hasValue(0);
      assertThat(score.metric()).isEqualTo(MetricDefinition.csat());
    }
  }

  @Nested
  class Weighted {

    // Weights 1, 2, 10 and 1: the detractors count 10, the passives 40, the promoters 300 + 5.
    // Limits from the definition, evaluated with 40 digits by nested bisection in another language.
    @Test
    void givesBackTheirWeightToThoseWhoWereRarelyAsked() {
      Score score = Score.of(weightedNps());

      assertThat(score.n()).isEqualTo(65);
      assertThat(score.value().orElseThrow()).isCloseTo(100 * 295 / 355.0, within(1e-12));
      assertThat(score.rounded(1)).contains(new BigDecimal("83.1"));
      assertThat(score.effectiveN()).isCloseTo(355.0 * 355 / 3095, within(1e-12));
      ConfidenceInterval interval = score.interval().orElseThrow();
      assertThat(interval.low()).isCloseTo(62.4353609713617, within(1e-11));
      assertThat(interval.high()).isCloseTo(92.3106830771827, within(1e-11));
    }

    @Test
    void survivesProbabilitiesThatAreNextToNothing() {
      Tally tally = Tally.empty(NPS).with(9, Double.MIN_VALUE, 2).with(0, 1, 1_000_000);

      Score score = Score.of(tally);

      assertThat(score.value()).hasValue(100);
      assertThat(score.effectiveN()).isEqualTo(2);
      assertThat(score.interval().orElseThrow().low()).isBetween(-100.0, 100.0);
    }

    @Test
    void staysWithinTheAnswersThatWereGiven() {
      for (double probability = 0.01; probability < 1; probability += 0.01) {
        Tally tally = Tally.ofAnswers(NPS, 10, 10, 10).with(9, probability, 7);

        Score score = Score.of(tally);

        assertThat(score.value()).hasValue(100);
        assertThat(score.interval().orElseThrow().high()).isEqualTo(100);
      }
    }
  }

  private static Tally weightedNps() {
    return Tally.empty(NPS).with(2, 1, 10).with(8, 0.5, 20).with(9, 0.1, 30).with(10, 1, 5);
  }

  @Test
  void theStandardErrorOfEqualWeightsIsThatOfAMean() {
    // 4, 5, 5, 2 on csat: 100, 100, 100, 0; s = 50, n = 4.
    Score score = Score.of(Tally.ofAnswers(MetricDefinition.csat(), 4, 5, 5, 2));

    assertThat(score.standardError()).hasValueCloseTo(25.0, within(1e-12));
    assertThat(Score.of(Tally.ofAnswers(MetricDefinition.csat(), 4)).standardError())
        .isEmpty();
  }

  @Test
  void theStandardErrorOfWeightedAnswersIsThatOfARatio() {
    // Weights 1 and 4, one answer each: mean 20, v = 2/1 · (1 · 80² + 16 · 20²) / 5².
    Score score = Score.of(Tally.empty(MetricDefinition.csat()).with(5, 1, 1).with(1, 0.25, 1));

    assertThat(score.standardError()).hasValueCloseTo(Math.sqrt(1024), within(1e-12));
  }

  @Test
  void aWiderLevelGivesAWiderInterval() {
    Score score = Score.of(Tally.ofAnswers(MetricDefinition.nps(), 0, 8, 9, 10));

    assertThat(score.interval(score.level())).isEqualTo(score.interval());
    assertThat(score.interval(0.99).orElseThrow().halfWidth())
        .isGreaterThan(score.interval().orElseThrow().halfWidth());
  }
}
