package io.github.feedback4j.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The compressed body of the request that is sent now. Its room is used again for the next, and a
 * request that is sent again is not compressed again. Guarded by the lock of {@link InHand}.
 */
final class Body {

  private static final int KEPT_BYTES = 1 << 20;

  private Zipped zipped = new Zipped();
  private @Nullable List<SpoolRecord> records;

  /** Has these records from now on, in an array of JSON. */
  @SuppressWarnings("ReferenceEquality") // a list of records never changes
  void take(List<SpoolRecord> next) {
    if (next == records) {
      return;
    }
    records = null;
    if (zipped.array().length > KEPT_BYTES) {
      // One large request does not hold the heap for ever.
      zipped = new Zipped();
    }
    zipped.reset();
    try (GZIPOutputStream gzip = new FastGzip(zipped)) {
      write(next, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory refused bytes", e);
    }
    records = next;
  }

  private static void write(List<SpoolRecord> records, GZIPOutputStream out) throws IOException {
    out.write('[');
    for (int first = 0; first < records.size(); ) {
      if (first > 0) {
        out.write(',');
      }
      int last = lastInARow(records, first);
      SpoolRecord from = records.get(first);
      SpoolRecord to = records.get(last);
      // All at once where they stand together, since every call of the deflater costs something.
      out.write(from.block(), from.from(), to.from() + to.length() - from.from());
      first = last + 1;
    }
    out.write(']');
  }

  private static int lastInARow(List<SpoolRecord> records, int first) {
    int last = first;
    while (last + 1 < records.size() && records.get(last).isBefore(records.get(last + 1))) {
      last++;
    }
    return last;
  }

  /** Returns the array at whose start the body is; not copied, do not change. */
  byte[] array() {
    return zipped.array();
  }

  int length() {
    return zipped.size();
  }

  /** Hands its array out as it is. */
  private static final class Zipped extends ByteArrayOutputStream {

    Zipped() {
      super(1 << 10);
    }

    byte[] array() {
      return buf;
    }
  }

  /** Events are so alike that the fastest level makes them nearly as small, in a quarter of the time. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
