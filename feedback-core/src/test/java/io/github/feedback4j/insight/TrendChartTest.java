package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.insight.TrendChart.Limits;
import io.github.feedback4j.insight.TrendChart.Period;
import io.github.feedback4j.insight.TrendChart.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrendChartTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  static Stream<String> cases() {
    return ExpectedValues.of("laney.csv").map(each -> each.text("case")).distinct();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithFiftyDigits(String chosen) {
    List<Row> rows = ExpectedValues.of("laney.csv")
        .filter(each -> each.text("case").equals(chosen))
        .toList();
    DailySeries series = DailySeries.empty();
    for (Row each : rows) {
      series = series.with(
          MONDAY.plusDays(each.count("period")), each.count("unhappy"), each.count("answers"));
    }

    TrendChart chart = TrendChart.of(series, Step.DAY);

    assertThat(chart.periods()).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Period period = chart.periods().get(i);
      assertThat(period.answers()).isEqualTo(row.count("answers"));
      if (!row.has("z")) {
        assertThat(period.limits()).isNull();
        continue;
      }
      Limits limits = Objects.requireNonNull(period.limits());
      assertThat(chart.centre().orElseThrow()).isCloseTo(row.number("centre"), within(1e-9));
      assertThat(chart.sigmaZ().orElseThrow())
          .isCloseTo(row.number("sigma z"), within(1e-9 * row.number("sigma z")));
      assertThat(limits.low()).isCloseTo(row.number("low"), within(1e-9));
      assertThat(limits.high()).isCloseTo(row.number("high"), within(1e-9));
      assertThat(limits.z()).isCloseTo(row.number("z"), within(1e-9));
      assertThat(limits.ewma().value()).isCloseTo(row.number("ewma"), within(1e-9));
      assertThat(limits.ewma().limit()).isCloseTo(row.number("ewma limit"), within(1e-9));
    }
  }

  @Test
  void aPeriodWithoutAnswersHasAPlaceAndNoLimits() {
    DailySeries series = DailySeries.empty()
        .with(MONDAY, 1, 10)
        .with(MONDAY.plusDays(2), 3, 10)
        .with(MONDAY.plusDays(3), 2, 10);

    TrendChart chart = TrendChart.of(series, Step.DAY);

    Period empty = chart.periods().get(1);
    assertThat(empty).isEqualTo(new Period(MONDAY.plusDays(1), MONDAY.plusDays(1), 0, 0, null));
    assertThat(empty.share()).isEmpty();
    assertThat(empty.interval()).isEmpty();
    assertThat(empty.isOutside()).isFalse();
    // It is not a reading of the moving average either.
    assertThat(limitsOf(chart, 2).ewma().readings()).isEqualTo(2);
  }

  @Test
  void aPeriodFarAboveTheBaselineIsOutside() {
    DailySeries series = DailySeries.empty();
    for (int i = 0; i < 20; i++) {
      series = series.with(MONDAY.plusDays(i), 8 + i % 5, 100);
    }
    LocalDate change = MONDAY.plusDays(20);
    series = series.with(change, 30, 100);

    TrendChart chart = TrendChart.of(series, Step.DAY, change);

    assertThat(chart.centre().orElseThrow()).isCloseTo(10, within(1e-12));
    assertThat(chart.outside()).extracting(Period::first).containsExactly(change);
    assertThat(chart.outside().get(0).interval().orElseThrow().contains(30)).isTrue();
  }

  // A small change that lasts: no single day is outside, the moving average is.
  @Test
  void theMovingAverageSeesASmallChangeThatLasts() {
    DailySeries series = DailySeries.empty();
    for (int i = 0; i < 30; i++) {
      series = series.with(MONDAY.plusDays(i), i % 2 == 0 ? 8 : 12, 100);
    }
    LocalDate change = MONDAY.plusDays(30);
    for (int i = 0; i < 20; i++) {
      series = series.with(change.plusDays(i), 15, 100);
    }

    TrendChart chart = TrendChart.of(series, Step.DAY, change);

    assertThat(chart.outside()).isEmpty();
    assertThat(limitsOf(chart, 29).ewma().isHigh()).isFalse();
    assertThat(limitsOf(chart, 49).ewma().isHigh()).isTrue();
  }

  @Test
  void weeksStartOnMondayAndMonthsOnTheFirst() {
    DailySeries series = DailySeries.empty()
        .with(LocalDate.of(2026, 2, 25), 1, 4)
        .with(LocalDate.of(2026, 3, 1), 1, 4)
        .with(LocalDate.of(2026, 3, 2), 2, 4);

    assertThat(TrendChart.of(series, Step.WEEK).periods())
        .extracting(Period::first, Period::last, Period::answers)
        .containsExactly(
            tuple(LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 1), 8L),
            tuple(MONDAY, LocalDate.of(2026, 3, 8), 4L));
    assertThat(TrendChart.of(series, Step.MONTH).periods())
        .extracting(Period::first, Period::last, Period::answers)
        .containsExactly(
            tuple(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), 4L),
            tuple(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), 8L));
  }

  @Test
  void withoutAnswersThereIsNothing() {
    TrendChart chart = TrendChart.of(DailySeries.empty(), Step.WEEK);

    assertThat(chart.periods()).isEmpty();
    assertThat(chart.centre()).isEmpty();
    assertThat(chart.sigmaZ()).isEmpty();
  }

  @Test
  void onePeriodHasACentreAndNoLimits() {
    TrendChart chart = TrendChart.of(DailySeries.empty().with(MONDAY, 1, 4), Step.DAY);

    assertThat(chart.centre()).hasValue(25);
    assertThat(chart.sigmaZ()).isEmpty();
    assertThat(chart.periods().get(0).limits()).isNull();
  }

  @Test
  void whereNothingVariesThereAreNoLimits() {
    DailySeries nobody = DailySeries.empty().with(MONDAY, 0, 5).with(MONDAY.plusDays(1), 0, 9);
    DailySeries everybody = DailySeries.empty().with(MONDAY, 5, 5).with(MONDAY.plusDays(1), 9, 9);
    DailySeries same = DailySeries.empty().with(MONDAY, 1, 3).with(MONDAY.plusDays(1), 3, 9);

    for (DailySeries each : List.of(nobody, everybody, same)) {
      assertThat(TrendChart.of(each, Step.DAY).sigmaZ()).isEmpty();
      assertThat(TrendChart.of(each, Step.DAY).outside()).isEmpty();
    }
  }

  private static Limits limitsOf(TrendChart chart, int period) {
    return Objects.requireNonNull(chart.periods().get(period).limits());
  }
}
