package io.github.feedback4j.client;

import io.github.feedback4j.wire.EventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Records that go into one request, in the order in which they were appended.
 *
 * <p>Its records are compressed once, so that sending it again costs no processor time. Guarded by the
 * lock of {@link InHand}.
 */
final class Chunk {

  private List<SpoolRecord> records;
  private byte @Nullable [] body;

  Chunk(List<SpoolRecord> records) {
    this.records = List.copyOf(records);
  }

  List<SpoolRecord> records() {
    return records;
  }

  /** Leaves these records out from now on. */
  void keepOnly(List<SpoolRecord> remaining) {
    if (remaining.size() != records.size()) {
      records = List.copyOf(remaining);
      body = null;
    }
  }

  /** Returns the records as the compressed body of a request; not copied, do not change. */
  byte[] body() {
    if (body == null) {
      body =
          compressed(EventWriter.batch(records.stream().map(SpoolRecord::bytes).toList()));
    }
    return body;
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (GZIPOutputStream gzip = new FastGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory refused bytes", e);
    }
    return out.toByteArray();
  }

  /** Events are so alike that the fastest level makes them nearly as small, in a quarter of the time. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
