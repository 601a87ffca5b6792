package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts answers one by one, for loops that pass over many of them.
 *
 * <p>Not safe for use by several threads, which keeps an addition as cheap as an array access: give
 * each thread a counter of its own, and add up their snapshots with {@link Tally#plus}. Adding an
 * answer with the inclusion probability 1 allocates nothing.
 *
 * @since 0.1
 */
public final class TallyCounter {

  private final MetricDefinition metric;
  private final Scale scale;

  // Nearly all answers come from surveys that ask everybody, so they need no look-up.
  private final long[] certain;
  private final Map<Double, long[]> sampled = new HashMap<>();

  /** Creates a counter without answers. */
  public TallyCounter(MetricDefinition metric) {
    this.metric = metric;
    this.scale = metric.scale();
    this.certain = new long[scale.points()];
  }

  /**
   * Counts one answer.
   *
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which the respondent was chosen, above 0 and
   *     at most 1
   * @throws IllegalArgumentException that names the value which is out of bounds; then nothing is
   *     counted
   */
  public void add(int point, double inclusionProbability) {
    if (!scale.contains(point)) {
      metric.classOf(point); // throws the text that names metric and scale
    }
    long[] counts = inclusionProbability == 1 ? certain : sampledWith(point, inclusionProbability);
    counts[point - scale.min()]++;
  }

  private long[] sampledWith(int point, double inclusionProbability) {
    long[] counts = sampled.get(inclusionProbability);
    if (counts == null) {
      double checked = new Tally.Cell(point, inclusionProbability, 1).inclusionProbability();
      counts = new long[scale.points()];
      sampled.put(checked, counts);
    }
    return counts;
  }

  /** Returns the answers counted so far; later additions do not change it. */
  public Tally snapshot() {
    List<Tally.Cell> cells = new ArrayList<>();
    addCells(cells, 1, certain);
    sampled.forEach((probability, counts) -> addCells(cells, probability, counts));
    return Tally.ofCells(metric, cells);
  }

  private void addCells(List<Tally.Cell> cells, double inclusionProbability, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      cells.add(new Tally.Cell(scale.min() + i, inclusionProbability, counts[i]));
    }
  }
}
