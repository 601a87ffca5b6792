package io.github.feedback4j.survey;

/** How wide a condition may be. */
final class ConditionBounds {

  private ConditionBounds() {}

  static void requireWidth(String word, int size) {
    if (size < 1 || size > Condition.MAX_WIDTH) {
      throw new IllegalArgumentException(
          "'%s' must have 1 to %d entries, but has %d".formatted(word, Condition.MAX_WIDTH, size));
    }
  }
}
