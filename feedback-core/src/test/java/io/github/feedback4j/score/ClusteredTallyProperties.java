package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClusteredTallyProperties {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  @Provide
  Arbitrary<List<Tally>> people() {
    return Arbitraries.integers()
        .between(0, 10)
        .array(int[].class)
        .ofMaxSize(6)
        .map(points -> Tally.ofAnswers(NPS, points))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void plusIsAssociativeAndCommutative(
      @ForAll("people") List<Tally> one,
      @ForAll("people") List<Tally> two,
      @ForAll("people") List<Tally> three) {
    ClusteredTally a = ClusteredTally.of(NPS, one);
    ClusteredTally b = ClusteredTally.of(NPS, two);
    ClusteredTally c = ClusteredTally.of(NPS, three);

    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(ClusteredTally.empty(NPS))).isEqualTo(a);
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.minus(a)).isEqualTo(ClusteredTally.empty(NPS));
  }

  @Property
  void oneAnswerEachIsTheVarianceOfIndependentAnswers(@ForAll("people") List<Tally> people) {
    List<Tally> single = people.stream().filter(each -> each.n() == 1).toList();
    Assume.that(single.size() >= 2);
    ClusteredTally tally = ClusteredTally.of(NPS, single);

    assertThat(Score.of(tally).standardError().orElseThrow())
        .isCloseTo(Score.of(tally.tally()).standardError().orElseThrow(), within(1e-10));
    assertThat(Score.of(tally).effectiveN())
        .isCloseTo(Score.of(tally.tally()).designBased().effectiveN(), within(1e-9));
  }

  @Property
  void theIntervalIsOnTheScaleAndHoldsTheValue(@ForAll("people") List<Tally> people) {
    Score score = Score.of(ClusteredTally.of(NPS, people));
    Assume.that(score.n() > 0);

    ConfidenceInterval interval = score.interval().orElseThrow();

    assertThat(score.effectiveN()).isBetween(0.0, score.n() * (1 + 1e-12));
    assertThat(interval.contains(score.value().orElseThrow())).isTrue();
    assertThat(interval.low()).isGreaterThanOrEqualTo(-100);
    assertThat(interval.high()).isLessThanOrEqualTo(100);
    assertThat(interval.high()).isGreaterThan(interval.low());
  }

  @Property
  void asksMoreOfAHigherLevel(@ForAll("people") List<Tally> people) {
    Score score = Score.of(ClusteredTally.of(NPS, people));
    Assume.that(score.n() > 0);

    ConfidenceInterval narrow = score.interval(0.8).orElseThrow();
    ConfidenceInterval wide = score.interval(0.9).orElseThrow();

    assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
    assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
  }
}
