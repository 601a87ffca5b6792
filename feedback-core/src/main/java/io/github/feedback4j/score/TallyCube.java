package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tallies by metric, day, and the values of some dimensions, such as team, service and channel: what a
 * dashboard sums over any stretch of days and any part of the organisation.
 *
 * <p>Counts are whole numbers by point and inclusion probability as in {@link Tally}, so cubes add and
 * subtract exactly, and a sum over days equals the tally of all their answers. Adding an answer to a
 * cell that exists allocates nothing, as long as the caller holds the {@link MetricDefinition} instead
 * of making one per call. An answer without a value of a dimension has the value {@code ""}.
 *
 * <p>{@link #add} changes the cube, and then it is not safe for use by several threads: give each thread
 * a cube of its own, and add them up with {@link #plus}. All other methods leave it as it is.
 *
 * @since 0.1
 */
public final class TallyCube {

  /**
   * The greatest number of cells, over all metrics, two million: some 130 MB with CSAT on five points. A
   * cell is a metric, a day, an inclusion probability and a value of each dimension that occur together.
   */
  public static final int MAX_CELLS = 2_000_000;

  /** The greatest number of dimensions. */
  public static final int MAX_DIMENSIONS = 6;

  /** The greatest number of metrics. */
  public static final int MAX_METRICS = 64;

  // Numbers of values are packed into 63 bits; 2^21 of them are more than there may be cells.
  private static final int MAX_BITS = 21;

  /** How many rows are looked for at the same time. */
  private static final int BLOCK = 128;

  private final List<String> dimensions;
  private final int bits;
  private final Names[] names;
  private final Probabilities probabilities;
  private CellTable[] tables = {};
  private int cells;

  // Most answers that are counted one after the other are of the same day.
  private LocalDate lastDay = LocalDate.EPOCH;
  private int lastEpochDay;

  private TallyCube(List<String> dimensions) {
    this.dimensions = dimensions;
    this.bits = Math.min(MAX_BITS, 63 / dimensions.size());
    this.names = new Names[dimensions.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = new Names(dimensions.get(i), 1 << bits);
    }
    this.probabilities = new Probabilities();
  }

  private TallyCube(TallyCube other) {
    dimensions = other.dimensions;
    bits = other.bits;
    names = Arrays.stream(other.names).map(Names::new).toArray(Names[]::new);
    probabilities = new Probabilities(other.probabilities);
    tables = Arrays.stream(other.tables).map(CellTable::new).toArray(CellTable[]::new);
    cells = other.cells;
  }

  /**
   * Returns a cube without answers.
   *
   * @param dimensions the names of the dimensions, 1 to {@value #MAX_DIMENSIONS}, all different; of up to
   *     three dimensions each may have two million values, of four 32,768, of five 4,096, of six 1,024
   * @throws IllegalArgumentException if there are too few, too many, or two of one name
   */
  public static TallyCube by(String... dimensions) {
    if (dimensions.length < 1 || dimensions.length > MAX_DIMENSIONS) {
      throw new IllegalArgumentException("a cube must have 1 to %d dimensions, but was given %d"
          .formatted(MAX_DIMENSIONS, dimensions.length));
    }
    if (Set.copyOf(Arrays.asList(dimensions)).size() < dimensions.length) {
      throw new IllegalArgumentException(
          "dimensions must have different names, but were " + Arrays.toString(dimensions));
    }
    return new TallyCube(List.of(dimensions));
  }

  /**
   * The answers to one metric on one day with the same values.
   *
   * @param day the day in the zone of the figures
   * @param values the values in the order of the cube's dimensions
   * @param tally the answers
   */
  public record Cell(LocalDate day, List<String> values, Tally tally) {

    /** Copies the values. */
    public Cell {
      values = List.copyOf(values);
    }
  }

  /**
   * Counts one answer in a cube with three dimensions.
   *
   * @param metric what was answered
   * @param day the day of the answer in the zone of the figures
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which the respondent was chosen, above 0 and at
   *     most 1
   * @param first the value of the first dimension, {@code ""} if there is none
   * @param second the value of the second dimension
   * @param third the value of the third dimension
   * @throws IllegalArgumentException that names what does not fit; then nothing is counted
   * @throws IllegalStateException if there are too many cells, metrics or values
   */
  public void add(
      MetricDefinition metric,
      LocalDate day,
      int point,
      double inclusionProbability,
      String first,
      String second,
      String third) {
    requireDimensions(3);
    CellTable table = table(metric, point);
    long when = when(day, probabilities.id(inclusionProbability));
    long where = names[0].id(first)
        | ((long) names[1].id(second) << bits)
        | ((long) names[2].id(third) << (2 * bits));
    int place = table.place(row(table, where, when), point);
    table.rows[place]++;
  }

  /**
   * Counts one answer in a cube with any number of dimensions.
   *
   * @param metric what was answered
   * @param day the day of the answer in the zone of the figures
   * @param point the point of the scale that was answered
   * @param inclusionProbability the probability with which the respondent was chosen, above 0 and at
   *     most 1
   * @param values a value for each dimension, {@code ""} where there is none
   * @throws IllegalArgumentException that names what does not fit; then nothing is counted
   * @throws IllegalStateException if there are too many cells, metrics or values
   */
  public void add(
      MetricDefinition metric,
      LocalDate day,
      int point,
      double inclusionProbability,
      List<String> values) {
    requireDimensions(values.size());
    CellTable table = table(metric, point);
    long when = when(day, probabilities.id(inclusionProbability));
    int place = table.place(row(table, where(values), when), point);
    table.rows[place]++;
  }

  /**
   * Counts the answers of a cell, such as one of {@link #cells}.
   *
   * @throws IllegalArgumentException if it has not as many values as the cube has dimensions
   * @throws IllegalStateException if there are too many cells, metrics or values
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public void add(Cell cell) {
    requireDimensions(cell.values().size());
    for (Tally.Cell each : cell.tally().cells()) {
      CellTable table = table(cell.tally().metric(), each.point());
      long when = when(cell.day(), probabilities.id(each.inclusionProbability()));
      int place = table.place(row(table, where(cell.values()), when), each.point());
      table.rows[place] = Counts.sum("number of answers", table.rows[place], each.count());
    }
  }

  private void requireDimensions(int values) {
    if (values != names.length) {
      throw new IllegalArgumentException(
          "the cube has the dimensions %s, but was given %d values".formatted(dimensions, values));
    }
  }

  private long where(List<String> values) {
    long where = 0;
    for (int i = 0; i < names.length; i++) {
      where |= (long) names[i].id(values.get(i)) << (i * bits);
    }
    return where;
  }

  private int valueId(long where, int dimension) {
    return (int) (where >>> (dimension * bits)) & ((1 << bits) - 1);
  }

  private long when(LocalDate day, int probability) {
    return ((long) probability << 32) | (epochDay(day) & 0xFFFF_FFFFL);
  }

  @SuppressWarnings("ReferenceEquality") // another object for the same day only takes longer
  private int epochDay(LocalDate day) {
    if (day == lastDay) {
      return lastEpochDay;
    }
    long epochDay = day.toEpochDay();
    if (epochDay != (int) epochDay) {
      throw new IllegalArgumentException("day must be within five million years, but was " + day);
    }
    lastDay = day;
    lastEpochDay = (int) epochDay;
    return lastEpochDay;
  }

  private CellTable table(MetricDefinition metric, int point) {
    CellTable table = table(metric);
    if (table == null) {
      metric.classOf(point); // throws the text that names metric and scale
      if (tables.length == MAX_METRICS) {
        throw new IllegalStateException("a cube has at most %d metrics: make another one for '%s'"
            .formatted(MAX_METRICS, metric.id()));
      }
      table = new CellTable(metric);
      tables = Arrays.copyOf(tables, tables.length + 1);
      tables[tables.length - 1] = table;
      return table;
    }
    int place = point - table.min;
    if (place < 0 || place >= table.points) {
      metric.classOf(point);
    }
    return table;
  }

  @SuppressWarnings(
      "ReferenceEquality") // a caller holds its metric; to compare all parts takes long
  private @Nullable CellTable table(MetricDefinition metric) {
    for (CellTable each : tables) {
      if (each.metric == metric) {
        return each;
      }
    }
    for (CellTable each : tables) {
      if (each.metric.equals(metric)) {
        return each;
      }
    }
    return null;
  }

  /** Returns where the row begins, a new one if there is none. */
  private int row(CellTable table, long where, long when) {
    int row = table.find(where, when);
    if (row >= 0) {
      return row;
    }
    if (cells == MAX_CELLS) {
      throw new IllegalStateException(
          "the cube is full with %d cells: leave out a dimension, or make a cube for each year"
              .formatted(MAX_CELLS));
    }
    cells++;
    return table.append(where, when);
  }

  /**
   * Returns the answers of both cubes.
   *
   * @throws IllegalArgumentException if the other cube has other dimensions
   * @throws IllegalStateException if there are too many cells, metrics or values together
   * @throws ArithmeticException if there are more answers than a long can hold
   */
  public TallyCube plus(TallyCube other) {
    requireSameDimensions(other);
    // The smaller one is added to a copy of the greater one.
    boolean greater = cells >= other.cells;
    TallyCube sum = new TallyCube(greater ? this : other);
    sum.addAll(greater ? other : this);
    return sum;
  }

  private void addAll(TallyCube other) {
    Translation translation = new Translation(other);
    for (CellTable from : other.tables) {
      CellTable to = table(from.metric, from.min);
      to.reserve(from.size());
      for (int row = 0; row < from.end(); row += BLOCK * from.stride) {
        addBlock(from, row, Math.min(BLOCK, (from.end() - row) / from.stride), to, translation);
      }
    }
  }

  private void addBlock(
      CellTable from, int first, int count, CellTable to, Translation translation) {
    long[] wheres = translation.wheres;
    long[] whens = translation.whens;
    for (int k = 0; k < count; k++) {
      wheres[k] = translation.where(from.where(first + k * from.stride));
      whens[k] = translation.when(from.when(first + k * from.stride));
    }
    to.find(wheres, whens, count, translation.found);
    for (int k = 0; k < count; k++) {
      int found = translation.found[k];
      int mine = found >= 0 ? found : row(to, wheres[k], whens[k]);
      int theirs = first + k * from.stride;
      for (int i = 2; i < from.stride; i++) {
        to.rows[mine + i] =
            Counts.sum("number of answers", to.rows[mine + i], from.rows[theirs + i]);
      }
    }
  }

  /**
   * Returns the answers of this cube without those of the other one, which must be among them.
   *
   * @throws IllegalArgumentException if the other cube has other dimensions, or more answers of some
   *     kind than this one
   */
  public TallyCube minus(TallyCube other) {
    requireSameDimensions(other);
    TallyCube rest = new TallyCube(this);
    Translation translation = rest.new Translation(other);
    for (CellTable from : other.tables) {
      CellTable to = rest.table(from.metric);
      for (int row = 0; row < from.end(); row += from.stride) {
        int mine = to == null
            ? -1
            : to.find(translation.where(from.where(row)), translation.when(from.when(row)));
        if (to == null || mine < 0 || !subtract(from, row, to, mine)) {
          throw new IllegalArgumentException(
              "cannot take the answers of %s to '%s' on %s out of the cube: it has not as many of them"
                  .formatted(other.values(from.where(row)), from.metric.id(), day(from.when(row))));
        }
      }
    }
    return rest.select(row -> true);
  }

  private static boolean subtract(CellTable from, int row, CellTable to, int mine) {
    for (int i = 2; i < from.stride; i++) {
      if (from.rows[row + i] > to.rows[mine + i]) {
        return false;
      }
      to.rows[mine + i] -= from.rows[row + i];
    }
    return true;
  }

  private void requireSameDimensions(TallyCube other) {
    if (!dimensions.equals(other.dimensions)) {
      throw new IllegalArgumentException("cubes must have the same dimensions, but have %s and %s"
          .formatted(dimensions, other.dimensions));
    }
  }

  /** The numbers that another cube's values and probabilities have in this one. */
  private final class Translation {

    private final int[][] values;
    private final long[] chances;

    // The keys of some rows, and where they are here.
    final long[] wheres = new long[BLOCK];
    final long[] whens = new long[BLOCK];
    final int[] found = new int[BLOCK];

    Translation(TallyCube other) {
      values = new int[names.length][];
      for (int i = 0; i < names.length; i++) {
        values[i] = new int[other.names[i].size()];
        for (int id = 0; id < values[i].length; id++) {
          values[i][id] = names[i].id(other.names[i].get(id));
        }
      }
      chances = new long[other.probabilities.size()];
      for (int id = 0; id < chances.length; id++) {
        chances[id] = (long) probabilities.id(other.probabilities.get(id)) << 32;
      }
    }

    long where(long theirs) {
      long mine = 0;
      for (int i = 0; i < values.length; i++) {
        mine |= (long) values[i][valueId(theirs, i)] << (i * bits);
      }
      return mine;
    }

    long when(long theirs) {
      return chances[(int) (theirs >>> 32)] | (theirs & 0xFFFF_FFFFL);
    }
  }

  /** One row of a table, which moves on. */
  private final class Row {
    private final CellTable table;
    private int start;

    Row(CellTable table) {
      this.table = table;
    }

    int valueId(int dimension) {
      return TallyCube.this.valueId(table.where(start), dimension);
    }

    int epochDay() {
      return (int) table.when(start);
    }

    void addTo(TallyCounter counter) {
      double chance = probabilities.get((int) (table.when(start) >>> 32));
      for (int i = 0; i < table.points; i++) {
        counter.add(table.min + i, chance, table.rows[table.place(start, table.min + i)]);
      }
    }
  }

  private TallyCube select(Predicate<Row> filter) {
    TallyCube part = new TallyCube(dimensions);
    Translation translation = part.new Translation(this);
    for (CellTable from : tables) {
      Row row = new Row(from);
      for (int start = 0; start < from.end(); start += from.stride) {
        row.start = start;
        if (!from.isEmpty(start) && filter.test(row)) {
          CellTable to = part.table(from.metric, from.min);
          int mine = part.row(
              to, translation.where(from.where(start)), translation.when(from.when(start)));
          System.arraycopy(from.rows, start + 2, to.rows, mine + 2, from.points);
        }
      }
    }
    return part;
  }

  /**
   * Returns the part of this cube with some days.
   *
   * @param from the first day, or null if it has no beginning
   * @param until the first day that no longer belongs to it, or null if it has no end
   * @throws IllegalArgumentException if it ends before or when it begins
   */
  public TallyCube between(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "until must be after from (" + from + "), but was " + until);
    }
    long first = from == null ? Long.MIN_VALUE : from.toEpochDay();
    long end = until == null ? Long.MAX_VALUE : until.toEpochDay();
    return select(row -> row.epochDay() >= first && row.epochDay() < end);
  }

  /**
   * Returns the part of this cube with some values of a dimension.
   *
   * @param dimension the name of the dimension
   * @param values the values that are kept; none keeps nothing
   * @throws IllegalArgumentException that lists the dimensions if none has this name
   */
  public TallyCube where(String dimension, String... values) {
    int index = indexOf(dimension);
    Set<Integer> ids = new HashSet<>();
    for (String each : values) {
      ids.add(names[index].find(each));
    }
    return select(row -> ids.contains(row.valueId(index)));
  }

  /** Returns all answers to a metric, of every day and value. */
  public Tally sum(MetricDefinition metric) {
    TallyCounter counter = new TallyCounter(metric);
    forEach(metric, row -> row.addTo(counter));
    return counter.snapshot();
  }

  /**
   * Returns the answers to a metric by the values of a dimension, in the order of the values.
   *
   * @throws IllegalArgumentException that lists the dimensions if none has this name
   */
  public SortedMap<String, Tally> sumBy(String dimension, MetricDefinition metric) {
    int index = indexOf(dimension);
    @Nullable TallyCounter[] counters = new TallyCounter[names[index].size()];
    forEach(metric, row -> {
      int id = row.valueId(index);
      TallyCounter counter = counters[id];
      if (counter == null) {
        counter = new TallyCounter(metric);
        counters[id] = counter;
      }
      row.addTo(counter);
    });
    SortedMap<String, Tally> sums = new TreeMap<>();
    for (int id = 0; id < counters.length; id++) {
      TallyCounter counter = counters[id];
      if (counter != null) {
        sums.put(names[index].get(id), counter.snapshot());
      }
    }
    return sums;
  }

  /** Returns the answers to a metric by day, in the order of the days; days without any are left out. */
  public SortedMap<LocalDate, Tally> sumByDay(MetricDefinition metric) {
    SortedMap<Integer, TallyCounter> counters = new TreeMap<>();
    forEach(
        metric,
        row ->
            row.addTo(counters.computeIfAbsent(row.epochDay(), day -> new TallyCounter(metric))));
    SortedMap<LocalDate, Tally> sums = new TreeMap<>();
    counters.forEach((day, counter) -> sums.put(LocalDate.ofEpochDay(day), counter.snapshot()));
    return sums;
  }

  private void forEach(MetricDefinition metric, Consumer<Row> visitor) {
    CellTable table = table(metric);
    if (table != null) {
      Row row = new Row(table);
      for (int start = 0; start < table.end(); start += table.stride) {
        row.start = start;
        visitor.accept(row);
      }
    }
  }

  private int indexOf(String dimension) {
    int index = dimensions.indexOf(dimension);
    if (index < 0) {
      throw new IllegalArgumentException(
          "dimension must be one of %s, but was '%s'".formatted(dimensions, dimension));
    }
    return index;
  }

  /** Returns the names of the dimensions, in order. */
  public List<String> dimensions() {
    return dimensions;
  }

  /** Returns the metrics to which there are answers. */
  public List<MetricDefinition> metrics() {
    return Arrays.stream(tables)
        .filter(each -> each.size() > 0)
        .map(each -> each.metric)
        .toList();
  }

  /** Returns the number of cells, at least 0 and at most {@link #MAX_CELLS}. */
  public int size() {
    return cells;
  }

  /**
   * Returns the cells for a store to keep, in no particular order; each has one inclusion probability, and
   * none is empty.
   */
  public List<Cell> cells() {
    List<Cell> all = new ArrayList<>(cells);
    for (CellTable table : tables) {
      Row row = new Row(table);
      for (int start = 0; start < table.end(); start += table.stride) {
        row.start = start;
        TallyCounter counter = new TallyCounter(table.metric);
        row.addTo(counter);
        all.add(new Cell(
            LocalDate.ofEpochDay(row.epochDay()), values(table.where(start)), counter.snapshot()));
      }
    }
    return all;
  }

  private List<String> values(long where) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      values.add(names[i].get(valueId(where, i)));
    }
    return values;
  }

  private static LocalDate day(long when) {
    return LocalDate.ofEpochDay((when << 32) >> 32);
  }

  /** Returns whether the other cube has the same dimensions and the same answers. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TallyCube that
        && dimensions.equals(that.dimensions)
        && cells == that.cells
        && new HashSet<>(cells()).equals(new HashSet<>(that.cells()));
  }

  @Override
  public int hashCode() {
    return 31 * dimensions.hashCode() + new HashSet<>(cells()).hashCode();
  }

  /** Returns how much there is, such as {@code [team, service, channel]: 12 cells}. */
  @Override
  public String toString() {
    return dimensions + ": " + cells + " cells";
  }
}
