package io.github.feedback4j.benchmarks;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.score.TallyCounter;
import io.github.feedback4j.score.TallyCube;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.Scale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Counts answers, computes scores and merges cubes, each beside the barest thing that could do it.
 *
 * <p>Answers come in random order, so that neither the processor's guesses nor its caches know what is
 * next; their order is made beforehand and is read like an array.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TallyBenchmark {

  private static final MetricDefinition CSAT = MetricDefinition.csat();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final int TEAMS = 50;
  private static final int SERVICES = 40;
  private static final int CHANNELS = 5;

  /** Answers to count, and somewhere to count them. */
  @State(Scope.Thread)
  public static class Answers {
    private static final int SIZE = 1 << 12;

    final int[] points = new SplittableRandom(7).ints(SIZE, 1, 6).toArray();
    final double[] probabilities = new SplittableRandom(8)
        .ints(SIZE, 0, 3)
        .mapToDouble(i -> new double[] {0.1, 0.25, 0.5}[i])
        .toArray();
    final TallyCounter counter = new TallyCounter(CSAT);
    final long[] counts = new long[6];
    int next;

    int next() {
      next = (next + 1) & (SIZE - 1);
      return next;
    }
  }

  /** Adds to a counter that is held. */
  @Benchmark
  public void counterAdd(Answers answers) {
    answers.counter.add(answers.points[answers.next()], 1);
  }

  /** Adds answers that were included with different probabilities. */
  @Benchmark
  public void counterAddSampled(Answers answers) {
    int i = answers.next();
    answers.counter.add(answers.points[i], answers.probabilities[i]);
  }

  /** The limit: an array of numbers, without a question. */
  @Benchmark
  public void rawAdd(Answers answers) {
    answers.counts[answers.points[answers.next()]]++;
  }

  /** What a map would have for a key. */
  private record Key(String metric, LocalDate day, String team, String service, String channel) {}

  /** A cube in which every cell is there already, and a map of the same cells. */
  @State(Scope.Benchmark)
  public static class Cells {
    /** The number of cells: those of one day, and of a hundred. */
    @Param({"10000", "1000000"})
    public int cells;

    String[] teams = {};
    String[] services = {};
    String[] channels = {};
    LocalDate[] days = {};
    final TallyCube cube = TallyCube.by("team", "service", "channel");
    private final Map<Key, long[]> map = new HashMap<>();
    int next;

    /** Fills both. */
    @Setup
    public void setUp() {
      int[] order = order(cells, 3);
      teams = new String[cells];
      services = new String[cells];
      channels = new String[cells];
      days = new LocalDate[cells];
      Names names = new Names();
      for (int i = 0; i < cells; i++) {
        teams[i] = names.team(order[i]);
        services[i] = names.service(order[i]);
        channels[i] = names.channel(order[i]);
        days[i] = names.day(order[i]);
      }
      for (int i = 0; i < cells; i++) {
        cube.add(CSAT, days[i], 5, 1, teams[i], services[i], channels[i]);
        map.put(new Key("csat", days[i], teams[i], services[i], channels[i]), new long[5]);
      }
      Settle.heap();
    }

    int next() {
      next = next + 1 == cells ? 0 : next + 1;
      return next;
    }

    long answers() {
      return cube.sum(CSAT).n();
    }
  }

  /** Adds to a cell of a cube by three texts. */
  @Benchmark
  public void cubeAdd(Cells to) {
    int i = to.next();
    to.cube.add(CSAT, to.days[i], 5, 1, to.teams[i], to.services[i], to.channels[i]);
  }

  /** What an application would write: a map with a record for a key. */
  @Benchmark
  public void mapAdd(Cells to) {
    int i = to.next();
    counts(to.map, new Key("csat", to.days[i], to.teams[i], to.services[i], to.channels[i]))[4]++;
  }

  private static long[] counts(Map<Key, long[]> map, Key key) {
    long[] counts = map.get(key);
    if (counts == null) {
      throw new IllegalStateException("every cell should be there, but this is not: " + key);
    }
    return counts;
  }

  /** Tallies with two, three and eleven categories. */
  @State(Scope.Thread)
  public static class Tallies {
    final Tally csat = tally(CSAT, 7);
    final Tally nps = tally(MetricDefinition.nps(), 8);
    final Tally rating =
        tally(MetricDefinition.mean("rating", Scale.of(0, 10), Direction.HIGHER_IS_BETTER), 9);
    final double[] shares = {0.18, 0.82};

    private static Tally tally(MetricDefinition metric, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Tally tally = Tally.empty(metric);
      for (int point = metric.scale().min(); point <= metric.scale().max(); point++) {
        tally = tally.with(point, 1, random.nextInt(10, 200));
      }
      return tally;
    }
  }

  /** Scores with two categories. */
  @Benchmark
  public Score scoreCsat(Tallies of) {
    return Score.of(of.csat);
  }

  /** Scores with three categories. */
  @Benchmark
  public Score scoreNps(Tallies of) {
    return Score.of(of.nps);
  }

  /** Scores with eleven categories. */
  @Benchmark
  public Score scoreRating(Tallies of) {
    return Score.of(of.rating);
  }

  /** The limit: an interval by the formula of Wald, from shares that are known. */
  @Benchmark
  public double rawScore(Tallies of) {
    return 1.96 * Math.sqrt(of.shares[0] * of.shares[1] / 134);
  }

  /** Two cubes with the same cells in another order, and the same cells in a map and an array. */
  @State(Scope.Benchmark)
  public static class Merges {
    /** The number of cells. */
    @Param("1000000")
    public int cells;

    final TallyCube one = TallyCube.by("team", "service", "channel");
    final TallyCube other = TallyCube.by("team", "service", "channel");
    private final Map<Key, long[]> map = new HashMap<>();
    private final Map<Key, long[]> more = new HashMap<>();
    long[] rows = {};
    long[] moreRows = {};

    /** Fills all of them. */
    @Setup
    public void setUp() {
      Names names = new Names();
      for (int i : order(cells, 3)) {
        one.add(CSAT, names.day(i), 4, 1, names.team(i), names.service(i), names.channel(i));
        map.put(names.key(i), new long[] {0, 0, 0, 1, 0});
      }
      for (int i : order(cells, 4)) {
        other.add(CSAT, names.day(i), 5, 1, names.team(i), names.service(i), names.channel(i));
        more.put(names.key(i), new long[] {0, 0, 0, 0, 1});
      }
      rows = new long[5 * cells];
      moreRows = new long[5 * cells];
      Settle.heap();
    }
  }

  /** Adds up two cubes. */
  @Benchmark
  public TallyCube merge(Merges of) {
    return of.one.plus(of.other);
  }

  /** What an application would write, without a copy. */
  @Benchmark
  public int mapMerge(Merges of) {
    of.more.forEach((key, counts) -> {
      long[] sums = counts(of.map, key);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts[i];
      }
    });
    return of.map.size();
  }

  /** The limit: a copy and a sum of two arrays in which nothing has to be looked for. */
  @Benchmark
  public long[] rawMerge(Merges of) {
    long[] sums = of.rows.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += of.moreRows[i];
    }
    return sums;
  }

  private static int[] order(int size, long seed) {
    int[] order = new int[size];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** What the cells are called, by number. */
  private static final class Names {
    private final String[] teams = named("team-", TEAMS);
    private final String[] services = named("service-", SERVICES);
    private final String[] channels = named("channel-", CHANNELS);

    private static String[] named(String prefix, int size) {
      String[] names = new String[size];
      for (int i = 0; i < size; i++) {
        names[i] = prefix + i;
      }
      return names;
    }

    String team(int cell) {
      return teams[cell % TEAMS];
    }

    String service(int cell) {
      return services[cell / TEAMS % SERVICES];
    }

    String channel(int cell) {
      return channels[cell / (TEAMS * SERVICES) % CHANNELS];
    }

    LocalDate day(int cell) {
      return DAY.plusDays(cell / (TEAMS * SERVICES * CHANNELS));
    }

    Key key(int cell) {
      return new Key("csat", day(cell), team(cell), service(cell), channel(cell));
    }
  }
}
