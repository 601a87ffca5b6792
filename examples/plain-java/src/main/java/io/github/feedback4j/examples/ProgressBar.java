package io.github.feedback4j.examples;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** A stream that draws how much of a file has been read, if the file is long enough to wait for. */
final class ProgressBar extends FilterInputStream {

  private static final long SHORT = 4_000_000;
  private static final int WIDTH = 40;

  private final long length;
  private final PrintStream out;
  private long read;
  private int drawn = -1;

  ProgressBar(InputStream in, long length, PrintStream out) {
    super(in);
    this.length = length;
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    advance(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    int some = super.read(buffer, offset, count);
    advance(Math.max(0, some));
    return some;
  }

  private void advance(int bytes) {
    read += bytes;
    int percent = (int) Math.min(100, 100 * read / Math.max(1, length));
    if (length > SHORT && percent != drawn) {
      drawn = percent;
      String done = "#".repeat(WIDTH * percent / 100);
      out.printf("\r[%-" + WIDTH + "s] %3d %%%s", done, percent, percent == 100 ? "\n" : "");
      out.flush();
    }
  }
}
