package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The interval for the mean of exactly these tickets, of which some were answered. */
class FinitePopulationTest {

  @Test
  void countsAnswersAsMoreTheMoreOfThePopulationTheyAre() {
    // n* = 100 · 199 / 100 = 199; Wilson with z² = 3.8414588 and p = 0.8.
    ConfidenceInterval interval = Score.of(csat(20, 80)).intervalWithin(200).orElseThrow();

    double z2 = 1.959963984540054 * 1.959963984540054;
    double middle = (0.8 + z2 / 398) / (1 + z2 / 199);
    double half = Math.sqrt(z2 * 0.16 / 199 + z2 * z2 / (4 * 199.0 * 199)) / (1 + z2 / 199);
    assertThat(interval.low()).isCloseTo(100 * (middle - half), within(1e-9));
    assertThat(interval.high()).isCloseTo(100 * (middle + half), within(1e-9));
  }

  @Test
  void hasNoWidthOnceEverybodyHasAnswered() {
    ConfidenceInterval interval = Score.of(nps(1, 2, 5)).intervalWithin(8).orElseThrow();

    assertThat(interval.low()).isEqualTo(50);
    assertThat(interval.high()).isEqualTo(50);
    assertThat(Score.of(nps(0, 0, 1)).intervalWithin(1).orElseThrow().halfWidth())
        .isZero();
  }

  @Test
  void isTheUsualIntervalForAVastPopulation() {
    Score score = Score.of(nps(5, 17, 2));

    assertThat(score.intervalWithin(Long.MAX_VALUE)).isEqualTo(score.interval());
    assertThat(score.intervalWithin(4_000_000_000L).orElseThrow().low())
        .isCloseTo(score.interval().orElseThrow().low(), within(1e-6));
    assertThat(score.intervalWithin(48).orElseThrow().halfWidth())
        .isLessThan(score.interval().orElseThrow().halfWidth());
  }

  @Test
  void hasALimitOnEachSideWithOneAnswerOfTwo() {
    ConfidenceInterval interval = Score.of(nps(0, 0, 1)).intervalWithin(2).orElseThrow();

    assertThat(interval.high()).isEqualTo(100);
    assertThat(interval.low()).isLessThan(0);
  }

  @Test
  void isEmptyWithoutAnswers() {
    assertThat(Score.of(nps(0, 0, 0)).intervalWithin(10)).isEmpty();
    assertThat(Score.of(nps(0, 0, 0)).intervalWithin(0)).isEmpty();
  }

  @Test
  void refusesAPopulationWithFewerPeopleThanAnswers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(nps(5, 17, 2)).intervalWithin(23))
        .withMessage("population must be at least the number of answers, 24, but was 23");
  }
}
