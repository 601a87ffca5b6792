package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import java.util.Set;

/** The answers that somebody should worry about, as the caller defines them. */
final class Unhappy {

  private Unhappy() {}

  /**
   * Returns how many answers are in one of the classes.
   *
   * @throws IllegalArgumentException if no class is named, or one that the metric does not have
   */
  static long count(Tally tally, Set<String> classes) {
    if (classes.isEmpty()) {
      throw new IllegalArgumentException(
          "unhappyClasses must name at least one class of metric '%s', such as '%s'"
              .formatted(tally.metric().id(), tally.metric().classes().get(0).name()));
    }
    return classes.stream().mapToLong(tally::count).sum();
  }
}
