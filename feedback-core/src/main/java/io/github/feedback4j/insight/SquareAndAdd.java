package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;

/**
 * Limits of sums and differences from the limits of their parts: method of variance estimates recovery.
 *
 * <p>For two shares these are the limits of Newcombe (1998), method 10; Zou &amp; Donner (2008) found
 * that nothing in it is about shares. What it takes over from the parts it keeps: limits that are not
 * symmetric, and a width even where all answers agree.
 */
final class SquareAndAdd {

  private SquareAndAdd() {}

  /** An estimate with limits: {@code low ≤ value ≤ high}. */
  record Part(double value, double low, double high) {

    /** Returns the part of a score that has at least one answer. */
    static Part of(Score score, double level) {
      ConfidenceInterval interval = score.interval(level).orElseThrow();
      return new Part(score.value().orElseThrow(), interval.low(), interval.high());
    }

    double below() {
      return value - low;
    }

    double above() {
      return high - value;
    }
  }

  /**
   * Returns the limits of {@code left − right}.
   *
   * @param correlation of the two estimates, −1 to 1; 0 for independent ones
   */
  static ConfidenceInterval difference(
      Part left, Part right, double correlation, double level, double widest) {
    double difference = left.value() - right.value();
    double low = difference - together(left.below(), right.above(), correlation);
    double high = difference + together(left.above(), right.below(), correlation);
    return new ConfidenceInterval(
        Math.max(low, -widest), Math.min(high, widest), level, IntervalMethod.MOVER);
  }

  // √(a² + b² − 2rab), written so that r = 1 and a = b give 0 and no rounding gives less.
  private static double together(double a, double b, double correlation) {
    return Math.sqrt((a - b) * (a - b) + 2 * (1 - correlation) * a * b);
  }
}
