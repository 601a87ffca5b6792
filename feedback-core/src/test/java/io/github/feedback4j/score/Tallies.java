package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Tallies for the tests of this package. */
final class Tallies {

  /** Classes not in the order of their scores, not equally far apart, two worth the same. */
  static final MetricDefinition UNEVEN = new MetricDefinition(
      "uneven",
      1,
      Scale.of(0, 4),
      Direction.LOWER_IS_BETTER,
      10,
      -7,
      List.of(
          new ScoreClass("fine", 0, 0, 2),
          new ScoreClass("bad", 1, 1, 13),
          new ScoreClass("odd", 2, 3, -1),
          new ScoreClass("good", 4, 4, 2)));

  static final List<MetricDefinition> METRICS = List.of(
      MetricDefinition.nps(),
      MetricDefinition.csat(),
      MetricDefinition.ces(),
      MetricDefinition.thumbs(),
      MetricDefinition.csatMean(5),
      rating(),
      MetricDefinition.nsat(),
      UNEVEN);

  private Tallies() {}

  /** Returns the mean of a rating from 0 to 10: eleven categories, the most there can be. */
  static MetricDefinition rating() {
    return MetricDefinition.mean("rating", Scale.of(0, 10), Direction.HIGHER_IS_BETTER);
  }

  static Tally nps(long detractors, long passives, long promoters) {
    return Tally.of(MetricDefinition.nps(), Map.of(3, detractors, 7, passives, 10, promoters));
  }

  static Tally csat(long unsatisfied, long satisfied) {
    return Tally.of(MetricDefinition.csat(), Map.of(2, unsatisfied, 5, satisfied));
  }

  /** Returns a tally of these counts, from the lowest point of the scale upwards. */
  static Tally perPoint(MetricDefinition metric, long... counts) {
    List<Tally.Cell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      cells.add(new Tally.Cell(metric.scale().min() + i, 1, counts[i]));
    }
    return Tally.ofCells(metric, cells);
  }

  /** Returns tallies with answers of certain respondents, of each metric, from one to millions. */
  static Arbitrary<Tally> nonEmpty() {
    return Arbitraries.of(METRICS)
        .flatMap(metric -> counts()
            .array(long[].class)
            .ofSize(metric.scale().points())
            .map(counts -> perPoint(metric, counts)))
        .filter(tally -> tally.n() > 0)
        .withoutEdgeCases();
  }

  /** Returns tallies of one metric with up to eight kinds of answers, or none. */
  static Arbitrary<Tally> weighted(MetricDefinition metric) {
    return cell(metric).list().ofMaxSize(8).map(c -> Tally.ofCells(metric, c)).withoutEdgeCases();
  }

  /** Returns cells of one metric, some of them empty. */
  static Arbitrary<Tally.Cell> cell(MetricDefinition metric) {
    return Combinators.combine(
            Arbitraries.integers().between(metric.scale().min(), metric.scale().max()),
            Arbitraries.of(1.0, 0.5, 0.25, 0.1, 1e-3),
            counts())
        .as(Tally.Cell::new);
  }

  /** Returns counts of which many are 0, because a category without answers is the hard case. */
  static Arbitrary<Long> counts() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0L)),
            Tuple.of(3, Arbitraries.longs().between(1, 20)),
            Tuple.of(2, Arbitraries.longs().between(1, 5_000_000)))
        .withoutEdgeCases();
  }
}
