package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.ExpectedValues.csat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.ExpectationGap.Finding;
import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationGapTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();
  private static final MetricDefinition MEAN = MetricDefinition.csatMean(5);

  static Stream<Row> reference() {
    return ExpectedValues.of("expectation-gap.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithStatsmodelsAndNumpy(Row row) {
    PairedAnswers pairs = PairedAnswers.empty(CSAT)
        .with(5, 5, row.count("both"))
        .with(4, 1, row.count("expected only"))
        .with(2, 4, row.count("perceived only"))
        .with(1, 3, row.count("none"));

    Estimate gap = ExpectationGap.of(pairs, row.number("level")).gap().orElseThrow();

    assertThat(gap.value()).isCloseTo(row.number("gap"), within(1e-9));
    // Where the parts cancel, the root has half as many digits as they have.
    assertThat(gap.interval().low()).isCloseTo(row.number("low"), within(1e-9));
    assertThat(gap.interval().high()).isCloseTo(row.number("high"), within(1e-9));
  }

  // Forty people: the mean difference is −0.9, and the squared deviations from it add up to 19.6.
  @Test
  void isTheMeanDifferenceOfPairs() {
    PairedAnswers pairs =
        PairedAnswers.empty(MEAN).with(5, 4, 16).with(4, 4, 12).with(5, 3, 8).with(4, 3, 4);

    Estimate gap = ExpectationGap.of(pairs).gap().orElseThrow();

    assertThat(gap.value()).isCloseTo(-0.9, within(1e-12));
    assertThat(gap.n()).isEqualTo(40);
    assertThat(gap.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(19.6 / 39 / 40), within(1e-12));
    assertThat(ExpectationGap.of(pairs).finding()).isEqualTo(Finding.DISAPPOINTED);
  }

  @Test
  void knowingThePairsNarrowsTheInterval() {
    PairedAnswers pairs =
        PairedAnswers.empty(CSAT).with(5, 5, 40).with(1, 1, 40).with(5, 1, 12);

    ExpectationGap paired = ExpectationGap.of(pairs);
    ExpectationGap apart = ExpectationGap.of(pairs.expected(), pairs.perceived());

    assertThat(paired.gap().orElseThrow().value())
        .isEqualTo(apart.gap().orElseThrow().value());
    assertThat(paired.finding()).isEqualTo(Finding.DISAPPOINTED);
    assertThat(apart.finding()).isEqualTo(Finding.CANNOT_TELL);
    assertThat(paired.paired()).isTrue();
    assertThat(apart.paired()).isFalse();
  }

  @Test
  void twoGroupsHaveTheLimitsOfNewcombe() {
    ExpectationGap gap = ExpectationGap.of(csat(32, 48), csat(14, 56));
    ConfidenceInterval newcombe =
        SlaGap.of(48, 80, 56, 70, 0.95).difference().orElseThrow().interval();

    assertThat(gap.gap().orElseThrow().interval().low()).isCloseTo(newcombe.low(), within(1e-9));
    assertThat(gap.gap().orElseThrow().interval().high()).isCloseTo(newcombe.high(), within(1e-9));
    assertThat(gap.finding()).isEqualTo(Finding.EXCEEDED);
  }

  @Test
  void lessEffortThanExpectedIsGoodNews() {
    MetricDefinition effort =
        MetricDefinition.mean("effort", Scale.of(1, 5), Direction.LOWER_IS_BETTER);

    ExpectationGap gap = ExpectationGap.of(
        Tally.of(effort, Map.of(4, 50L, 3, 50L)), Tally.of(effort, Map.of(2, 50L, 1, 50L)));

    assertThat(gap.gap().orElseThrow().value()).isEqualTo(-2);
    assertThat(gap.finding()).isEqualTo(Finding.EXCEEDED);
  }

  @Test
  void withoutAnswersThereIsNoGap() {
    assertThat(ExpectationGap.of(csat(0, 0), csat(1, 2)).gap()).isEmpty();
    assertThat(ExpectationGap.of(csat(1, 2), csat(0, 0)).finding())
        .isEqualTo(Finding.NOT_ENOUGH_DATA);
    assertThat(ExpectationGap.of(PairedAnswers.empty(CSAT)).finding())
        .isEqualTo(Finding.NOT_ENOUGH_DATA);
  }

  @Test
  void onePairGivesAWideInterval() {
    Estimate gap =
        ExpectationGap.of(PairedAnswers.empty(CSAT).with(5, 1, 1)).gap().orElseThrow();

    assertThat(gap.value()).isEqualTo(-100);
    assertThat(gap.standardError()).isEmpty();
    assertThat(gap.interval().contains(0)).isTrue();
  }

  @Test
  void refusesDifferentMetricsAndLevels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExpectationGap.of(csat(1, 1), ExpectedValues.nps(1, 1, 1)))
        .withMessageContaining("must be of the same series");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExpectationGap.of(PairedAnswers.empty(CSAT), 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedAnswers.empty(CSAT).with(6, 1, 1))
        .withMessageContaining("must be on the scale 1–5, but was 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedAnswers.empty(CSAT).with(5, 1, -1))
        .withMessage("count of pair (5, 1) must be at least 0, but was -1");
  }
}
