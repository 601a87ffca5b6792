package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MixAdjustmentProperties {

  private static final MetricDefinition METRIC = MetricDefinition.nps();

  @Provide
  Arbitrary<Map<String, Tally>> strata() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Groups.nonEmpty(METRIC))
        .ofMinSize(1);
  }

  @Property
  void partsAddUpToTheChange(
      @ForAll("strata") Map<String, Tally> before, @ForAll("strata") Map<String, Tally> after) {
    MixAdjustment mix = MixAdjustment.of(METRIC, before, after, 0.95);

    double sum = mix.rateEffect().value().orElse(0)
        + mix.mixEffect().value().orElse(0)
        + mix.strataEffect().value().orElse(0);
    assertThat(mix.change().value()).hasValueCloseTo(sum, within(1e-9));
  }

  @Property
  void swappingBeforeAndAfterOnlyTurnsTheSigns(
      @ForAll("strata") Map<String, Tally> before, @ForAll("strata") Map<String, Tally> after) {
    MixAdjustment mix = MixAdjustment.of(METRIC, before, after, 0.95);
    MixAdjustment swapped = MixAdjustment.of(METRIC, after, before, 0.95);

    assertThat(swapped.rateEffect().value().orElse(0))
        .isCloseTo(-mix.rateEffect().value().orElse(0), within(1e-9));
    assertThat(swapped.mixEffect().value().orElse(0))
        .isCloseTo(-mix.mixEffect().value().orElse(0), within(1e-9));
  }

  @Property
  void aSingleStratumIsThePlainDifference(
      @ForAll("strata") Map<String, Tally> before, @ForAll("strata") Map<String, Tally> after) {
    Tally first = before.values().iterator().next();
    Tally second = after.values().iterator().next();

    MixAdjustment mix = MixAdjustment.of(METRIC, Map.of("all", first), Map.of("all", second), 0.95);

    ConfidenceInterval plain =
        Difference.between(Score.of(first), Score.of(second)).interval().orElseThrow();
    assertThat(mix.rateEffect().interval()).hasValue(plain);
    assertThat(mix.mixEffect().value()).hasValue(0);
  }
}
