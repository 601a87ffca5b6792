package io.github.feedback4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Lets the collector finish with what setting up has left, before anything is measured. */
final class Settle {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Settle() {}

  /** Returns the bytes in use after that. */
  static long heap() {
    long before = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      System.gc();
      long used = MEMORY.getHeapMemoryUsage().getUsed();
      if (i >= 2 && Math.abs(before - used) < 64 * 1024) {
        return used;
      }
      before = used;
    }
    return before;
  }
}
