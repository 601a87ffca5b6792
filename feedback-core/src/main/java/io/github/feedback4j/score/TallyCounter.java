package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts answers one by one, for loops that pass over many of them.
 *
 * <p>Not safe for use by several threads, which keeps an addition as cheap as an array access: give
 * each thread a counter of its own, and add up their snapshots with {@link Tally#plus}. Adding an
 * answer allocates nothing, unless its inclusion probability is a new one.
 *
 * @since 0.1
 */
public final class TallyCounter {

  private final MetricDefinition metric;
  private final int min;
  private final int points;
  private final Probabilities probabilities = new Probabilities();

  // For each probability as many numbers as there are points.
  private long[] counts;

  /** Creates a counter without answers. */
  public TallyCounter(MetricDefinition metric) {
    Scale scale = metric.scale();
    this.metric = metric;
    this.min = scale.min();
    this.points = scale.points();
    this.counts = new long[points];
  }

  /**
   * Counts one answer.
   *
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which the respondent was chosen, above 0 and
   *     at most 1
   * @throws IllegalArgumentException that names the value which is out of bounds; then nothing is
   *     counted
   * @throws IllegalStateException if there are more than a million different probabilities
   */
  public void add(int point, double inclusionProbability) {
    int index = point - min;
    if (index < 0 || index >= points) {
      metric.classOf(point); // throws the text that names metric and scale
    }
    // Nearly all answers come from surveys that ask everybody, so they need no look-up.
    if (inclusionProbability == 1) {
      counts[index]++;
    } else {
      int place = rowOf(inclusionProbability) + index; // which may make the array anew
      counts[place]++;
    }
  }

  /**
   * Counts some answers of the same kind.
   *
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which the respondents were chosen, above 0 and
   *     at most 1
   * @param count how many there are, at least 0
   * @throws IllegalArgumentException that names the value which is out of bounds; then nothing is
   *     counted
   * @throws ArithmeticException if there are more answers than a long can hold
   * @throws IllegalStateException if there are more than a million different probabilities
   */
  public void add(int point, double inclusionProbability, long count) {
    int index = point - min;
    if (index < 0 || index >= points) {
      metric.classOf(point); // throws the text that names metric and scale
    }
    if (count < 0) {
      Counts.require("count of point " + point, count); // throws the text that names the count
    }
    int place = rowOf(inclusionProbability) + index;
    counts[place] = Counts.sum("number of answers", counts[place], count);
  }

  private int rowOf(double inclusionProbability) {
    int row = probabilities.id(inclusionProbability) * points;
    if (row >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(row + points, 2 * counts.length));
    }
    return row;
  }

  /** Returns the answers counted so far; later additions do not change it. */
  public Tally snapshot() {
    List<Tally.Cell> cells = new ArrayList<>();
    for (int i = 0; i < probabilities.size() * points && i < counts.length; i++) {
      if (counts[i] > 0) {
        cells.add(new Tally.Cell(min + i % points, probabilities.get(i / points), counts[i]));
      }
    }
    return Tally.ofCells(metric, cells);
  }
}
