package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusteredTallyTest {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  private static Tally answers(int... points) {
    return Tally.ofAnswers(NPS, points);
  }

  @Test
  void takesTheVarianceOverThePeople() {
    // T = 2, −1, with m = 2, 1: mean 1/3, Σ (T − m/3)² = (4/3)² + (−4/3)² = 32/9; v = 2/1 · 32/9 /
    // 9.
    Score score = Score.of(ClusteredTally.of(NPS, List.of(answers(10, 9), answers(0))));

    assertThat(score.value()).hasValueCloseTo(100 / 3.0, within(1e-12));
    assertThat(score.standardError()).hasValueCloseTo(100 * Math.sqrt(64 / 81.0), within(1e-12));
    assertThat(score.n()).isEqualTo(3);
  }

  @Test
  void twelveTicketsOfOnePersonAreOneVoice() {
    Tally twelve = answers(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
    Score score = Score.of(ClusteredTally.empty(NPS).withRespondent(twelve));

    assertThat(score.effectiveN()).isEqualTo(1);
    assertThat(score.standardError()).isEmpty();
    assertThat(score.interval()).isEqualTo(Score.of(answers(10)).interval());
    assertThat(score.value()).hasValue(100);
  }

  @Test
  void peopleWhoAllAgreeAreAsManyVoicesAsTheyAre() {
    Score score =
        Score.of(ClusteredTally.of(NPS, List.of(answers(10, 10), answers(9, 9), answers(10, 9))));

    assertThat(score.standardError()).hasValue(0);
    assertThat(score.effectiveN()).isEqualTo(3);
    assertThat(score.interval().orElseThrow().halfWidth()).isGreaterThan(10);
  }

  @Test
  void neverCountsForMoreThanItsAnswers() {
    // Everybody is as divided as all together, so that people do not differ at all.
    Score score =
        Score.of(ClusteredTally.of(NPS, List.of(answers(0, 10), answers(10, 0, 8), answers(0, 9))));

    assertThat(score.effectiveN()).isLessThanOrEqualTo(7);
    assertThat(score.interval().orElseThrow().halfWidth()).isGreaterThan(10);
  }

  @Test
  void isWiderThanTheTallyOfItsAnswers() {
    ClusteredTally tally = ClusteredTally.of(
        NPS,
        List.of(
            answers(10, 10, 10, 9), answers(0, 0, 3), answers(8), answers(9, 10), answers(2, 2)));

    assertThat(Score.of(tally).interval().orElseThrow().halfWidth())
        .isGreaterThan(Score.of(tally.tally()).interval().orElseThrow().halfWidth());
    assertThat(Score.of(tally).value()).isEqualTo(Score.of(tally.tally()).value());
    assertThat(Score.of(tally).formula()).isEqualTo("nps/1:0-10:score-interval:clustered");
    assertThat(Score.of(tally).toString()).contains("effective n = ");
    assertThat(tally)
        .hasToString("5 respondents, nps/1:0-10 n = 12 (0: 2, 2: 2, 3: 1, 8: 1, 9: 2, 10: 4)");
  }

  @Test
  void somebodyWithoutAnswersIsNoRespondent() {
    ClusteredTally tally = ClusteredTally.of(NPS, List.of(answers(10), answers()));

    assertThat(tally.respondents()).isEqualTo(1);
    assertThat(tally).isEqualTo(ClusteredTally.empty(NPS).withRespondent(answers(10)));
    assertThat(Score.of(ClusteredTally.empty(NPS)).interval()).isEmpty();
    assertThat(Score.of(ClusteredTally.empty(NPS)).effectiveN()).isZero();
  }

  @Test
  void keepsAllDigitsOfBillions() {
    long billions = 4_000_000_000L;
    Tally happy = Tally.empty(NPS).with(10, 1, billions);
    Tally unhappy = Tally.empty(NPS).with(0, 1, billions);

    // T = ±n/2 with equal m: v = 2 · 2 (n/2)²/n² = 1.
    Score score = Score.of(ClusteredTally.of(NPS, List.of(happy, unhappy)));

    assertThat(score.standardError()).hasValueCloseTo(100.0, within(1e-12));
  }

  @Test
  void refusesAnswersThatWeighDifferently() {
    ClusteredTally tally = ClusteredTally.empty(NPS).withRespondent(answers(10));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.withRespondent(Tally.empty(NPS).with(9, 0.5, 1)))
        .withMessageStartingWith(
            "answers of a clustered tally must have one inclusion probability, but have several");
    assertThat(ClusteredTally.empty(NPS)
            .withRespondent(Tally.empty(NPS).with(9, 0.5, 2))
            .n())
        .isEqualTo(2);
  }

  @Test
  void refusesToMixSeriesAndToTakeOutWhatIsNotThere() {
    ClusteredTally tally = ClusteredTally.of(NPS, List.of(answers(10), answers(10, 3)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.plus(ClusteredTally.empty(MetricDefinition.tnps())))
        .withMessageStartingWith("tallies must be of the same series");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.minus(ClusteredTally.of(NPS, List.of(answers(10, 10, 3)))))
        .withMessageStartingWith("cannot take 1 respondents with 3 answers out of 2 with 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.minus(ClusteredTally.of(NPS, List.of(answers(8)))));
  }
}
