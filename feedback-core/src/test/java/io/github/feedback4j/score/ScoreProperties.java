package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

  @Provide
  Arbitrary<Tally> tallies() {
    return Tallies.nonEmpty();
  }

  @Provide
  Arbitrary<Tally> weightedTallies() {
    return Arbitraries.of(Tallies.METRICS)
        .flatMap(Tallies::weighted)
        .filter(tally -> tally.n() > 0);
  }

  @Provide
  Arbitrary<Long> counts() {
    return Tallies.counts();
  }

  @Provide
  Arbitrary<Double> probabilities() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(1e-6, 1).ofScale(6),
        Arbitraries.of(1e-300, Double.MIN_VALUE, Math.nextDown(1.0)));
  }

  @Property
  void swappingPromotersAndDetractorsOnlyFlipsTheSign(
      @ForAll("counts") long a,
      @ForAll("counts") long b,
      @ForAll("counts") long c,
      @ForAll @IntRange(max = 3) int decimals) {
    Assume.that(a + b + c > 0);

    Score score = Score.of(nps(a, b, c));
    Score swapped = Score.of(nps(c, b, a));

    assertThat(swapped.value().orElseThrow()).isEqualTo(0 - score.value().orElseThrow());
    assertThat(swapped.rounded(decimals))
        .isEqualTo(score.rounded(decimals).map(BigDecimal::negate));
  }

  @Property
  void roundsTheExactFraction(
      @ForAll("counts") long a, @ForAll("counts") long b, @ForAll("counts") long c) {
    long n = a + b + c;
    Assume.that(n > 0);

    BigDecimal rounded = Score.of(nps(a, b, c)).rounded(2).orElseThrow();

    // |rounded − 100(c − a)/n| ≤ 0.005, in whole numbers: |200·rounded·n − 20000(c − a)| ≤ n.
    BigInteger scaled = rounded.multiply(BigDecimal.valueOf(200)).toBigIntegerExact();
    BigInteger error = scaled
        .multiply(BigInteger.valueOf(n))
        .subtract(BigInteger.valueOf(20_000 * (c - a)))
        .abs();
    assertThat(error).isLessThanOrEqualTo(BigInteger.valueOf(n));
  }

  @Property
  void oneInclusionProbabilityForAllChangesNothing(
      @ForAll("tallies") Tally tally, @ForAll("probabilities") double probability) {
    List<Tally.Cell> sampled = tally.cells().stream()
        .map(cell -> new Tally.Cell(cell.point(), probability, cell.count()))
        .toList();

    Score everybody = Score.of(tally);
    Score some = Score.of(Tally.ofCells(tally.metric(), sampled));

    assertThat(some.value()).isEqualTo(everybody.value());
    assertThat(some.interval()).isEqualTo(everybody.interval());
    assertThat(some.rounded(2)).isEqualTo(everybody.rounded(2));
    assertThat(some.effectiveN()).isEqualTo(everybody.effectiveN());
    assertThat(some.formula()).isEqualTo(everybody.formula());
  }

  @Property
  void weightsOnlyEverLoseInformation(@ForAll("weightedTallies") Tally tally) {
    Score score = Score.of(tally);

    assertThat(score.effectiveN()).isBetween(1 - 1e-9, tally.n() * (1 + 1e-12));
    assertThat(score.value().orElseThrow())
        .isBetween(tally.metric().lowest(), tally.metric().highest());
    assertThat(score.interval().orElseThrow().contains(score.value().orElseThrow()))
        .isTrue();
  }

  @Property
  void displaysTheValueThatItHas(@ForAll("weightedTallies") Tally tally) {
    Score score = Score.of(tally);

    BigDecimal value = new BigDecimal(score.value().orElseThrow());

    assertThat(score.rounded(6).orElseThrow().subtract(value).abs())
        .isLessThanOrEqualTo(new BigDecimal("5.000001e-7"));
  }
}
