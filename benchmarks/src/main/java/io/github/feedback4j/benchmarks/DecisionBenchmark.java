package io.github.feedback4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** May this person be asked about this ticket? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class DecisionBenchmark {

  /** Who takes part. */
  public enum Who {
    /** See {@link Floor}. */
    FLOOR,
    /** The engine on the ledger in memory, with a prepared touchpoint. */
    FEEDBACK4J,
    /** The whole door: the touchpoint is built and the respondent is pseudonymised per call. */
    FEEDBACK,
    /** Rules first; the throttle only for whom they want. */
    LAUNCHDARKLY_MAP,
    /** The throttle first; the rules only for whom it allows. */
    MAP_LAUNCHDARKLY,
    /** As above, with a rate limiter in the place of a map. */
    LAUNCHDARKLY_BUCKET4J,
    /** As above, with a rate limiter in the place of a map. */
    BUCKET4J_LAUNCHDARKLY,
    /** Unleash 9 and a map; rules first. */
    UNLEASH9_MAP,
    /** Unleash 12 and a map; rules first. */
    UNLEASH12_MAP
  }

  /** The number of people. */
  @Param("1000000")
  public int people;

  /** Who decides. */
  @Param
  public Who who = Who.FLOOR;

  /** The number of surveys that wait for the event. */
  @Param({"1", "20"})
  public int surveys;

  private People everybody = new People(0);
  private Decider decider = key -> false;
  private int[] order = {};

  /** Fills the stores. */
  @Setup
  public void setUp() {
    everybody = new People(people);
    order = everybody.inRandomOrder();
    decider = Decider.of(who, everybody, surveys);
    Settle.heap();
  }

  /** One thread's way through the people. */
  @State(Scope.Thread)
  public static class Path {
    private Walk walk = new Walk(new int[1], 0, 1);

    /** Puts each thread somewhere else. */
    @Setup
    public void setUp(DecisionBenchmark benchmark, ThreadParams threads) {
      walk = new Walk(benchmark.order, threads.getThreadIndex(), threads.getThreadCount());
    }
  }

  /** Measures a decision, the making of the key included. */
  @Benchmark
  public Object decide(Path path) {
    return decider.decide(everybody.key(path.walk.next()));
  }
}
