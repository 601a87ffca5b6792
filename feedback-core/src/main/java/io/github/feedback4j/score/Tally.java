package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many answers of each kind there are to one metric: all that a {@link Score} needs to know.
 *
 * <p>Tallies of the same series add and subtract exactly: {@code plus} is associative and
 * commutative, an empty tally changes nothing, and {@code a.plus(b).minus(b)} equals {@code a}. So
 * totals can be kept up to date by adding and taking out, and days or teams can be summed in any
 * order. Answers are counted by point of the scale and by the probability with which the respondent
 * was chosen, which lets a score give back the right weight to those who were rarely asked.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class Tally {

  private static final Comparator<Cell> BY_KIND =
      Comparator.comparingInt(Cell::point).thenComparingDouble(Cell::inclusionProbability);

  private final MetricDefinition metric;

  // Sorted by kind, one cell per kind, no zero counts: so equal tallies have equal lists.
  private final List<Cell> cells;
  private final long n;

  private Tally(MetricDefinition metric, List<Cell> cells) {
    this.metric = metric;
    this.cells = List.copyOf(cells);
    long sum = 0;
    for (Cell each : cells) {
      sum = Counts.sum("number of answers", sum, each.count());
    }
    this.n = sum;
  }

  /**
   * A number of answers of the same kind.
   *
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which these respondents were chosen, above 0
   *     and at most 1
   * @param count how many there are, at least 0
   */
  public record Cell(int point, double inclusionProbability, long count) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException that names the value which is out of bounds, NaN included
     */
    public Cell {
      requireProbability(inclusionProbability);
      Counts.require("count of point " + point, count);
    }

    static void requireProbability(double inclusionProbability) {
      if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
        throw new IllegalArgumentException(
            "inclusion probability must be above 0 and at most 1, but was " + inclusionProbability);
      }
    }

    private Cell withCount(long newCount) {
      return new Cell(point, inclusionProbability, newCount);
    }
  }

  /** Returns the tally without answers. */
  public static Tally empty(MetricDefinition metric) {
    return new Tally(metric, List.of());
  }

  /**
   * Returns a tally of respondents who were all certain to be chosen.
   *
   * @param counts how many answers there are, by point of the scale
   * @throws IllegalArgumentException if a point is not on the scale or a count is below 0
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public static Tally of(MetricDefinition metric, Map<Integer, Long> counts) {
    List<Cell> cells = new ArrayList<>();
    counts.forEach((point, count) -> cells.add(new Cell(point, 1, count)));
    return ofCells(metric, cells);
  }

  /**
   * Returns a tally of these answers, each given by a respondent who was certain to be chosen.
   *
   * @throws IllegalArgumentException if an answer is not on the scale
   */
  public static Tally ofAnswers(MetricDefinition metric, int... answers) {
    TallyCounter counter = new TallyCounter(metric);
    for (int each : answers) {
      counter.add(each, 1);
    }
    return counter.snapshot();
  }

  /**
   * Returns the tally with these cells, in any order; cells of the same kind are added up.
   *
   * @throws IllegalArgumentException if a point is not on the scale
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public static Tally ofCells(MetricDefinition metric, Collection<Cell> cells) {
    SortedMap<Cell, Long> sums = new TreeMap<>(BY_KIND);
    for (Cell each : cells) {
      metric.classOf(each.point());
      sums.merge(each, each.count(), (a, b) -> Counts.sum("number of answers", a, b));
    }
    List<Cell> sorted = new ArrayList<>();
    sums.forEach((kind, count) -> {
      if (count > 0) {
        sorted.add(kind.withCount(count));
      }
    });
    return new Tally(metric, sorted);
  }

  /**
   * Returns this tally with some more answers of one kind.
   *
   * @param point the point of the scale
   * @param inclusionProbability the probability with which the respondents were chosen, above 0
   *     and at most 1
   * @param count how many answers are added, at least 0
   * @throws IllegalArgumentException that names the value which is out of bounds
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public Tally with(int point, double inclusionProbability, long count) {
    return plus(ofCells(metric, List.of(new Cell(point, inclusionProbability, count))));
  }

  /**
   * Returns the answers of both tallies.
   *
   * @throws IllegalArgumentException if the other tally is of another series
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public Tally plus(Tally other) {
    requireSameSeries(other);
    List<Cell> all = new ArrayList<>(cells);
    all.addAll(other.cells);
    return ofCells(metric, all);
  }

  /**
   * Returns the answers of this tally without those of the other one, which must be among them.
   *
   * <p>There is no tally with a negative count: it would mean that something was taken out twice.
   *
   * @throws IllegalArgumentException if the other tally is of another series, or has more answers
   *     of some kind than this one
   */
  public Tally minus(Tally other) {
    requireSameSeries(other);
    SortedMap<Cell, Long> rest = new TreeMap<>(BY_KIND);
    cells.forEach(each -> rest.put(each, each.count()));
    for (Cell each : other.cells) {
      long present = rest.getOrDefault(each, 0L);
      if (each.count() > present) {
        throw new IllegalArgumentException(
            "cannot take %d answers of point %d with inclusion probability %s out of %s: it has %d"
                .formatted(
                    each.count(), each.point(), each.inclusionProbability(), series(), present));
      }
      rest.put(each, present - each.count());
    }
    List<Cell> left = new ArrayList<>();
    rest.forEach((kind, count) -> left.add(kind.withCount(count)));
    return ofCells(metric, left);
  }

  /** Returns the metric that was answered. */
  public MetricDefinition metric() {
    return metric;
  }

  /** Returns the number of answers, at least 0. */
  public long n() {
    return n;
  }

  /**
   * Returns how many answers chose a point of the scale.
   *
   * @throws IllegalArgumentException if {@code point} is not on the scale
   */
  public long count(int point) {
    metric.classOf(point);
    return countBetween(point, point);
  }

  /**
   * Returns how many answers are in a class of the metric, such as {@code promoter}.
   *
   * @throws IllegalArgumentException that lists the classes if none has this name
   */
  public long count(String className) {
    for (ScoreClass each : metric.classes()) {
      if (each.name().equals(className)) {
        return countBetween(each.from(), each.to());
      }
    }
    throw new IllegalArgumentException("class of metric '%s' must be one of %s, but was '%s'"
        .formatted(
            metric.id(), metric.classes().stream().map(ScoreClass::name).toList(), className));
  }

  private long countBetween(int from, int to) {
    long sum = 0;
    for (Cell each : cells) {
      if (each.point() >= from && each.point() <= to) {
        sum += each.count();
      }
    }
    return sum;
  }

  /** Returns how many answers chose each point of the scale, in ascending order, zeros included. */
  public SortedMap<Integer, Long> counts() {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (int point = metric.scale().min(); point <= metric.scale().max(); point++) {
      counts.put(point, countBetween(point, point));
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  /**
   * Returns the counts by point and inclusion probability, for a store to keep.
   *
   * <p>Sorted by point, then by probability; no two cells are of the same kind and none is empty.
   */
  public List<Cell> cells() {
    return cells;
  }

  /** Returns the name of the series as it starts a formula id, such as {@code csat/1:1-5}. */
  String series() {
    return series(metric);
  }

  static String series(MetricDefinition metric) {
    return "%s/%d:%d-%d"
        .formatted(
            metric.id(), metric.version(), metric.scale().min(), metric.scale().max());
  }

  private void requireSameSeries(Tally other) {
    requireSameSeries(metric, other.metric);
  }

  /** Throws if answers to these metrics must not be added up. */
  static void requireSameSeries(MetricDefinition metric, MetricDefinition other) {
    if (metric.equals(other)) {
      return;
    }
    // Two definitions can share a name and still cut the scale at different points.
    boolean namesDiffer = !series(metric).equals(series(other));
    throw new IllegalArgumentException("tallies must be of the same series, but are of %s and %s"
        .formatted(namesDiffer ? series(metric) : metric, namesDiffer ? series(other) : other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tally that && metric.equals(that.metric) && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * metric.hashCode() + cells.hashCode();
  }

  /** Returns the counts as people read them, such as {@code csat/1:1-5 n = 3 (4: 1, 5: 2)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(series()).append(" n = ").append(n);
    String separator = " (";
    for (Cell each : cells) {
      text.append(separator).append(each.point()).append(": ").append(each.count());
      if (each.inclusionProbability() != 1) {
        text.append(" at ").append(each.inclusionProbability());
      }
      separator = ", ";
    }
    return n == 0 ? text.toString() : text.append(')').toString();
  }
}
