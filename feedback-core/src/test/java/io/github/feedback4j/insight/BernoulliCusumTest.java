package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.BernoulliCusum.Alarm;
import io.github.feedback4j.insight.BernoulliCusum.State;
import io.github.feedback4j.insight.ExpectedValues.Row;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BernoulliCusumTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  static Stream<Row> reference() {
    return ExpectedValues.of("run-length.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithTheLinearSystem(Row row) {
    double usual = row.number("usual");
    double alarming = row.number("alarming");
    BernoulliCusum cusum = BernoulliCusum.of(usual, alarming, row.number("threshold"));

    assertThat(cusum.up()).isEqualTo((int) row.count("up"));
    assertThat(cusum.down()).isEqualTo((int) row.count("down"));
    assertThat(cusum.limit()).isEqualTo((int) row.count("limit"));
    assertThat(cusum.alarmingShare()).isCloseTo(row.number("alarming used"), within(1e-12));
    assertRelative(cusum.expectedAnswersToAlarm(usual), row.number("at usual"));
    assertRelative(
        cusum.expectedAnswersToAlarm(row.number("alarming used")), row.number("at used"));
    assertRelative(cusum.expectedAnswersToAlarm(alarming), row.number("at alarming"));
  }

  private static void assertRelative(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
  }

  // The mean of n runs has the standard error s/√n, and s is about the mean itself. Seeded.
  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "0.1, 0.2", "0.25, 0.25", "0.25, 0.5"})
  void agreesWithSimulation(double usual, double share) {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(usual);
    SplittableRandom random = new SplittableRandom(20_261_126);
    int runs = 4000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < runs; i++) {
      State state = cusum.start();
      long answers = 0;
      while (!state.alarm()) {
        state = cusum.next(state, DAY, random.nextDouble() < share);
        answers++;
      }
      sum += answers;
      squares += (double) answers * answers;
    }
    double mean = sum / runs;
    double error = Math.sqrt((squares / runs - mean * mean) / runs);

    assertThat(cusum.expectedAnswersToAlarm(share)).isCloseTo(mean, within(4 * error));
  }

  @Test
  void knowsTheRunLengthsThatHaveAFormula() {
    double p = 0.3;

    // The first unhappy answer; two, and three of them in a row.
    assertRelative(RunLength.expected(5, 2, 4, p), 1 / p);
    assertRelative(RunLength.expected(1, 1, 2, p), (1 + p) / (p * p));
    assertRelative(RunLength.expected(1, 3, 3, p), (1 + p + p * p) / (p * p * p));
    assertRelative(RunLength.expected(1, 1, 7, 1), 7);
  }

  @Test
  void noticesADoublingAndSaysSinceWhen() {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.1);
    DailySeries series = DailySeries.empty();
    for (int i = 0; i < 60; i++) {
      series = series.with(DAY.plusDays(i), i < 40 ? 2 : 5, 20);
    }

    Alarm alarm = cusum.alarms(series).get(0);

    assertThat(alarm.start()).isEqualTo(DAY.plusDays(40));
    assertThat(alarm.noticed()).isBetween(DAY.plusDays(41), DAY.plusDays(50));
    assertThat(alarm.share()).isEqualTo(25);
    assertThat(alarm.interval().contains(25)).isTrue();
    assertThat(cusum.alarms(series.between(DAY, DAY.plusDays(39)))).isEmpty();
  }

  @Test
  void startsAgainAfterAnAlarm() {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.1);

    State alarmed = cusum.next(cusum.start(), DAY, 50, 50);
    State after = cusum.next(alarmed, DAY.plusDays(1), true);

    assertThat(alarmed.alarm()).isTrue();
    assertThat(after.alarm()).isFalse();
    assertThat(after.since()).isEqualTo(DAY.plusDays(1));
    assertThat(after.answers()).isEqualTo(1);
  }

  @Test
  void itsSumIsALogLikelihoodRatio() {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.1);

    State state = cusum.next(cusum.next(cusum.start(), DAY, true), DAY, false);

    double p1 = cusum.alarmingShare();
    assertThat(p1).isCloseTo(0.2, within(0.004));
    assertThat(cusum.sum(state)).isCloseTo(Math.log(p1 / 0.1 * (1 - p1) / 0.9), within(1e-12));
    assertThat(state.share()).hasValue(50);
  }

  @Test
  void aDayWithoutAnswersChangesNothing() {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.2);
    State state = cusum.next(cusum.start(), DAY, 3, 5);

    assertThat(cusum.next(state, DAY.plusDays(1), 0, 0)).isEqualTo(state);
  }

  @Test
  void holdsBillionsOfAnswers() {
    BernoulliCusum cusum = BernoulliCusum.watchingForDoubling(0.001);

    State happy = cusum.next(cusum.start(), DAY, 0, DailySeries.MAX_ANSWERS);
    State unhappy = cusum.next(happy, DAY, DailySeries.MAX_ANSWERS, DailySeries.MAX_ANSWERS);

    assertThat(happy).isEqualTo(cusum.start());
    assertThat(unhappy.alarm()).isTrue();
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BernoulliCusum.watchingForDoubling(0.5))
        .withMessage("usual share must be between 0.001 and 0.49 to double, but was 0.5; name the "
            + "alarming share for another one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BernoulliCusum.of(0.2, 0.1, 5))
        .withMessage(
            "alarming share must be above the usual share 0.2 and at most 0.99, but was 0.1");
    assertThatIllegalArgumentException().isThrownBy(() -> BernoulliCusum.of(Double.NaN, 0.1, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BernoulliCusum.of(0.1, 0.2, 21))
        .withMessage("threshold must be between 1 and 20, but was 21.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BernoulliCusum.of(0.1, 0.10001, 5))
        .withMessageContaining("alarming share must be farther away from the usual share 0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BernoulliCusum.watchingForDoubling(0.1).expectedAnswersToAlarm(0))
        .withMessage("share must be above 0 and at most 1, but was 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new State(1, null, 0, 1, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new State(0, DAY, 0, 1, false));
    assertThatIllegalArgumentException().isThrownBy(() -> new State(1, DAY, 2, 1, false));
  }
}
