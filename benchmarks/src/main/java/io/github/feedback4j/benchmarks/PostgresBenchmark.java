package io.github.feedback4j.benchmarks;

import java.util.Arrays;
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

/** Commits and rejections of a ledger that several nodes share, in PostgreSQL on this machine. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class PostgresBenchmark {

  /** Who does what. */
  public enum Who {
    /** Load and compare-and-set of the starter's ledger. */
    COMMIT,
    /** One statement of one's own, without asking first. */
    RAW_UPSERT,
    /** One token of a bucket that is never empty. */
    BUCKET4J,
    /** A decision about somebody who is cooling down. */
    REJECT,
    /** {@code INSERT … ON CONFLICT … WHERE}, which finds that it is too early. */
    RAW_REJECT_INSERT,
    /** {@code UPDATE … WHERE}, which finds that it is too early. */
    RAW_REJECT_UPDATE
  }

  /** The number of people; half of them are cooling down. */
  @Param("4000")
  public int people;

  /** Who does what. */
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
    order =
        Arrays.stream(everybody.inRandomOrder()).filter(People::isCoolingDown).toArray();
    Postgres postgres = new Postgres(everybody);
    server = postgres;
    act = switch (who) {
      case COMMIT -> postgres::commit;
      case RAW_UPSERT -> key -> postgres.rawUpsert(key, Workload.LATELY.toEpochMilli());
      case BUCKET4J -> postgres::bucket;
      case REJECT -> postgres::reject;
      case RAW_REJECT_INSERT -> postgres::rejectByInsert;
      case RAW_REJECT_UPDATE -> postgres::rejectByUpdate;
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
    public void setUp(PostgresBenchmark benchmark, ThreadParams threads) {
      walk = new Walk(benchmark.order, threads.getThreadIndex(), threads.getThreadCount());
    }
  }

  /** Measures one commit or rejection. */
  @Benchmark
  public Object act(Path path) {
    return act.decide(everybody.key(path.walk.next()));
  }
}
