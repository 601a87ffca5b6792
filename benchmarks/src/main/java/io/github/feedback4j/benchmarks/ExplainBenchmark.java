package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every gate of every survey, against a decision, which stops at the first gate that is closed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ExplainBenchmark {

  /** Who evaluates. */
  public enum Who {
    /** A plain decision. */
    ASK,
    /** The same, with every gate of every survey. */
    EXPLAIN,
    /** The conditions alone in json-logic-java, over a map. */
    JSON_LOGIC
  }

  /** The number of people. */
  @Param("1000000")
  public int people;

  /** Who evaluates. */
  @Param
  public Who who = Who.ASK;

  /** The number of surveys that wait for the event. */
  @Param({"1", "20"})
  public int surveys;

  private People everybody = new People(0);
  private Walk walk = new Walk(new int[1], 0, 1);
  private Decider evaluation = key -> false;

  /** Fills the stores. */
  @Setup
  public void setUp() {
    everybody = new People(people);
    walk = new Walk(everybody.inRandomOrder(), 0, 1);
    evaluation = evaluation();
    Settle.heap();
  }

  private Decider evaluation() {
    if (who == Who.JSON_LOGIC) {
      JsonLogic logic = new JsonLogic();
      String[] rules =
          IntStream.range(0, surveys).mapToObj(ExplainBenchmark::rule).toArray(String[]::new);
      Map<String, Object> attributes = Workload.attributes(surveys);
      return key -> holding(logic, rules, attributes);
    }
    PromptEngine engine = Workload.engine(
        Workload.ledger(everybody, UnaryOperator.identity()), Workload.surveys(surveys));
    Touchpoint touchpoint = Workload.touchpoint(surveys);
    for (int person = 0; person < people; person++) {
      engine.ask(touchpoint, new RespondentKey(everybody.key(person)));
    }
    return who == Who.ASK
        ? key -> engine.ask(touchpoint, new RespondentKey(key))
        : key -> engine.explain(touchpoint, new RespondentKey(key));
  }

  private static Integer holding(JsonLogic logic, String[] rules, Map<String, Object> attributes) {
    int holding = 0;
    for (String rule : rules) {
      try {
        holding += JsonLogic.truthy(logic.apply(rule, attributes)) ? 1 : 0;
      } catch (JsonLogicException e) {
        throw new IllegalStateException(e);
      }
    }
    return holding;
  }

  private static String rule(int number) {
    return """
        {"and": [
          {"in": [{"var": "channel"}, [%s]]},
          {">": [{"var": "priority"}, %d]},
          {"==": [{"var": "vip"}, %s]},
          {"==": [{"var": "service"}, "%s"]}
        ]}""".formatted(
            Workload.CHANNELS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            Workload.PRIORITY_ABOVE,
            Workload.VIP,
            Workload.service(number));
  }

  /** Measures an evaluation, the making of the key included. */
  @Benchmark
  public Object evaluate() {
    return evaluation.decide(everybody.key(walk.next()));
  }
}
