package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DailySeriesProperties {

  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  @Provide
  Arbitrary<DailySeries> series() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 20),
            Arbitraries.longs().between(0, 9),
            Arbitraries.longs().between(0, 9))
        .as((day, unhappy, other) ->
            new DailySeries.Day(START.plusDays(day), unhappy, unhappy + other))
        .list()
        .ofMaxSize(12)
        .map(DailySeries::of);
  }

  @Property
  void addingIsAssociativeAndCommutativeAndHasAZero(
      @ForAll("series") DailySeries a,
      @ForAll("series") DailySeries b,
      @ForAll("series") DailySeries c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(DailySeries.empty())).isEqualTo(a);
  }

  @Property
  void takingOutUndoesAdding(@ForAll("series") DailySeries a, @ForAll("series") DailySeries b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.minus(a)).isEqualTo(DailySeries.empty());
  }

  @Property
  void daysCanBeKeptAndReadAgain(@ForAll("series") DailySeries series) {
    assertThat(DailySeries.of(series.days())).isEqualTo(series);
  }

  @Property
  void itsPartsAddUpToTheWhole(@ForAll("series") DailySeries series) {
    LocalDate middle = START.plusDays(9);

    DailySeries before = series.between(LocalDate.MIN, middle);
    DailySeries after = series.between(middle.plusDays(1), LocalDate.MAX);

    assertThat(before.plus(after)).isEqualTo(series);
    assertThat(before.answers() + after.answers()).isEqualTo(series.answers());
    assertThat(before.unhappy() + after.unhappy()).isEqualTo(series.unhappy());
  }
}
