package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.PromptEngine;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyStatus;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a decision allocates, by where it ends; the bytes count, not the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class AllocationBenchmark {

  private static final int PEOPLE = 1 << 12;

  /** Where a decision ends. */
  public enum End {
    /** Nowhere: the caller's key alone, which is in all the others. */
    KEY(null),
    /** At gate 1. */
    NOT_ACTIVE(SkipReason.NOT_ACTIVE),
    /** At gate 2: no survey waits for the event. */
    NO_TRIGGER(SkipReason.NO_TRIGGER),
    /** At gate 4; gate 3 comes with the locale rule. */
    EXCLUDED(SkipReason.EXCLUDED),
    /** At gate 5, at the last of four conditions. */
    NOT_IN_AUDIENCE(SkipReason.NOT_IN_AUDIENCE),
    /** At gate 6. */
    NOT_SAMPLED(SkipReason.NOT_SAMPLED),
    /** At gate 10, with the time from which the person may be asked. */
    COOLING_DOWN(SkipReason.COOLING_DOWN),
    /** With a new invitation, reserved in the ledger; the ledger then forgets the person. */
    ASK(null),
    /** The forgetting alone, which ASK has in it. */
    FORGET(null),
    /** With the invitation of an earlier call. */
    ASK_AGAIN(null);

    final @Nullable SkipReason reason;

    End(@Nullable SkipReason reason) {
      this.reason = reason;
    }
  }

  /** Where each decision ends. */
  @Param
  public End end = End.KEY;

  private final People people = new People(PEOPLE);
  private Walk walk = new Walk(new int[1], 0, 1);
  private InMemoryLedger ledger = new InMemoryLedger();
  private PromptEngine engine = Workload.engine(ledger, List.of());
  private Touchpoint touchpoint = Workload.touchpoint(1);

  /** Makes an engine whose decisions all end there. */
  @Setup
  public void setUp() {
    boolean known = end == End.COOLING_DOWN;
    ledger = known
        ? Workload.ledger(people, UnaryOperator.identity())
        : new InMemoryLedger(PEOPLE, Workload.CLOCK);
    walk = new Walk(end == End.COOLING_DOWN ? coolingDown() : people.inRandomOrder(), 0, 1);
    touchpoint = switch (end) {
      case NO_TRIGGER -> Touchpoint.of("ticket.opened", "somebody");
      case EXCLUDED -> Workload.touchpoint(1).flag(Touchpoint.Flag.SPAM);
      case NOT_IN_AUDIENCE -> Workload.touchpoint(1).attribute("service", "another");
      default -> Workload.touchpoint(1);
    };
    engine = Workload.engine(ledger, List.of(survey()));
    if (end == End.ASK_AGAIN) {
      for (int i = 0; i < PEOPLE; i++) {
        engine.ask(touchpoint, new RespondentKey(people.key(i)));
      }
    }
    Settle.heap();
  }

  private Survey survey() {
    Survey survey = Workload.survey(0).withSampling(Sampling.everybody());
    return switch (end) {
      case NOT_ACTIVE -> survey.withStatus(SurveyStatus.PAUSED);
      case NOT_SAMPLED -> survey.withSampling(Sampling.people(0));
      default -> survey;
    };
  }

  private int[] coolingDown() {
    int[] order = people.inRandomOrder();
    return Arrays.stream(order).filter(People::isCoolingDown).toArray();
  }

  /** Measures a decision and the key. */
  @Benchmark
  public Object decide() {
    RespondentKey key = new RespondentKey(people.key(walk.next()));
    if (end == End.KEY) {
      return key;
    }
    if (end == End.FORGET) {
      ledger.erase(key);
      return key;
    }
    Decision decision = engine.ask(touchpoint, key);
    if (end == End.ASK) {
      ledger.erase(key);
    }
    return decision;
  }
}
