package io.github.feedback4j.benchmarks;

/** The small value that an application would keep per person if it wrote its own throttle. */
record LastContact(long askedAtMillis, int times) {

  boolean allows(long nowMillis) {
    return nowMillis - askedAtMillis >= Workload.GAP.toMillis();
  }

  /** Returns the value of a commit; the time stays, so that the benchmark's state does. */
  LastContact again() {
    return new LastContact(askedAtMillis, times + 1);
  }
}
