package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedTallyTest {

  private static final MetricDefinition NPS = MetricDefinition.nps();
  private static final MetricDefinition CSAT = MetricDefinition.csat();

  @Test
  void postStratifiesGroupsThatAnsweredUnequally() {
    // 800 people in the office gave 40 answers, 200 in the plant 40: they weigh 20 and 5.
    WeightedTally office = WeightedTally.of(Tally.empty(CSAT).with(5, 1, 36).with(1, 1, 4), 20);
    WeightedTally plant = WeightedTally.of(Tally.empty(CSAT).with(5, 1, 20).with(1, 1, 20), 5);

    Score score = Score.of(office.plus(plant));

    assertThat(score.value()).hasValueCloseTo(0.8 * 90 + 0.2 * 50, within(1e-12));
    assertThat(score.n()).isEqualTo(80);
    assertThat(score.effectiveN()).isCloseTo(1000 * 1000.0 / (40 * 400 + 40 * 25), within(1e-12));
    assertThat(score.formula()).isEqualTo("csat/1:1-5:score-interval:weighted");
    assertThat(score.tally().counts()).containsEntry(5, 56L);
  }

  @Test
  void keepsTheSumsOfWeightsAndSquaresByPoint() {
    WeightedTally tally =
        WeightedTally.empty(CSAT).with(4, 0.5, 3).with(4, 2, 1).with(5, 0, 2);

    assertThat(tally.cells())
        .containsExactly(
            new WeightedTally.Cell(4, 4, 3.5, 4.75), new WeightedTally.Cell(5, 2, 0, 0));
    assertThat(tally).hasToString("csat/1:1-5 n = 6 (4: 4 weigh 3.5, 5: 2 weigh 0.0)");
    assertThat(WeightedTally.empty(CSAT)).hasToString("csat/1:1-5 n = 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 0.1, 1, 3, 1e12, 1e-100, 1e100})
  void equalWeightsAreNone(double weight) {
    WeightedTally tally =
        WeightedTally.empty(NPS).with(2, weight, 5).with(8, weight, 17).with(9, weight, 2);

    Score score = Score.of(tally);
    Score plain = Score.of(nps(5, 17, 2));

    assertThat(score.value()).isEqualTo(plain.value());
    assertThat(score.interval()).isEqualTo(plain.interval());
    assertThat(score.standardError()).isEqualTo(plain.standardError());
    assertThat(score.effectiveN()).isEqualTo(24);
  }

  @Test
  void agreesWithATallyThatKnowsTheProbabilities() {
    Tally tally = Tally.empty(NPS).with(2, 1, 10).with(8, 0.5, 20).with(9, 0.1, 30);

    Score free = Score.of(WeightedTally.of(tally, 1));

    assertThat(free.value().orElseThrow())
        .isCloseTo(Score.of(tally).value().orElseThrow(), within(1e-11));
    assertThat(free.effectiveN()).isCloseTo(Score.of(tally).effectiveN(), within(1e-11));
    assertThat(free.standardError().orElseThrow())
        .isCloseTo(Score.of(tally).standardError().orElseThrow(), within(1e-11));
  }

  @Test
  void hasNoScoreWithoutAnswers() {
    assertThat(Score.of(WeightedTally.empty(NPS)).interval()).isEmpty();
    assertThat(Score.of(WeightedTally.empty(NPS)).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1e-101, 1e101, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWeightsThatAreNone(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedTally.empty(NPS).with(9, weight, 1))
        .withMessage("weight must be 0, or between 1.0E-100 and 1.0E100, but was " + weight);
  }

  @Test
  void refusesWeightsThatAreAllZero() {
    WeightedTally tally = WeightedTally.empty(NPS).with(9, 0, 3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Score.of(tally))
        .withMessageStartingWith("weights must not all be 0, but those of all 3 answers are");
  }

  @Test
  void refusesOtherMistakes() {
    WeightedTally tally = WeightedTally.empty(NPS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.with(11, 1, 1))
        .withMessage("answer to metric 'nps' must be on the scale 0–10, but was 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.with(10, 1, -1))
        .withMessage("count of point 10 must be at least 0, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.plus(WeightedTally.empty(CSAT)))
        .withMessage("tallies must be of the same series, but are of nps/1:0-10 and csat/1:1-5");
  }
}
