package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.survey.MetricDefinition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PairedAnswersProperties {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  @Provide
  Arbitrary<PairedAnswers> pairs() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10),
            Arbitraries.integers().between(0, 10),
            Arbitraries.longs().between(0, 1_000_000_000L))
        .as(PairedAnswers.Cell::new)
        .list()
        .ofMaxSize(8)
        .map(cells -> PairedAnswers.of(NPS, cells));
  }

  @Property
  void addingIsAssociativeAndCommutativeAndHasAnInverse(
      @ForAll("pairs") PairedAnswers a,
      @ForAll("pairs") PairedAnswers b,
      @ForAll("pairs") PairedAnswers c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(PairedAnswers.of(NPS, a.cells())).isEqualTo(a);
  }

  @Property
  void swappingTheAnswersMirrorsTheGap(@ForAll("pairs") PairedAnswers pairs) {
    PairedAnswers swapped = PairedAnswers.of(
        NPS,
        pairs.cells().stream()
            .map(each -> new PairedAnswers.Cell(
                /* expected= */ each.perceived(), /* perceived= */ each.expected(), each.count()))
            .toList());

    ExpectationGap gap = ExpectationGap.of(pairs);
    ExpectationGap mirrored = ExpectationGap.of(swapped);

    assertThat(gap.gap().isPresent()).isEqualTo(pairs.n() > 0);
    gap.gap().ifPresent(each -> {
      Estimate other = mirrored.gap().orElseThrow();
      ConfidenceInterval interval = each.interval();
      assertThat(other.value()).isEqualTo(0 - each.value());
      assertThat(interval.contains(each.value())).isTrue();
      assertThat(interval.low()).isBetween(-200.0, 200.0);
      assertThat(Math.abs(other.interval().low() + interval.high())).isLessThan(1e-9);
      assertThat(Math.abs(other.interval().high() + interval.low())).isLessThan(1e-9);
    });
  }

  @Example
  void neverTakesOutWhatIsNotThere() {
    PairedAnswers pairs = PairedAnswers.empty(NPS).with(9, 3, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> pairs.minus(PairedAnswers.empty(NPS).with(9, 3, 3)))
        .withMessage("cannot take 3 pairs (9, 3) out of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pairs.minus(PairedAnswers.empty(MetricDefinition.csat())))
        .withMessageContaining("pairs must be of the same series");
  }
}
