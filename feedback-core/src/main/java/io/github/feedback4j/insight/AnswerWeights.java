package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;

/** Sums over answers that weigh 1/p, where p is the probability with which they were chosen. */
final class AnswerWeights {

  private AnswerWeights() {}

  /** Returns how many people the answers stand for: n where everybody was asked. */
  static double total(Tally tally) {
    double sum = 0;
    for (Tally.Cell each : tally.cells()) {
      sum += each.count() / each.inclusionProbability();
    }
    return sum;
  }

  /**
   * Returns the variance of single answers about the value of their score, Σ w (v − m)² / Σ w, in
   * squared units of the metric; there must be answers.
   */
  static double variance(Score score) {
    return moment(score, 2);
  }

  /**
   * Returns how lop-sided single answers are, Σ w (v − m)³ / Σ w in units of their standard deviation;
   * 0 where all agree; there must be answers.
   */
  static double skewness(Score score) {
    double variance = variance(score);
    return variance == 0 ? 0 : moment(score, 3) / (variance * Math.sqrt(variance));
  }

  private static double moment(Score score, int order) {
    double mean = score.value().orElseThrow();
    double sum = 0;
    double total = 0;
    for (Tally.Cell each : score.tally().cells()) {
      double weight = each.count() / each.inclusionProbability();
      double value = score.metric().offset()
          + (double) score.metric().factor() * score.metric().scoreOf(each.point());
      sum += weight * Math.pow(value - mean, order);
      total += weight;
    }
    return sum / total;
  }
}
