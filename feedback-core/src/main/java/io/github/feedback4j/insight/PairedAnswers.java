package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each pair of answers was given by the same person about the same thing: what somebody
 * expected when a ticket was opened, and how it was when it was closed.
 *
 * <p>At most 121 counts, one for each pair of points. Pairs of the same metric add and subtract
 * exactly, in any order. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class PairedAnswers {

  private final MetricDefinition metric;
  private final List<Cell> cells; // sorted, one per pair of points, no zero counts

  private PairedAnswers(MetricDefinition metric, List<Cell> cells) {
    this.metric = metric;
    this.cells = cells;
  }

  /**
   * A number of equal pairs.
   *
   * @param expected the point of the scale that was answered first
   * @param perceived the point that was answered later
   * @param count how many there are, at least 0
   */
  public record Cell(int expected, int perceived, long count) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is below 0
     */
    public Cell {
      if (count < 0) {
        throw new IllegalArgumentException("count of pair (%d, %d) must be at least 0, but was %d"
            .formatted(expected, perceived, count));
      }
    }
  }

  /** Returns the pairs of a metric before the first one. */
  public static PairedAnswers empty(MetricDefinition metric) {
    return new PairedAnswers(metric, List.of());
  }

  /**
   * Returns these pairs, in any order; counts of equal pairs are added up.
   *
   * @throws IllegalArgumentException if a point is not on the scale
   * @throws ArithmeticException if there are more pairs than a long can hold
   */
  public static PairedAnswers of(MetricDefinition metric, Collection<Cell> cells) {
    SortedMap<Integer, SortedMap<Integer, Long>> sums = new TreeMap<>();
    long n = 0;
    for (Cell each : cells) {
      metric.classOf(each.expected());
      metric.classOf(each.perceived());
      n = Math.addExact(n, each.count());
      if (each.count() > 0) {
        sums.computeIfAbsent(each.expected(), point -> new TreeMap<>())
            .merge(each.perceived(), each.count(), Long::sum);
      }
    }
    List<Cell> sorted = new ArrayList<>();
    sums.forEach((expected, row) ->
        row.forEach((perceived, count) -> sorted.add(new Cell(expected, perceived, count))));
    return new PairedAnswers(metric, List.copyOf(sorted));
  }

  /**
   * Returns these pairs and some more.
   *
   * @throws IllegalArgumentException if a point is not on the scale, or the count is below 0
   */
  public PairedAnswers with(int expected, int perceived, long count) {
    return plus(of(metric, List.of(new Cell(expected, perceived, count))));
  }

  /**
   * Returns the pairs of both.
   *
   * @throws IllegalArgumentException if the others are of another series
   */
  public PairedAnswers plus(PairedAnswers other) {
    requireSameSeries(other);
    List<Cell> all = new ArrayList<>(cells);
    all.addAll(other.cells);
    return of(metric, all);
  }

  /**
   * Returns these pairs without the others, which must be among them.
   *
   * @throws IllegalArgumentException if they are not, or are of another series
   */
  public PairedAnswers minus(PairedAnswers other) {
    requireSameSeries(other);
    for (Cell each : other.cells) {
      if (count(each.expected(), each.perceived()) < each.count()) {
        throw new IllegalArgumentException("cannot take %d pairs (%d, %d) out of %d"
            .formatted(
                each.count(),
                each.expected(),
                each.perceived(),
                count(each.expected(), each.perceived())));
      }
    }
    List<Cell> rest = new ArrayList<>();
    for (Cell each : cells) {
      long taken = other.count(each.expected(), each.perceived());
      rest.add(new Cell(each.expected(), each.perceived(), each.count() - taken));
    }
    return of(metric, rest);
  }

  private void requireSameSeries(PairedAnswers other) {
    if (!metric.equals(other.metric)) {
      throw new IllegalArgumentException(
          "pairs must be of the same series, but are of %s and %s".formatted(metric, other.metric));
    }
  }

  /** Returns the metric of both answers. */
  public MetricDefinition metric() {
    return metric;
  }

  /** Returns the number of pairs, at least 0. */
  public long n() {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** Returns how many pairs have these two points. */
  public long count(int expected, int perceived) {
    return cells.stream()
        .filter(each -> each.expected() == expected && each.perceived() == perceived)
        .mapToLong(Cell::count)
        .sum();
  }

  /** Returns the counts, for a store to keep. */
  public List<Cell> cells() {
    return cells;
  }

  /** Returns the first answer of each pair. */
  public Tally expected() {
    Map<Integer, Long> counts = new TreeMap<>();
    cells.forEach(each -> counts.merge(each.expected(), each.count(), Long::sum));
    return Tally.of(metric, counts);
  }

  /** Returns the later answer of each pair. */
  public Tally perceived() {
    Map<Integer, Long> counts = new TreeMap<>();
    cells.forEach(each -> counts.merge(each.perceived(), each.count(), Long::sum));
    return Tally.of(metric, counts);
  }

  /** Returns the correlation of what the answers are worth, −1 to 1; 0 where one side is constant. */
  double correlation() {
    double n = n();
    double expected = WeightedAnswers.of(expected()).mean();
    double perceived = WeightedAnswers.of(perceived()).mean();
    double both = 0;
    double first = 0;
    double second = 0;
    for (Cell each : cells) {
      double x = WeightedAnswers.value(metric, each.expected()) - expected;
      double y = WeightedAnswers.value(metric, each.perceived()) - perceived;
      both += each.count() / n * (x * y);
      first += each.count() / n * (x * x);
      second += each.count() / n * (y * y);
    }
    return first > 0 && second > 0
        ? Math.max(-1, Math.min(1, both / Math.sqrt(first * second)))
        : 0;
  }

  /** Returns the standard error of the mean difference, s/√n; NaN with fewer than two pairs. */
  double standardError() {
    double n = n();
    double mean =
        WeightedAnswers.of(perceived()).mean() - WeightedAnswers.of(expected()).mean();
    double sum = 0;
    for (Cell each : cells) {
      double difference = WeightedAnswers.value(metric, each.perceived())
          - WeightedAnswers.value(metric, each.expected());
      sum += each.count() / n * ((difference - mean) * (difference - mean));
    }
    return n < 2 ? Double.NaN : Math.sqrt(sum / (n - 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PairedAnswers that
        && metric.equals(that.metric)
        && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * metric.hashCode() + cells.hashCode();
  }

  @Override
  public String toString() {
    return "PairedAnswers[" + metric.id() + ", n = " + n() + "]";
  }
}
