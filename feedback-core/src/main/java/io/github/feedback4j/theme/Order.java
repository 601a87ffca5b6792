package io.github.feedback4j.theme;

/** Places as numbers whose order is leftmost first, then longest first, then as they came. */
final class Order {

  // A text has at most 2^24 words, since that many characters of it are read.
  private static final int LENGTH_BITS = 12;
  private static final int NUMBER_BITS = 27;
  private static final int LONGEST = (1 << LENGTH_BITS) - 1;
  private static final int NUMBER = (1 << NUMBER_BITS) - 1;

  private Order() {}

  static long key(int from, int to, int number) {
    int length = Math.min(to - from, LONGEST);
    return ((long) from << LENGTH_BITS | LONGEST - length) << NUMBER_BITS | number;
  }

  static int number(long key) {
    return (int) (key & NUMBER);
  }
}
