package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Scale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();

  @Test
  void countsByPointAndClass() {
    Tally tally = Tally.ofAnswers(CSAT, 5, 4, 4, 1).with(4, 0.5, 10);

    assertThat(tally.n()).isEqualTo(14);
    assertThat(tally.count(4)).isEqualTo(12);
    assertThat(tally.count(3)).isZero();
    assertThat(tally.count("satisfied")).isEqualTo(13);
    assertThat(tally.count("unsatisfied")).isEqualTo(1);
    assertThat(tally.counts())
        .containsExactly(entry(1, 1L), entry(2, 0L), entry(3, 0L), entry(4, 12L), entry(5, 1L));
  }

  @Test
  void sortsItsCellsAndAddsUpTheSameKind() {
    Tally tally = Tally.ofCells(
        CSAT,
        List.of(
            new Tally.Cell(5, 1, 1),
            new Tally.Cell(2, 1, 7),
            new Tally.Cell(5, 0.5, 2),
            new Tally.Cell(5, 1, 3),
            new Tally.Cell(4, 1, 0)));

    assertThat(tally.cells())
        .containsExactly(
            new Tally.Cell(2, 1, 7), new Tally.Cell(5, 0.5, 2), new Tally.Cell(5, 1, 4));
  }

  @Test
  void isTheSameHoweverItWasCounted() {
    Tally tally = Tally.of(CSAT, Map.of(5, 2L, 1, 1L, 3, 0L));

    assertThat(tally).isEqualTo(Tally.ofAnswers(CSAT, 5, 1, 5));
    assertThat(tally).hasSameHashCodeAs(Tally.ofAnswers(CSAT, 5, 1, 5));
    assertThat(tally).isNotEqualTo(Tally.ofAnswers(CSAT, 5, 1));
    assertThat(tally).isNotEqualTo(tally.with(5, 0.5, 1).minus(Tally.ofAnswers(CSAT, 5)));
    assertThat(Tally.empty(CSAT)).isNotEqualTo(Tally.empty(MetricDefinition.csat(7)));
  }

  @Test
  void readsLikeATable() {
    Tally tally = Tally.ofAnswers(CSAT, 5, 4, 5).with(4, 0.25, 7);

    assertThat(tally).hasToString("csat/1:1-5 n = 10 (4: 7 at 0.25, 4: 1, 5: 2)");
    assertThat(Tally.empty(CSAT)).hasToString("csat/1:1-5 n = 0");
  }

  @Test
  void refusesPointsThatAreNotOnTheScale() {
    Tally tally = Tally.empty(CSAT);

    for (int point : new int[] {0, 6, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tally.with(point, 1, 1))
          .withMessage("answer to metric 'csat' must be on the scale 1–5, but was " + point);
      assertThatIllegalArgumentException().isThrownBy(() -> tally.count(point));
      assertThatIllegalArgumentException().isThrownBy(() -> new TallyCounter(CSAT).add(point, 1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -0.1, 1.0000000000000002, Double.POSITIVE_INFINITY, Double.NaN})
  void refusesInclusionProbabilitiesThatAreNone(double probability) {
    String message = "inclusion probability must be above 0 and at most 1, but was " + probability;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.empty(CSAT).with(4, probability, 1))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TallyCounter(CSAT).add(4, probability))
        .withMessage(message);
  }

  @Test
  void refusesNegativeCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(CSAT, Map.of(4, -1L)))
        .withMessage("count of point 4 must be at least 0, but was -1");
  }

  @Test
  void refusesToCountAClassThatDoesNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> nps(1, 2, 3).count("promoters"))
        .withMessage("class of metric 'nps' must be one of [detractor, passive, promoter],"
            + " but was 'promoters'");
  }

  @Test
  void refusesToMixSeries() {
    Tally tally = Tally.empty(CSAT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.plus(Tally.empty(MetricDefinition.nps())))
        .withMessage("tallies must be of the same series, but are of csat/1:1-5 and nps/1:0-10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.minus(Tally.empty(MetricDefinition.csat(7))))
        .withMessage("tallies must be of the same series, but are of csat/1:1-5 and csat/1:1-7");
  }

  @Test
  void showsTheClassesWhenTwoSeriesDifferInNothingElse() {
    MetricDefinition stricter =
        MetricDefinition.percentage("csat", Scale.of(1, 5), 5, "unsatisfied", "satisfied");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.empty(CSAT).plus(Tally.empty(stricter)))
        .withMessageContaining("name=satisfied, from=4")
        .withMessageContaining("name=satisfied, from=5");
  }

  @Test
  void refusesToTakeOutWhatIsNotThere() {
    Tally tally = Tally.empty(CSAT).with(4, 0.5, 3).with(4, 1, 9);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.minus(Tally.empty(CSAT).with(4, 0.5, 5)))
        .withMessage(
            "cannot take 5 answers of point 4 with inclusion probability 0.5 out of csat/1:1-5:"
                + " it has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.minus(Tally.ofAnswers(CSAT, 5)))
        .withMessageEndingWith("it has 0");
  }

  @Test
  void refusesToCountFurtherThanALongReaches() {
    Tally full = Tally.of(CSAT, Map.of(4, Long.MAX_VALUE));

    assertThat(full.n()).isEqualTo(Long.MAX_VALUE);
    for (int point : new int[] {4, 5}) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> full.with(point, 1, 1))
          .withMessage("number of answers must be at most 9223372036854775807,"
              + " but 9223372036854775807 and 1 add up to more");
    }
  }

  @Test
  void doesNotShareItsCounts() {
    TallyCounter counter = new TallyCounter(CSAT);
    counter.add(5, 1);
    Tally before = counter.snapshot();
    counter.add(5, 1);
    counter.add(5, 0.5);

    assertThat(before).isEqualTo(Tally.ofAnswers(CSAT, 5));
    assertThat(counter.snapshot()).isEqualTo(Tally.ofAnswers(CSAT, 5, 5).with(5, 0.5, 1));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> before.counts().put(5, 3L));
  }

  @Test
  void addsUpResponseCounts() {
    ResponseCounts sum = new ResponseCounts(10, 8, 3, 2).plus(new ResponseCounts(1, 1, 1, 0));

    assertThat(sum).isEqualTo(new ResponseCounts(11, 9, 4, 2));
    assertThat(sum.plus(ResponseCounts.none())).isEqualTo(sum);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseCounts(10, 8, -3, 2))
        .withMessage("answered must be at least 0, but was -3");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> sum.plus(new ResponseCounts(Long.MAX_VALUE, 0, 0, 0)))
        .withMessageStartingWith("invited must be at most");
  }
}
