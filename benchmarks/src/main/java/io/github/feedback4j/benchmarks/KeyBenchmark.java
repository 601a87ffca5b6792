package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a caller pays for a fresh key alone, which every other figure includes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class KeyBenchmark {

  /** The number of people. */
  @Param("1000000")
  public int people;

  private People everybody = new People(0);
  private Walk walk = new Walk(new int[1], 0, 1);

  /** Makes the people. */
  @Setup
  public void setUp() {
    everybody = new People(people);
    walk = new Walk(everybody.inRandomOrder(), 0, 1);
    Settle.heap();
  }

  /** Measures the text that peers take. */
  @Benchmark
  public String text() {
    return everybody.key(walk.next());
  }

  /** Measures the key that the engine takes, around the same text. */
  @Benchmark
  public RespondentKey respondentKey() {
    return new RespondentKey(everybody.key(walk.next()));
  }
}
