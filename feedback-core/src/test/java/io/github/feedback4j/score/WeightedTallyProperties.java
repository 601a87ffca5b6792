package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WeightedTallyProperties {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  private record Answers(int point, double weight, long count) {}

  @Provide
  Arbitrary<WeightedTally> tallies() {
    return tallies(1);
  }

  private static Arbitrary<WeightedTally> tallies(double factor) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10),
            Arbitraries.of(1e-6, 0.3, 1.0, 2.5, 40.0),
            Tallies.counts())
        .as(Answers::new)
        .list()
        .ofMaxSize(8)
        .map(all -> {
          WeightedTally tally = WeightedTally.empty(NPS);
          for (Answers each : all) {
            tally = tally.with(each.point(), factor * each.weight(), each.count());
          }
          return tally;
        });
  }

  @Property
  void plusIsCommutativeAndHasAZero(
      @ForAll("tallies") WeightedTally a, @ForAll("tallies") WeightedTally b) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(WeightedTally.empty(NPS))).isEqualTo(a);
  }

  @Property
  void plusIsAssociativeUpToRounding(
      @ForAll("tallies") WeightedTally a,
      @ForAll("tallies") WeightedTally b,
      @ForAll("tallies") WeightedTally c) {
    Score left = Score.of(a.plus(b).plus(c));
    Score right = Score.of(a.plus(b.plus(c)));
    Assume.that(left.n() > 0);

    assertThat(left.value().orElseThrow()).isCloseTo(right.value().orElseThrow(), within(1e-11));
    assertThat(left.interval().orElseThrow().low())
        .isCloseTo(right.interval().orElseThrow().low(), within(1e-9));
  }

  @Property
  void onlyTheProportionsOfWeightsMatter(@ForAll("tallies") WeightedTally tally) {
    Assume.that(tally.n() > 0);
    Score score = Score.of(tally);

    for (double factor : new double[] {1e-12, 0.7, 1e12}) {
      WeightedTally scaled = WeightedTally.empty(NPS);
      for (WeightedTally.Cell each : tally.cells()) {
        double mean = each.weight() / each.count();
        scaled = scaled.with(each.point(), factor * mean, each.count());
      }
      WeightedTally unscaled = WeightedTally.empty(NPS);
      for (WeightedTally.Cell each : tally.cells()) {
        unscaled = unscaled.with(each.point(), each.weight() / each.count(), each.count());
      }

      ConfidenceInterval expected = Score.of(unscaled).interval().orElseThrow();
      ConfidenceInterval actual = Score.of(scaled).interval().orElseThrow();

      assertThat(actual.low()).isCloseTo(expected.low(), within(1e-9));
      assertThat(actual.high()).isCloseTo(expected.high(), within(1e-9));
      assertThat(Score.of(scaled).value().orElseThrow())
          .isCloseTo(score.value().orElseThrow(), within(1e-9));
    }
  }

  @Property
  void weightsOnlyEverLoseInformation(@ForAll("tallies") WeightedTally tally) {
    Assume.that(tally.n() > 0);
    Score score = Score.of(tally);

    assertThat(score.effectiveN()).isBetween(1 - 1e-9, tally.n() * (1 + 1e-12));
    assertThat(score.designBased().effectiveN()).isLessThanOrEqualTo((double) tally.n());
    assertThat(
            score.designBased().interval().orElseThrow().contains(score.value().orElseThrow()))
        .isTrue();
  }
}
