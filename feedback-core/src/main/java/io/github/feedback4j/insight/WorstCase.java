package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Optional;

/**
 * Where the score of everybody who was asked must lie, whatever those who did not answer think.
 *
 * <p>With the response rate r the bounds are {@code r · value + (1 − r) · lowest} and {@code r · value +
 * (1 − r) · highest} (Manski 1989). They assume nothing, so they are wide; any narrower statement rests
 * on an assumption about the silent. {@code withSampling} takes the limits of the score's interval in
 * place of its value, for the people who may be asked next. Where answers weigh differently r is
 * still the plain share of those asked who answered.
 *
 * @param low the value if everybody who did not answer had given the worst answer of the scale, or the
 *     best one if lower is better
 * @param high the value if they all had given the other extreme
 * @param withSampling the bounds widened by the interval of the score
 * @param n how many answered
 * @param asked how many were asked
 * @since 0.1
 */
public record WorstCase(
    double low, double high, ConfidenceInterval withSampling, long n, long asked) {

  /**
   * Returns the bounds, or empty if nobody was asked.
   *
   * <p>If nobody answered they are the ends of the scale.
   *
   * @param score the score of those who answered
   * @param asked how many were asked, at least {@code score.n()}
   * @throws IllegalArgumentException if fewer were asked than answered
   */
  public static Optional<WorstCase> of(Score score, long asked) {
    if (asked < score.n()) {
      throw new IllegalArgumentException(
          "asked must be at least the %d answers, but was %d".formatted(score.n(), asked));
    }
    if (asked == 0) {
      return Optional.empty();
    }
    MetricDefinition metric = score.metric();
    double answered = (double) score.n() / asked;
    double silent = (double) (asked - score.n()) / asked;
    double atLeast = silent * metric.lowest();
    double atMost = silent * metric.highest();
    double value = answered * score.value().orElse(0);
    double low = answered * score.interval().map(ConfidenceInterval::low).orElse(0.0);
    double high = answered * score.interval().map(ConfidenceInterval::high).orElse(0.0);
    return Optional.of(new WorstCase(
        value + atLeast,
        value + atMost,
        new ConfidenceInterval(low + atLeast, high + atMost, score.level(), IntervalMethod.SCORE),
        score.n(),
        asked));
  }
}
