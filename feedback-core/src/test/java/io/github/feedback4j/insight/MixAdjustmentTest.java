package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.MixAdjustment.Stratum;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixAdjustmentTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();

  static Stream<List<String>> reference() {
    return ReferenceRows.of("mix-adjustments.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithIndependentPackages(List<String> row) {
    MixAdjustment mix = MixAdjustment.of(
        ReferenceRows.metric(row.get(0)),
        ReferenceRows.tallies(row.get(0), row.get(2)),
        ReferenceRows.tallies(row.get(0), row.get(3)),
        Double.parseDouble(row.get(1)));

    assertThat(mix.change().value()).hasValueCloseTo(Double.parseDouble(row.get(4)), within(1e-9));
    assertIsExpected(mix.rateEffect(), row.subList(5, 8));
    assertIsExpected(mix.mixEffect(), row.subList(8, 11));
    assertThat(mix.strataEffect().value())
        .hasValueCloseTo(Double.parseDouble(row.get(11)), within(1e-9));
  }

  private static void assertIsExpected(Difference effect, List<String> expected) {
    ConfidenceInterval interval = effect.interval().orElseThrow();
    assertThat(effect.value()).hasValueCloseTo(Double.parseDouble(expected.get(0)), within(1e-9));
    assertThat(interval.low()).isCloseTo(Double.parseDouble(expected.get(1)), within(1e-9));
    assertThat(interval.high()).isCloseTo(Double.parseDouble(expected.get(2)), within(1e-9));
  }

  // 90 % of laptop and 50 % of printer tickets, before and after; only their shares changed.
  @Test
  void aRiseWithoutAnyHappierAnswerIsMixAlone() {
    MixAdjustment mix = MixAdjustment.of(
        CSAT,
        Map.of("laptop", csat(45, 50), "printer", csat(50, 100)),
        Map.of("laptop", csat(135, 150), "printer", csat(15, 30)),
        0.95);

    assertThat(mix.change().value()).hasValueCloseTo(20.0, within(1e-9));
    assertThat(mix.change().verdict()).isEqualTo(Verdict.BETTER);
    assertThat(mix.rateEffect().value()).hasValueCloseTo(0.0, within(1e-9));
    assertThat(mix.rateEffect().verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(mix.mixEffect().value()).hasValueCloseTo(20.0, within(1e-9));
    assertThat(mix.strataEffect().value()).hasValue(0);
    assertThat(mix.strata().stream().map(Stratum::name)).containsExactly("laptop", "printer");
    assertThat(mix.strata().get(0).shareBefore()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(mix.strata().get(0).shareAfter()).isCloseTo(5.0 / 6, within(1e-12));
  }

  @Test
  void aStratumOnOneSideOnlyIsNeitherRateNorMix() {
    MixAdjustment mix = MixAdjustment.of(
        CSAT,
        Map.of("a", csat(60, 100), "gone", csat(0, 100)),
        Map.of("a", csat(60, 100), "new", csat(100, 100)),
        0.95);

    assertThat(mix.rateEffect().value()).hasValueCloseTo(0.0, within(1e-9));
    assertThat(mix.mixEffect().value()).hasValueCloseTo(0.0, within(1e-9));
    assertThat(mix.strataEffect().value()).hasValueCloseTo(50.0, within(1e-9));
    assertThat(mix.change().value()).hasValueCloseTo(50.0, within(1e-9));
    assertThat(mix.strata().get(1).change().value()).isEmpty();
  }

  @Test
  void withoutACommonStratumThereAreNotEnoughDataForRateAndMix() {
    MixAdjustment mix =
        MixAdjustment.of(CSAT, Map.of("old", csat(60, 100)), Map.of("new", csat(80, 100)), 0.95);

    assertThat(mix.rateEffect().value()).isEmpty();
    assertThat(mix.mixEffect().value()).isEmpty();
    assertThat(mix.rateEffect().verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(mix.strataEffect().value()).hasValueCloseTo(20.0, within(1e-9));
  }

  @Test
  void withoutAnswersOnOneSideNothingIsKnown() {
    MixAdjustment mix = MixAdjustment.of(CSAT, Map.of(), Map.of("a", csat(60, 100)), 0.95);

    assertThat(mix.change().value()).isEmpty();
    assertThat(mix.rateEffect().value()).isEmpty();
    assertThat(mix.mixEffect().value()).isEmpty();
    assertThat(mix.strataEffect().value()).isEmpty();
    assertThat(mix.strata().get(0).shareBefore()).isZero();
    assertThat(mix.strata().get(0).shareAfter()).isEqualTo(1);
    assertThat(MixAdjustment.of(CSAT, Map.of(), Map.of(), 0.95).strata()).isEmpty();
  }

  @Test
  void tinyStrataWhereAllAgreeStillHaveAWidth() {
    MixAdjustment mix = MixAdjustment.of(
        CSAT,
        Map.of("a", csat(1, 1), "b", csat(2, 2)),
        Map.of("a", csat(2, 2), "b", csat(1, 1)),
        0.95);

    assertThat(mix.rateEffect().value()).hasValueCloseTo(0.0, within(1e-9));
    assertThat(mix.rateEffect().interval().orElseThrow().halfWidth()).isGreaterThan(30);
  }

  @Test
  void refusesTalliesOfAnotherSeries() {
    Map<String, Tally> other = Map.of("a", nps(1, 2, 3));

    assertThatThrownBy(() -> MixAdjustment.of(CSAT, other, Map.of(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same series");
    assertThatThrownBy(() -> MixAdjustment.of(CSAT, Map.of(), Map.of(), 1))
        .hasMessageContaining("level must be between 0 and 1");
  }
}
