package io.github.feedback4j.insight;

/** The rule for levels of intervals. */
final class Levels {

  private Levels() {}

  /** Returns the level unchanged, or throws what is wrong with it. */
  static double require(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level must be between 0 and 1, both excluded, but was " + level);
    }
    return level;
  }
}
