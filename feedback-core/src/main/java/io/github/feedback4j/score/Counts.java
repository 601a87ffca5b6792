package io.github.feedback4j.score;

/** The rules for numbers of answers and invitations: never negative, never wrapped around. */
final class Counts {

  private Counts() {}

  /** Returns the count unchanged, or throws what is wrong with it. */
  static long require(String what, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " must be at least 0, but was " + count);
    }
    return count;
  }

  /** Returns the sum of two counts, or throws if it is greater than a long can hold. */
  static long sum(String what, long left, long right) {
    long sum = left + right;
    if (sum < 0) {
      throw new ArithmeticException("%s must be at most %d, but %d and %d add up to more"
          .formatted(what, Long.MAX_VALUE, left, right));
    }
    return sum;
  }
}
