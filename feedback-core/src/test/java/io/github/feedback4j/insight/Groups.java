package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Groups of answers for the tests of this package. */
final class Groups {

  static final MetricDefinition EFFORT =
      MetricDefinition.mean("effort", Scale.of(1, 5), Direction.LOWER_IS_BETTER);

  private static final List<MetricDefinition> METRICS = List.of(
      MetricDefinition.csat(), MetricDefinition.nps(), MetricDefinition.csatMean(5), EFFORT);

  private Groups() {}

  /** Returns a percentage: so many satisfied of so many. */
  static Tally csat(long satisfied, long n) {
    return Tally.of(MetricDefinition.csat(), Map.of(2, n - satisfied, 5, satisfied));
  }

  static Score csatScore(long satisfied, long n) {
    return Score.of(csat(satisfied, n));
  }

  static Tally nps(long detractors, long passives, long promoters) {
    return Tally.of(MetricDefinition.nps(), Map.of(3, detractors, 7, passives, 10, promoters));
  }

  /** Returns n answers of which each is a satisfied one with this probability. */
  static Tally drawn(double share, int n, RandomGenerator random) {
    int satisfied = 0;
    for (int i = 0; i < n; i++) {
      if (random.nextDouble() < share) {
        satisfied++;
      }
    }
    return csat(satisfied, n);
  }

  /** Returns tallies of one metric with at least one answer, some of them weighted. */
  static Arbitrary<Tally> nonEmpty(MetricDefinition metric) {
    Arbitrary<Tally.Cell> cells = Combinators.combine(
            Arbitraries.integers().between(metric.scale().min(), metric.scale().max()),
            Arbitraries.of(1.0, 1.0, 1.0, 0.5, 1e-3),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1, 20)),
                Tuple.of(1, Arbitraries.longs().between(1, 5_000_000))))
        .as(Tally.Cell::new);
    return cells
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(list -> Tally.ofCells(metric, list))
        .withoutEdgeCases();
  }

  /** Returns two tallies of the same metric, each with at least one answer. */
  static Arbitrary<Tuple2<Tally, Tally>> pairs() {
    return Arbitraries.of(METRICS)
        .flatMap(each -> Combinators.combine(nonEmpty(each), nonEmpty(each)).as(Tuple::of))
        .withoutEdgeCases();
  }
}
