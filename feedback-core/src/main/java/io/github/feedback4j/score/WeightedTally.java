package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers with weights of their own, such as post-stratification makes: for each point of the scale how
 * many there are, the sum W of their weights, and the sum Q of the squares.
 *
 * <p>Answers that only were chosen with different probabilities need none of this: a {@link Tally}
 * knows their weights, and stays exact. These sums are of floating-point numbers, so {@code plus} is
 * commutative, but associative to some 15 digits only, and there is no {@code minus}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class WeightedTally {

  /** The greatest weight of an answer. */
  public static final double MAX_WEIGHT = 1e100;

  /** The least weight of an answer that has one. */
  public static final double MIN_WEIGHT = 1e-100;

  private final MetricDefinition metric;
  private final long[] counts;
  private final double[] weights;
  private final double[] squaredWeights;
  private final long n;
  private final double lightest;
  private final double heaviest;

  private WeightedTally(
      MetricDefinition metric,
      long[] counts,
      double[] weights,
      double[] squaredWeights,
      double lightest,
      double heaviest) {
    this.metric = metric;
    this.counts = counts;
    this.weights = weights;
    this.squaredWeights = squaredWeights;
    this.lightest = lightest;
    this.heaviest = heaviest;
    long sum = 0;
    for (long each : counts) {
      sum = Counts.sum("number of answers", sum, each);
    }
    this.n = sum;
  }

  /**
   * The answers at one point of the scale.
   *
   * @param point the point of the scale
   * @param count how many there are, at least 1
   * @param weight W, the sum of their weights
   * @param squaredWeight Q, the sum of the squares of their weights
   */
  public record Cell(int point, long count, double weight, double squaredWeight) {}

  /** Returns the tally without answers. */
  public static WeightedTally empty(MetricDefinition metric) {
    int points = metric.scale().points();
    return new WeightedTally(
        metric,
        new long[points],
        new double[points],
        new double[points],
        Double.POSITIVE_INFINITY,
        0);
  }

  /**
   * Returns the answers of a tally, each with the inverse of its inclusion probability for a weight
   * (Horvitz &amp; Thompson 1952), times {@code factor}.
   *
   * @param factor what all weights are multiplied with: in post-stratification how many people of the
   *     group there are for each that the answers stand for
   * @throws IllegalArgumentException if a weight is out of bounds
   */
  public static WeightedTally of(Tally tally, double factor) {
    WeightedTally sum = empty(tally.metric());
    for (Tally.Cell each : tally.cells()) {
      sum = sum.with(each.point(), factor / each.inclusionProbability(), each.count());
    }
    return sum;
  }

  /**
   * Returns this tally with some more answers of one kind.
   *
   * @param point the point of the scale
   * @param weight what each of them weighs: 0, or {@link #MIN_WEIGHT} to {@link #MAX_WEIGHT}; only
   *     the proportions of weights matter
   * @param count how many answers are added, at least 0
   * @throws IllegalArgumentException that names the value which is out of bounds, NaN included
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public WeightedTally with(int point, double weight, long count) {
    metric.classOf(point);
    if (weight != 0 && !(weight >= MIN_WEIGHT && weight <= MAX_WEIGHT)) {
      throw new IllegalArgumentException("weight must be 0, or between %s and %s, but was %s"
          .formatted(MIN_WEIGHT, MAX_WEIGHT, weight));
    }
    Counts.require("count of point " + point, count);
    if (count == 0) {
      return this;
    }
    Scale scale = metric.scale();
    WeightedTally more = new WeightedTally(
        metric,
        new long[scale.points()],
        new double[scale.points()],
        new double[scale.points()],
        weight,
        weight);
    int i = point - scale.min();
    more.counts[i] = count;
    more.weights[i] = count * weight;
    more.squaredWeights[i] = count * weight * weight;
    return plus(more);
  }

  /**
   * Returns the answers of both tallies.
   *
   * @throws IllegalArgumentException if the other tally is of another series
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public WeightedTally plus(WeightedTally other) {
    Tally.requireSameSeries(metric, other.metric);
    long[] sumOfCounts = counts.clone();
    double[] sumOfWeights = weights.clone();
    double[] sumOfSquares = squaredWeights.clone();
    for (int i = 0; i < counts.length; i++) {
      sumOfCounts[i] = Counts.sum("number of answers", counts[i], other.counts[i]);
      sumOfWeights[i] += other.weights[i];
      sumOfSquares[i] += other.squaredWeights[i];
    }
    return new WeightedTally(
        metric,
        sumOfCounts,
        sumOfWeights,
        sumOfSquares,
        Math.min(lightest, other.lightest),
        Math.max(heaviest, other.heaviest));
  }

  /** Returns the metric that was answered. */
  public MetricDefinition metric() {
    return metric;
  }

  /** Returns the number of answers, at least 0, whatever they weigh. */
  public long n() {
    return n;
  }

  /** Returns what there is at each point of the scale that was answered, in ascending order. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        cells.add(new Cell(metric.scale().min() + i, counts[i], weights[i], squaredWeights[i]));
      }
    }
    return List.copyOf(cells);
  }

  /** Returns the answers without their weights. */
  Tally counts() {
    return Tally.ofCells(
        metric,
        cells().stream().map(c -> new Tally.Cell(c.point(), 1, c.count())).toList());
  }

  boolean weighsAlike() {
    return lightest == heaviest;
  }

  /** Throws if there are answers, but none that weighs anything. */
  void requireWeight() {
    if (n > 0 && heaviest == 0) {
      throw new IllegalArgumentException(
          "weights must not all be 0, but those of all %d answers are: give at least one answer a weight between %s and %s"
              .formatted(n, MIN_WEIGHT, MAX_WEIGHT));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WeightedTally that
        && metric.equals(that.metric)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(weights, that.weights)
        && Arrays.equals(squaredWeights, that.squaredWeights);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * metric.hashCode() + Arrays.hashCode(counts)) + Arrays.hashCode(weights);
  }

  /** Returns the sums as people read them, such as {@code csat/1:1-5 n = 3 (4: 2 weigh 1.5)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Tally.series(metric)).append(" n = ").append(n);
    String separator = " (";
    for (Cell each : cells()) {
      text.append(separator).append(each.point()).append(": ").append(each.count());
      text.append(" weigh ").append(each.weight());
      separator = ", ";
    }
    return n == 0 ? text.toString() : text.append(')').toString();
  }
}
