package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.prompt.SurveyCounters.Versioned;
import java.util.function.Function;

/** Loads a count, changes it, and exchanges it, again from the start after each lost race. */
final class CountExchange {

  private CountExchange() {}

  /**
   * What a count becomes, and what to return once it has.
   *
   * @param next the count to keep; one that equals the old is not written
   */
  record Step<T>(Count next, T result) {}

  static <T> T run(SurveyCounters counters, Counter counter, Function<Count, Step<T>> change) {
    for (int i = 0; i < PromptEngine.MAX_ATTEMPTS; i++) {
      Versioned loaded = counters.load(counter);
      Step<T> step = change.apply(loaded.count());
      if (step.next().equals(loaded.count())
          || counters.compareAndSet(counter, loaded.version(), step.next())) {
        return step.result();
      }
    }
    throw new IllegalStateException("too many lost races in the survey counters");
  }
}
