package io.github.feedback4j.benchmarks;

/** One thread's way through the people: each once before anyone twice, in random order. */
final class Walk {

  private final int[] order;
  private int next;

  /** Threads begin at different places, so that they work on different people. */
  Walk(int[] order, int thread, int threads) {
    this.order = order;
    this.next = (int) ((long) order.length * thread / threads);
  }

  int next() {
    int person = order[next];
    next = next + 1 == order.length ? 0 : next + 1;
    return person;
  }
}
