package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class DifferenceProperties {

  @Provide
  Arbitrary<Tuple2<Tally, Tally>> pairs() {
    return Groups.pairs();
  }

  @Property
  void swappingTheGroupsMirrorsEverything(@ForAll("pairs") Tuple2<Tally, Tally> pair) {
    Difference difference = difference(pair, 0.95);
    Difference swapped = Difference.between(Score.of(pair.get2()), Score.of(pair.get1()), 0.95);
    ConfidenceInterval interval = difference.interval().orElseThrow();
    ConfidenceInterval mirrored = swapped.interval().orElseThrow();

    assertThat(mirrored.low()).isEqualTo(0 - interval.high());
    assertThat(mirrored.high()).isEqualTo(0 - interval.low());
    assertThat(swapped.p()).isEqualTo(difference.p());
    assertThat(swapped.detectableDifference()).isEqualTo(difference.detectableDifference());
    assertThat(swapped.rounded(2).orElseThrow())
        .isEqualByComparingTo(difference.rounded(2).orElseThrow().negate());
  }

  @Property
  void intervalAndPValueNeverDisagree(
      @ForAll("pairs") Tuple2<Tally, Tally> pair,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double level) {
    Difference difference = difference(pair, level);
    boolean excludesZero = !difference.interval().orElseThrow().contains(0);

    assertThat(difference.p().orElseThrow() < 1 - level).isEqualTo(excludesZero);
    assertThat(difference.verdict() != Verdict.CANNOT_TELL).isEqualTo(excludesZero);
  }

  @Property
  void intervalAtTheLevelOfThePValueEndsAtZero(@ForAll("pairs") Tuple2<Tally, Tally> pair) {
    double p = difference(pair, 0.95).p().orElseThrow();
    Assume.that(p > 1e-6 && p < 0.99);

    ConfidenceInterval interval = difference(pair, 1 - p).interval().orElseThrow();

    double nearest = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
    assertThat(nearest).isCloseTo(0, within(1e-8 * interval.halfWidth()));
  }

  @Property
  void widensWithTheLevelAndHoldsTheValue(
      @ForAll("pairs") Tuple2<Tally, Tally> pair,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.98) double level) {
    ConfidenceInterval narrow = difference(pair, level).interval().orElseThrow();
    ConfidenceInterval wide = difference(pair, level + 0.01).interval().orElseThrow();

    assertThat(narrow.contains(difference(pair, level).value().orElseThrow())).isTrue();
    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    assertThat(wide.halfWidth()).isGreaterThan(narrow.halfWidth());
  }

  @Property
  void staysWithinWhatTheScaleAllows(
      @ForAll("pairs") Tuple2<Tally, Tally> pair,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double level) {
    double range = pair.get1().metric().highest() - pair.get1().metric().lowest();
    ConfidenceInterval interval = difference(pair, level).interval().orElseThrow();

    assertThat(interval.low()).isGreaterThanOrEqualTo(-range);
    assertThat(interval.high()).isLessThanOrEqualTo(range);
  }

  @Property
  void equalWeightsChangeNothing(
      @ForAll("pairs") Tuple2<Tally, Tally> pair,
      @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1) double probability) {
    Tuple2<Tally, Tally> certain =
        Tuple.of(withProbability(pair.get1(), 1), withProbability(pair.get2(), 1));
    Tuple2<Tally, Tally> sampled = Tuple.of(
        withProbability(pair.get1(), probability), withProbability(pair.get2(), probability));

    assertThat(difference(sampled, 0.95).interval())
        .isEqualTo(difference(certain, 0.95).interval());
    assertThat(difference(sampled, 0.95).p())
        .isEqualTo(difference(certain, 0.95).p());
  }

  @Property
  void moreAnswersDetectSmallerDifferences(
      @ForAll("pairs") Tuple2<Tally, Tally> pair,
      @ForAll @DoubleRange(min = 1, max = 1e9) double n) {
    Difference difference = difference(pair, 0.95);
    double few = difference.detectableDifference(n, n).orElse(Double.POSITIVE_INFINITY);
    double many = difference.detectableDifference(n, 2 * n).orElse(Double.POSITIVE_INFINITY);

    assertThat(many).isPositive().isLessThanOrEqualTo(few);
  }

  private static Difference difference(Tuple2<Tally, Tally> pair, double level) {
    return Difference.between(Score.of(pair.get1()), Score.of(pair.get2()), level);
  }

  private static Tally withProbability(Tally tally, double probability) {
    List<Tally.Cell> cells = tally.cells().stream()
        .map(each -> new Tally.Cell(each.point(), probability, each.count()))
        .toList();
    return Tally.ofCells(tally.metric(), cells);
  }
}
