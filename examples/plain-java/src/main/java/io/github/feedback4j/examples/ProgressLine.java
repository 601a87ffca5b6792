package io.github.feedback4j.examples;

import java.io.PrintStream;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Draws on a terminal how far some work is, once it has taken a second; elsewhere nothing. */
final class ProgressLine implements DoubleConsumer, AutoCloseable {

  private static final long SHORT_NANOS = 1_000_000_000;
  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean isTerminal;
  private final LongSupplier nanoTime;
  private final long start;
  private int drawn = -1;

  ProgressLine(PrintStream out, boolean isTerminal, LongSupplier nanoTime) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public void accept(double done) {
    int percent = (int) (100 * done);
    if (isTerminal && percent > drawn && nanoTime.getAsLong() - start >= SHORT_NANOS) {
      drawn = percent;
      out.printf("\r[%-" + WIDTH + "s] %3d %%", "#".repeat(WIDTH * percent / 100), percent);
      out.flush();
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (drawn >= 0) {
      out.print("\r" + " ".repeat(WIDTH + 8) + "\r");
      out.flush();
    }
  }
}
