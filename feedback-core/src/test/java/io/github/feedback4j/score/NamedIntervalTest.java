package io.github.feedback4j.score;

import static io.github.feedback4j.score.IntervalMethod.ADJUSTED_WALD;
import static io.github.feedback4j.score.IntervalMethod.AGRESTI_COULL;
import static io.github.feedback4j.score.IntervalMethod.CLOPPER_PEARSON;
import static io.github.feedback4j.score.IntervalMethod.JEFFREYS;
import static io.github.feedback4j.score.IntervalMethod.SCORE;
import static io.github.feedback4j.score.IntervalMethod.STUDENT_T;
import static io.github.feedback4j.score.IntervalMethod.WALD;
import static io.github.feedback4j.score.IntervalMethod.WILSON;
import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static io.github.feedback4j.score.Tallies.perPoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedIntervalTest {

  /** Newcombe (1998), table I: methods 1, 3 and 5 of his seven. */
  static Stream<Arguments> published() {
    return Stream.of(
        argumentSet("Wald, 81 of 263", WALD, 81, 263, 0.2522, 0.3638),
        argumentSet("Wald, 15 of 148", WALD, 15, 148, 0.0527, 0.1500),
        argumentSet("Wald, 0 of 20", WALD, 0, 20, 0, 0),
        argumentSet("Wilson, 81 of 263", WILSON, 81, 263, 0.2553, 0.3662),
        argumentSet("Wilson, 1 of 29", WILSON, 1, 29, 0.0061, 0.1718),
        argumentSet("Clopper-Pearson, 81 of 263", CLOPPER_PEARSON, 81, 263, 0.2527, 0.3676),
        argumentSet("Clopper-Pearson, 15 of 148", CLOPPER_PEARSON, 15, 148, 0.0578, 0.1617),
        argumentSet("Clopper-Pearson, 0 of 20", CLOPPER_PEARSON, 0, 20, 0, 0.1684),
        argumentSet("Clopper-Pearson, 1 of 29", CLOPPER_PEARSON, 1, 29, 0.0009, 0.1776));
  }

  @ParameterizedTest
  @MethodSource("published")
  void agreesWithNewcombe(IntervalMethod method, long x, long n, double low, double high) {
    ConfidenceInterval interval = Score.of(csat(n - x, x)).interval(method).orElseThrow();

    assertThat(interval.low()).isCloseTo(100 * low, within(0.0051));
    assertThat(interval.high()).isCloseTo(100 * high, within(0.0051));
  }

  @Test
  void addsThreeAnswersForTheAdjustedWald() {
    // 5 + ¾ and 2 + ¾ of 27: −3/27 ± 1.96 √((8.5/27 − (3/27)²)/27), see Rocks (2016).
    ConfidenceInterval interval =
        Score.of(nps(5, 17, 2)).interval(ADJUSTED_WALD).orElseThrow();

    double half = 100 * 1.959963984540054 * Math.sqrt((8.5 / 27 - 1 / 81.0) / 27);
    assertThat(interval.low()).isCloseTo(-100 / 9.0 - half, within(1e-9));
    assertThat(interval.high()).isCloseTo(-100 / 9.0 + half, within(1e-9));
  }

  @Test
  void movesTheAdjustedWaldWithTheScale() {
    ConfidenceInterval ofNps = Score.of(nps(5, 17, 2)).interval(ADJUSTED_WALD).orElseThrow();
    ConfidenceInterval ofNsat = Score.of(perPoint(MetricDefinition.nsat(), 4, 1, 17, 2))
        .interval(ADJUSTED_WALD)
        .orElseThrow();

    assertThat(ofNsat.low()).isCloseTo(ofNps.low() + 100, within(1e-9));
    assertThat(ofNsat.high()).isCloseTo(ofNps.high() + 100, within(1e-9));
  }

  @Test
  void staysOnTheScale() {
    for (IntervalMethod method : new IntervalMethod[] {WALD, ADJUSTED_WALD, STUDENT_T}) {
      ConfidenceInterval interval =
          Score.of(nps(0, 1, 9)).interval(method, 0.999).orElseThrow();

      assertThat(interval.high()).as(method.id()).isEqualTo(100);
    }
    assertThat(Score.of(csat(0, 3)).interval(AGRESTI_COULL).orElseThrow().high())
        .isEqualTo(100);
  }

  @Test
  void isTheDefaultByNameToo() {
    Score score = Score.of(nps(5, 17, 2), ResponseCounts.none(), 0.9);

    assertThat(score.interval(SCORE)).isEqualTo(score.interval());
    assertThat(score.interval(SCORE, 0.99)).isEqualTo(score.interval(0.99));
  }

  @ParameterizedTest
  @EnumSource(names = {"WILSON", "AGRESTI_COULL", "JEFFREYS", "CLOPPER_PEARSON"})
  void refusesMoreThanTwoScores(IntervalMethod method) {
    for (Tally tally : new Tally[] {nps(1, 2, 3), nps(0, 0, 0)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Score.of(tally).interval(method))
          .withMessage(
              "method %s needs a metric with two scores, as csat has, but was asked of metric 'nps' with 3 scores: use SCORE, which serves every metric",
              method);
    }
  }

  @Test
  void refusesTheMethodsOfOtherMetrics() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(csat(1, 2)).interval(ADJUSTED_WALD))
        .withMessageContaining("needs a metric that scores -1, 0 and 1, as nps does")
        .withMessageEndingWith("use SCORE, which serves every metric");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(csat(1, 2)).interval(STUDENT_T))
        .withMessageContaining("needs a metric with three scores or more, as a mean has");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, Double.NaN})
  void refusesLevelsThatAreNone(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(nps(0, 0, 0)).interval(WALD, level))
        .withMessage("level must be between 0 and 1, both excluded, but was " + level);
  }

  @Test
  void cannotTellWithoutAnswers() {
    for (IntervalMethod method : new IntervalMethod[] {WALD, ADJUSTED_WALD, STUDENT_T, SCORE}) {
      assertThat(Score.of(nps(0, 0, 0)).interval(method)).as(method.id()).isEmpty();
    }
  }

  @Test
  void cannotTellByStudentWithoutSpread() {
    assertThat(Score.of(nps(0, 0, 1)).interval(STUDENT_T)).isEmpty();
    assertThat(Score.of(nps(0, 0, 9)).interval(STUDENT_T)).isEmpty();
    assertThat(Score.of(nps(0, 1, 9)).interval(STUDENT_T)).isPresent();
  }

  @Test
  void everyMethodButThatOfWaldHasAWidthWhereAllAgree() {
    for (IntervalMethod method :
        new IntervalMethod[] {SCORE, WILSON, AGRESTI_COULL, JEFFREYS, CLOPPER_PEARSON}) {
      assertThat(Score.of(csat(0, 1)).interval(method).orElseThrow().halfWidth())
          .as(method.id())
          .isGreaterThan(10);
    }
    assertThat(Score.of(csat(0, 1)).interval(WALD).orElseThrow().halfWidth()).isZero();
  }

  @Test
  void usesTheEffectiveNumberOfAnswers() {
    Tally weighted = csat(30, 70).with(5, 0.5, 10);

    double n = Score.of(weighted).effectiveN();
    ConfidenceInterval interval = Score.of(weighted).interval(WALD).orElseThrow();

    double share = 90 / 120.0;
    assertThat(interval.halfWidth())
        .isCloseTo(100 * 1.959963984540054 * Math.sqrt(share * (1 - share) / n), within(1e-9));
  }
}
