package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class NamedIntervalProperties {

  private static final List<IntervalMethod> OF_SHARES = List.of(
      IntervalMethod.WALD,
      IntervalMethod.WILSON,
      IntervalMethod.AGRESTI_COULL,
      IntervalMethod.JEFFREYS,
      IntervalMethod.CLOPPER_PEARSON);

  private static final List<IntervalMethod> OF_NPS =
      List.of(IntervalMethod.WALD, IntervalMethod.ADJUSTED_WALD, IntervalMethod.STUDENT_T);

  @Provide
  Arbitrary<Long> counts() {
    return Tallies.counts();
  }

  @Property(tries = 200)
  void intervalsOfSharesHoldTheShareAndWidenWithTheLevel(
      @ForAll("counts") long x,
      @ForAll("counts") long y,
      @ForAll @Scale(3) @DoubleRange(min = 0.5, max = 0.98) double level) {
    Assume.that(x + y > 0);
    Score score = Score.of(csat(y, x));

    for (IntervalMethod method : OF_SHARES) {
      ConfidenceInterval narrow = score.interval(method, level).orElseThrow();
      ConfidenceInterval wide = score.interval(method, level + 0.01).orElseThrow();

      assertThat(narrow.contains(score.value().orElseThrow())).as(method.id()).isTrue();
      assertThat(wide.low()).as(method.id()).isLessThanOrEqualTo(narrow.low());
      assertThat(wide.high()).as(method.id()).isGreaterThanOrEqualTo(narrow.high());
      assertThat(wide.low()).as(method.id()).isNotNegative();
      assertThat(wide.high()).as(method.id()).isLessThanOrEqualTo(100);
    }
  }

  @Property(tries = 200)
  void swappingGoodAndBadMirrorsIntervalsOfShares(
      @ForAll("counts") long x, @ForAll("counts") long y) {
    Assume.that(x + y > 0);

    for (IntervalMethod method : OF_SHARES) {
      ConfidenceInterval one = Score.of(csat(y, x)).interval(method).orElseThrow();
      ConfidenceInterval other = Score.of(csat(x, y)).interval(method).orElseThrow();

      assertThat(other.low()).as(method.id()).isCloseTo(100 - one.high(), within(1e-9));
      assertThat(other.high()).as(method.id()).isCloseTo(100 - one.low(), within(1e-9));
    }
  }

  @Property(tries = 200)
  void clopperAndPearsonAreWiderThanJeffreys(@ForAll("counts") long x, @ForAll("counts") long y) {
    Assume.that(x + y > 0);
    Score score = Score.of(csat(y, x));

    ConfidenceInterval exact = score.interval(IntervalMethod.CLOPPER_PEARSON).orElseThrow();
    ConfidenceInterval jeffreys = score.interval(IntervalMethod.JEFFREYS).orElseThrow();

    assertThat(exact.low()).isLessThanOrEqualTo(jeffreys.low() + 1e-9);
    assertThat(exact.high()).isGreaterThanOrEqualTo(jeffreys.high() - 1e-9);
  }

  @Property
  void swappingPromotersAndDetractorsMirrorsIntervalsOfNps(
      @ForAll("counts") long a, @ForAll("counts") long b, @ForAll("counts") long c) {
    Assume.that(a + b + c > 0);

    for (IntervalMethod method : OF_NPS) {
      Optional<ConfidenceInterval> one = Score.of(nps(a, b, c)).interval(method);
      Optional<ConfidenceInterval> other = Score.of(nps(c, b, a)).interval(method);

      assertThat(other.isPresent()).isEqualTo(one.isPresent());
      if (one.isPresent()) {
        assertThat(other.orElseThrow().low())
            .as(method.id())
            .isCloseTo(-one.orElseThrow().high(), within(1e-9));
      }
    }
  }
}
