package io.github.feedback4j.score;

import static io.github.feedback4j.score.Tallies.csat;
import static io.github.feedback4j.score.Tallies.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.NormalDistribution;

class ScoreIntervalProperties {

  @Provide
  Arbitrary<Tally> tallies() {
    return Tallies.nonEmpty();
  }

  @Provide
  Arbitrary<Long> counts() {
    return Tallies.counts();
  }

  @Property
  void swappingPromotersAndDetractorsMirrorsIt(
      @ForAll("counts") long a, @ForAll("counts") long b, @ForAll("counts") long c) {
    Assume.that(a + b + c > 0);

    ConfidenceInterval interval = interval(nps(a, b, c), 0.95);
    ConfidenceInterval swapped = interval(nps(c, b, a), 0.95);

    assertThat(swapped.low()).isEqualTo(0 - interval.high());
    assertThat(swapped.high()).isEqualTo(0 - interval.low());
  }

  @Property
  void staysOnTheScaleAndContainsTheValue(
      @ForAll("tallies") Tally tally,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) double level) {
    MetricDefinition metric = tally.metric();

    ConfidenceInterval interval = interval(tally, level);

    assertThat(interval.low()).isGreaterThanOrEqualTo(metric.lowest());
    assertThat(interval.high()).isLessThanOrEqualTo(metric.highest());
    assertThat(interval.contains(Score.of(tally).value().orElseThrow())).isTrue();
  }

  @Property
  void widensWithTheLevel(
      @ForAll("tallies") Tally tally,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.98) double level) {
    ConfidenceInterval narrow = interval(tally, level);
    ConfidenceInterval wide = interval(tally, level + 0.01);

    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
    assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
  }

  @Property
  void isTheIntervalOfWilsonForTwoCategories(@ForAll("counts") long x, @ForAll("counts") long y) {
    Assume.that(x + y > 0);

    ConfidenceInterval interval = interval(csat(y, x), 0.95);

    assertThat(interval.low()).isCloseTo(100 * wilson(x, x + y, -1), within(1e-9));
    assertThat(interval.high()).isCloseTo(100 * wilson(x, x + y, 1), within(1e-9));
  }

  // A middle category without answers gets no mass, so the general search must find Wilson's
  // limits.
  @Property
  void isTheStretchedIntervalOfWilsonWithoutPassives(
      @ForAll("counts") long detractors, @ForAll("counts") long promoters) {
    Assume.that(detractors + promoters > 0);
    long n = detractors + promoters;

    ConfidenceInterval interval = interval(nps(detractors, 0, promoters), 0.95);

    assertThat(interval.low()).isCloseTo(200 * wilson(promoters, n, -1) - 100, within(1e-9));
    assertThat(interval.high()).isCloseTo(200 * wilson(promoters, n, 1) - 100, within(1e-9));
  }

  @Property
  void everyLimitSolvesTheDefiningEquation(
      @ForAll("tallies") Tally tally,
      @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double level) {
    ConfidenceInterval interval = interval(tally, level);
    double value = Score.of(tally).value().orElseThrow();

    for (double limit : new double[] {interval.low(), interval.high()}) {
      // A mean at the end of the scale has no limit beyond it.
      if (limit != tally.metric().lowest() && limit != tally.metric().highest()) {
        assertThat(isPlausible(tally, value + (limit - value) * (1 - 1e-7), level))
            .isTrue();
        assertThat(isPlausible(tally, value + (limit - value) * (1 + 1e-7), level))
            .isFalse();
      }
    }
  }

  private static boolean isPlausible(Tally tally, double mean, double level) {
    CategoryShares observed = CategoryShares.of(tally);
    double variance = new ConstrainedShares(observed.values, observed.shares, mean).variance();
    return Math.abs(observed.mean - mean) <= z(level) * Math.sqrt(variance / tally.n());
  }

  /** The textbook formula of Wilson (1927). */
  private static double wilson(long x, long n, int sign) {
    double z = z(0.95);
    double p = (double) x / n;
    double center = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
    return (center + sign * half) / (1 + z * z / n);
  }

  private static double z(double level) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - (1 - level) / 2);
  }

  private static ConfidenceInterval interval(Tally tally, double level) {
    return Score.of(tally, ResponseCounts.none(), level).interval().orElseThrow();
  }
}
