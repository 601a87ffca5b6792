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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** Commits of a ledger that several nodes share, in Redis on this machine. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class RedisBenchmark {

  /** Who commits. */
  public enum Who {
    /** Load and compare-and-set of the starter's ledger. */
    COMMIT,
    /** One script of one's own, without asking first. */
    RAW_EVALSHA,
    /** One token of a bucket that is never empty. */
    BUCKET4J
  }

  /** The number of people. */
  @Param("4000")
  public int people;

  /** Who commits. */
  @Param
  public Who who = Who.COMMIT;

  private People everybody = new People(0);
  private int[] order = {};
  private Decider act = key -> false;
  private AutoCloseable server = () -> {};

  /** Starts and fills the server. */
  @Setup
  public void setUp() {
    everybody = new People(people);
    order = everybody.inRandomOrder();
    Redis redis = new Redis(everybody);
    server = redis;
    act = switch (who) {
      case COMMIT -> redis::commit;
      case RAW_EVALSHA -> redis::evalSha;
      case BUCKET4J -> redis::bucket;
    };
    Settle.heap();
  }

  /** Stops the server. */
  @TearDown
  public void tearDown() throws Exception {
    server.close();
  }

  /** One thread's way through the people. */
  @State(Scope.Thread)
  public static class Path {
    private Walk walk = new Walk(new int[1], 0, 1);

    /** Puts each thread somewhere else. */
    @Setup
    public void setUp(RedisBenchmark benchmark, ThreadParams threads) {
      walk = new Walk(benchmark.order, threads.getThreadIndex(), threads.getThreadCount());
    }
  }

  /** Measures one commit. */
  @Benchmark
  public Object act(Path path) {
    return act.decide(everybody.key(path.walk.next()));
  }
}
