package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far from the common value a team may be by chance, by its number of answers (Spiegelhalter
 * 2005).
 *
 * <p>The limits for n answers are target ± z · √(φ/n) · deviation: wide for few answers, narrow for
 * many, which gives the chart its shape. Teams never differ by chance alone, since they serve
 * different people, so φ widens the limits to the dispersion that the teams as a whole show. It is the
 * mean of the squared z-scores of the teams, whose most extreme tenth at either end is drawn in to the
 * 10 % and 90 % quantile before (winsorised), so that the teams one looks for do not hide themselves;
 * a φ below 1 is taken for 1.
 *
 * @param metric the metric of all teams
 * @param target the value of all answers together, in units of the metric
 * @param deviation the standard deviation of single answers about the target, in the same units; 0 if
 *     all agree, and then the funnel is a line
 * @param dispersion φ, at least 1
 * @param teams the number of teams with answers, at least 1
 * @since 0.1
 */
public record Funnel(
    MetricDefinition metric, double target, double deviation, double dispersion, int teams) {

  /** The share of the teams at either end whose z-scores are drawn in before φ is taken, 10 %. */
  public static final double WINSORISED = 0.10;

  /** The level of the inner limits, "worth a look", 95 %. */
  public static final double INNER_LEVEL = 0.95;

  /** The level of the outer limits, "act on it", 99.8 % or three standard errors. */
  public static final double OUTER_LEVEL = 0.998;

  /**
   * Where the limits are for one number of answers.
   *
   * @param low the lower limit, in units of the metric and never below its lowest value
   * @param high the upper limit, never above its highest value
   */
  public record Limits(double low, double high) {

    /** Returns whether a value lies between the limits, both included. */
    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public Funnel {
    if (!(target >= metric.lowest() && target <= metric.highest())) {
      throw new IllegalArgumentException("target must be between %s and %s, but was %s"
          .formatted(metric.lowest(), metric.highest(), target));
    }
    if (!(deviation >= 0 && Double.isFinite(deviation))) {
      throw new IllegalArgumentException("deviation must be at least 0, but was " + deviation);
    }
    if (!(dispersion >= 1 && Double.isFinite(dispersion))) {
      throw new IllegalArgumentException("dispersion must be at least 1, but was " + dispersion);
    }
    if (teams < 1) {
      throw new IllegalArgumentException("teams must be at least 1, but was " + teams);
    }
  }

  /**
   * Returns the funnel of these teams, or empty if none of them has an answer. Teams without answers
   * have no say in it; a team with one answer has. Answers that weigh differently count with their
   * effective number.
   *
   * @throws IllegalArgumentException if a tally is of another series
   */
  public static Optional<Funnel> of(MetricDefinition metric, Collection<Tally> teams) {
    Tally all = Tally.empty(metric);
    for (Tally each : teams) {
      all = all.plus(each);
    }
    if (all.n() == 0) {
      return Optional.empty();
    }
    Score together = Score.of(all);
    List<Score> scores =
        teams.stream().filter(each -> each.n() > 0).map(Score::of).toList();
    double target = together.value().orElseThrow();
    double deviation = Math.sqrt(AnswerWeights.variance(together));
    double[] z = scores.stream().mapToDouble(each -> z(each, target, deviation)).toArray();
    return Optional.of(
        new Funnel(metric, target, deviation, Math.max(1, dispersion(z)), scores.size()));
  }

  private static double z(Score score, double target, double deviation) {
    return deviation == 0
        ? 0
        : (score.value().orElseThrow() - target) / (deviation / Math.sqrt(score.effectiveN()));
  }

  /** Returns the mean square of winsorised z-scores. */
  static double dispersion(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, WINSORISED);
    double high = quantile(sorted, 1 - WINSORISED);
    double sum = 0;
    for (double each : sorted) {
      double drawnIn = Math.max(low, Math.min(high, each));
      sum += drawnIn * drawnIn;
    }
    return sum / sorted.length;
  }

  /** Returns a quantile between two neighbours by distance: type 7 of Hyndman &amp; Fan (1996). */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Returns the limits for so many answers.
   *
   * @param n the number of answers, above 0; of equal weight
   * @param level the share of teams that are no different and lie within, between 0 and 1, both
   *     excluded; such as {@link #INNER_LEVEL} or {@link #OUTER_LEVEL}
   * @throws IllegalArgumentException if a value is out of bounds
   */
  public Limits limits(double n, double level) {
    if (!(n > 0)) {
      throw new IllegalArgumentException("n must be above 0, but was " + n);
    }
    double half = Contrast.z(Levels.require(level)) * Math.sqrt(dispersion / n) * deviation;
    return new Limits(
        Math.max(metric.lowest(), target - half), Math.min(metric.highest(), target + half));
  }

  /**
   * Returns how many standard errors a team is away from the target, φ included, or empty without
   * answers; beyond ±1.96 it is out of the 95 % limits.
   *
   * @throws IllegalArgumentException if the score is of another series
   */
  public OptionalDouble z(Score score) {
    Difference.requireSameSeries(metric, score.metric());
    return score.n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(z(score, target, deviation * Math.sqrt(dispersion)));
  }
}
