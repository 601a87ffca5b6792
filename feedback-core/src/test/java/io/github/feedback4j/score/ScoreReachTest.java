package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreReachTest {

  private static final double Z = 1.959963984540054;

  private final Score nps = Score.of(nps(5, 17, 2));

  @Test
  void isTheDistanceToTheLimitOnEitherSide() {
    double value = nps.value().orElseThrow();
    ConfidenceInterval interval = nps.interval().orElseThrow();

    assertThat(nps.reach(Z)).hasValueCloseTo(interval.high() - value, within(1e-12));
    assertThat(nps.reach(-Z)).hasValueCloseTo(value - interval.low(), within(1e-12));
  }

  @Test
  void growsBeyondTheLevelsThatADoubleCanTellFromOne() {
    double last = 0;
    for (double z : new double[] {0, 1e-9, 1, 8, 9, 20, 40, 1e4}) {
      double reach = nps.reach(z).orElseThrow();
      assertThat(reach).isBetween(last, 112.5);
      assertThat(reach > last).isEqualTo(z > 0);
      last = reach;
    }
    assertThat(last).isCloseTo(112.5, within(1e-4));
  }

  @Test
  void keepsItsDigitsForBillionsOfAnswers() {
    Score score = Score.of(csat(2_000_000_000L, 2_000_000_000L));

    assertThat(score.reach(1)).hasValueCloseTo(50 / Math.sqrt(4e9 + 1), within(1e-15));
  }

  @Test
  void doesNotLeaveTheScale() {
    assertThat(Score.of(csat(0, 3)).reach(Z)).hasValue(0);
    assertThat(Score.of(csat(0, 3)).reach(-1e9)).hasValueCloseTo(100.0, within(1e-9));
  }

  @Test
  void isEmptyWithoutAnswers() {
    assertThat(Score.of(Tally.empty(MetricDefinition.csat())).reach(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1e9, -1.1e9, Double.NaN, Double.POSITIVE_INFINITY})
  void namesTheStandardErrorsThatAreTooMany(double z) {
    assertThatThrownBy(() -> nps.reach(z))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("z must be between -1e9 and 1e9, but was " + z);
  }
}
