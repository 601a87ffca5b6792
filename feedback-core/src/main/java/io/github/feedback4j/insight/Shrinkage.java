package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of teams, drawn towards what all have in common, the more so the fewer answers a team
 * has: empirical Bayes on the random effects of DerSimonian &amp; Laird (1986).
 *
 * <p>The best and the worst raw value nearly always belong to teams with few answers. The shrunken one
 * is the better guess of next month's value: with v = s²/n for the chance in a team's value y and τ²
 * for the true variance between teams it is
 *
 * <pre>{@code
 * μ + τ²/(τ² + v) · (y − μ)
 * }</pre>
 *
 * <p>with the standard error of a best linear unbiased prediction (Robinson 1991), τ² taken as known.
 * s² is the variance of single answers within the teams, one for all, so that a team with one answer,
 * or one whose answers all agree, has a chance variance too. Where all answers agree within each team,
 * s comes from the score interval of all answers together.
 *
 * @param mean μ, the mean of the true values of teams, in units of the metric
 * @param standardError the standard error of the mean
 * @param between τ, the standard deviation of the true values of teams; 0 if they differ no more than
 *     chance alone would make them
 * @param within s, the standard deviation of single answers within a team, above 0
 * @param teams the shrunken value of each team that has answers, by name
 * @since 0.1
 */
public record Shrinkage(
    double mean,
    double standardError,
    double between,
    double within,
    SortedMap<String, Shrunken> teams) {

  /**
   * The value of a team after shrinkage.
   *
   * @param n the number of answers, at least 1
   * @param value in units of the metric
   * @param interval where the true value of the team is expected to be
   * @param kept τ²/(τ² + v), how much of the distance to the mean remains, 0 to 1
   */
  public record Shrunken(long n, double value, ConfidenceInterval interval, double kept) {}

  /** Copies the teams. */
  public Shrinkage {
    teams = Collections.unmodifiableSortedMap(new TreeMap<>(teams));
  }

  /**
   * Returns the shrunken values of these teams; teams without answers have none.
   *
   * <p>It is empty if nobody answered at all; a single team keeps the
   * value it has. Answers that weigh differently count with their effective number.
   *
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if a tally is of another series, or the level is out of bounds
   */
  public static Optional<Shrinkage> of(
      MetricDefinition metric, Map<String, Tally> teams, double level) {
    double z = Contrast.z(Levels.require(level));
    SortedMap<String, Score> scores = new TreeMap<>();
    Tally all = Tally.empty(metric);
    for (Map.Entry<String, Tally> each : teams.entrySet()) {
      all = all.plus(each.getValue());
      if (each.getValue().n() > 0) {
        scores.put(each.getKey(), Score.of(each.getValue()));
      }
    }
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    double within = within(scores, Score.of(all));
    double[] values =
        scores.values().stream().mapToDouble(each -> each.value().orElseThrow()).toArray();
    double[] variances = scores.values().stream()
        .mapToDouble(each -> within * within / each.effectiveN())
        .toArray();
    RandomEffects effects = new RandomEffects(values, variances);
    SortedMap<String, Shrunken> shrunken = new TreeMap<>();
    int i = 0;
    for (Map.Entry<String, Score> each : scores.entrySet()) {
      shrunken.put(
          each.getKey(),
          new Shrunken(
              each.getValue().n(),
              effects.predicted(i),
              interval(metric, effects.predicted(i), z * effects.standardError(i), level),
              effects.kept(i)));
      i++;
    }
    return Optional.of(new Shrinkage(
        effects.mean,
        Math.sqrt(effects.varianceOfMean),
        Math.sqrt(effects.betweenVariance),
        within,
        shrunken));
  }

  private static double within(SortedMap<String, Score> scores, Score all) {
    double squares = 0;
    double freedom = 0;
    for (Score each : scores.values()) {
      squares += each.effectiveN() * AnswerWeights.variance(each);
      freedom += each.effectiveN() - 1;
    }
    if (squares > 0 && freedom > 0) {
      return Math.sqrt(squares / freedom);
    }
    double z = Contrast.z(ConfidenceInterval.DEFAULT_LEVEL);
    double reach = Math.max(all.reach(z).orElseThrow(), all.reach(-z).orElseThrow());
    return reach / z * Math.sqrt(all.effectiveN());
  }

  private static ConfidenceInterval interval(
      MetricDefinition metric, double value, double half, double level) {
    return new ConfidenceInterval(
        Math.min(value, Math.max(metric.lowest(), value - half)),
        Math.max(value, Math.min(metric.highest(), value + half)),
        level,
        IntervalMethod.NORMAL);
  }
}
