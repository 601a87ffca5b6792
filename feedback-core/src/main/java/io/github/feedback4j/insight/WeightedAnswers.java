package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;

/**
 * The sum of weights of some answers, and their mean.
 *
 * @param weight Σ w, where w is 1/p relative to the rarest answers, so at most 1
 * @param mean Σ w y / Σ w in units of the metric
 * @param lowest the lowest y
 * @param highest the highest y
 */
record WeightedAnswers(double weight, double mean, double lowest, double highest) {

  static WeightedAnswers of(Tally tally) {
    return of(tally, rarest(tally));
  }

  static WeightedAnswers of(Tally tally, double rarest) {
    double weight = 0;
    double sum = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (Tally.Cell each : tally.cells()) {
      double w = each.count() * (rarest / each.inclusionProbability());
      double y = value(tally.metric(), each.point());
      weight += w;
      sum += w * y;
      lowest = Math.min(lowest, y);
      highest = Math.max(highest, y);
    }
    return new WeightedAnswers(weight, sum / weight, lowest, highest);
  }

  /** Returns the smallest inclusion probability; 1 without answers. */
  static double rarest(Tally tally) {
    return tally.cells().stream()
        .mapToDouble(Tally.Cell::inclusionProbability)
        .min()
        .orElse(1);
  }

  /** Returns what an answer is worth in units of the metric. */
  static double value(MetricDefinition metric, int point) {
    return metric.offset() + (double) metric.factor() * metric.scoreOf(point);
  }

  boolean varies() {
    return lowest < highest;
  }
}
