package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.insight.SlaGap.Finding;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlaGapTest {

  static Stream<Row> reference() {
    return ExpectedValues.of("sla-gap.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithStatsmodels(Row row) {
    SlaGap gap = SlaGap.of(
        row.count("unhappy met"),
        row.count("met"),
        row.count("unhappy missed"),
        row.count("missed"),
        0.95);

    assertEstimate(gap.difference().orElseThrow(), row.number("difference"), row, "low", "high");
    assertEstimate(
        gap.unhappyWhenMet().orElseThrow(),
        100.0 * gap.unhappyMet() / gap.met(),
        row,
        "met low",
        "met high");
    if (row.has("hidden low")) {
      assertEstimate(
          gap.metWhenUnhappy().orElseThrow(),
          100.0 * gap.unhappyMet() / (gap.unhappyMet() + gap.unhappyMissed()),
          row,
          "hidden low",
          "hidden high");
    } else {
      assertThat(gap.metWhenUnhappy()).isEmpty();
    }
    if (row.has("phi")) {
      assertThat(gap.phi().orElseThrow()).isCloseTo(row.number("phi"), within(1e-12));
    } else {
      assertThat(gap.phi()).isEmpty();
    }
  }

  private static void assertEstimate(
      Estimate estimate, double value, Row row, String low, String high) {
    assertThat(estimate.value()).isCloseTo(value, within(1e-9));
    assertThat(estimate.interval().low()).isCloseTo(row.number(low), within(1e-9));
    assertThat(estimate.interval().high()).isCloseTo(row.number(high), within(1e-9));
  }

  // Newcombe (1998), Interval estimation for the difference between independent proportions, table
  // II,
  // method 10.
  static Stream<Arguments> newcombe() {
    return Stream.of(
        argumentSet("a", 56, 70, 48, 80, 5.24, 33.39),
        argumentSet("b", 9, 10, 3, 10, 17.05, 80.90),
        argumentSet("c", 6, 7, 2, 7, 5.82, 80.62),
        argumentSet("d", 5, 56, 0, 29, -3.81, 19.26),
        argumentSet("e", 0, 10, 0, 20, -16.11, 27.75),
        argumentSet("f", 0, 10, 0, 10, -27.75, 27.75),
        argumentSet("g", 10, 10, 0, 20, 67.91, 100),
        argumentSet("h", 10, 10, 0, 10, 60.75, 100));
  }

  @ParameterizedTest
  @MethodSource("newcombe")
  void hasTheLimitsThatNewcombePublished(int a, int m, int b, int n, double low, double high) {
    Estimate difference = SlaGap.of(b, n, a, m, 0.95).difference().orElseThrow();

    assertThat(difference.interval().low()).isCloseTo(low, within(0.005001));
    assertThat(difference.interval().high()).isCloseTo(high, within(0.005001));
  }

  // 150 of 1000 are unhappy although the SLA was met, 18 of 100 where it was missed.
  @Test
  void saysThatAGreenSlaHidesUnhappyPeople() {
    SlaGap gap = SlaGap.of(150, 1000, 18, 100, 0.95);

    assertThat(gap.finding()).isEqualTo(Finding.DOES_NOT_PREDICT);
    assertThat(gap.finding().sentence()).isEqualTo("SLA does not predict experience here");
    assertThat(gap.unhappyWhenMet().orElseThrow().value()).isEqualTo(15);
    assertThat(gap.difference().orElseThrow().value()).isCloseTo(3, within(1e-12));
    assertThat(gap.metWhenUnhappy().orElseThrow().value()).isCloseTo(89.3, within(0.05));
    assertThat(gap)
        .hasToString("150 of 1000 unhappy with SLA met, 18 of 100 with SLA missed: "
            + "SLA does not predict experience here");
  }

  @Test
  void saysWhichWayTheSlaPredicts() {
    assertThat(SlaGap.of(10, 200, 60, 200, 0.95).finding()).isEqualTo(Finding.PREDICTS);
    assertThat(SlaGap.of(60, 200, 10, 200, 0.95).finding())
        .isEqualTo(Finding.PREDICTS_THE_OPPOSITE);
  }

  @Test
  void countsTheClassesThatTheCallerCallsUnhappy() {
    SlaGap gap =
        SlaGap.of(ExpectedValues.nps(3, 4, 5), ExpectedValues.nps(6, 1, 1), Set.of("detractor"));

    assertThat(gap).isEqualTo(SlaGap.of(3, 12, 6, 8, 0.95));
  }

  @Test
  void withoutAnswersThereIsNoGap() {
    SlaGap gap = SlaGap.of(0, 0, 0, 0, 0.95);

    assertThat(gap.unhappyWhenMet()).isEmpty();
    assertThat(gap.unhappyWhenMissed()).isEmpty();
    assertThat(gap.metWhenUnhappy()).isEmpty();
    assertThat(gap.difference()).isEmpty();
    assertThat(gap.phi()).isEmpty();
    assertThat(gap.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
  }

  @Test
  void oneAnswerOnASideGivesAWideIntervalAndNoFinding() {
    SlaGap gap = SlaGap.of(0, 1, 1, 1, 0.95);

    assertThat(gap.difference().orElseThrow().interval().halfWidth()).isGreaterThan(50);
    assertThat(gap.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlaGap.of(3, 2, 0, 0, 0.95))
        .withMessage("unhappy answers with SLA met must be between 0 and its 2 answers, but was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SlaGap.of(0, 2, 0, -1, 0.95))
        .withMessageContaining("answers with SLA missed must be between 0 and");
    assertThatIllegalArgumentException().isThrownBy(() -> SlaGap.of(0, 2, 0, 1, 95));
  }
}
