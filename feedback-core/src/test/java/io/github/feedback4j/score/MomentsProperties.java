package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MomentsProperties {

  @Provide
  Arbitrary<int[]> minutes() {
    return Arbitraries.integers()
        .between(0, Moments.MAX_MINUTES)
        .list()
        .ofMaxSize(20)
        .map(MomentsProperties::array);
  }

  private static int[] array(List<Integer> minutes) {
    return minutes.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property
  void plusAndMinusAreExact(
      @ForAll("minutes") int[] one, @ForAll("minutes") int[] two, @ForAll("minutes") int[] three) {
    Moments a = Moments.of(one);
    Moments b = Moments.of(two);
    Moments c = Moments.of(three);

    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(Moments.none())).isEqualTo(a);
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
  }

  @Property
  void theVarianceIsThatOfTheTextbook(@ForAll("minutes") int[] minutes) {
    Assume.that(minutes.length >= 2);
    double mean = Arrays.stream(minutes).average().orElseThrow();
    double sum =
        Arrays.stream(minutes).mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double variance = sum / (minutes.length - 1);

    assertThat(Moments.of(minutes).variance().orElseThrow())
        .isCloseTo(variance, within(1e-9 * (1 + variance)));
    assertThat(Moments.of(minutes).mean().orElseThrow()).isCloseTo(mean, within(1e-9));
  }

  @Property
  void theIntervalHoldsTheMeanAndWidensWithTheLevel(@ForAll("minutes") int[] minutes) {
    LostTime lost = new LostTime(Moments.of(minutes));
    Assume.that(lost.interval(0.9).isPresent());

    ConfidenceInterval narrow = lost.interval(0.9).orElseThrow();
    ConfidenceInterval wide = lost.interval(0.95).orElseThrow();

    assertThat(narrow.contains(lost.mean().orElseThrow())).isTrue();
    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
    assertThat(wide.high()).isGreaterThan(narrow.high());
    assertThat(wide.low()).isNotNegative();
  }
}
