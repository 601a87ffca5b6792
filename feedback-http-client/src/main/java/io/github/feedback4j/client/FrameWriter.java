package io.github.feedback4j.client;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Lays records out as frames in a buffer that is used again. For one thread at a time. */
final class FrameWriter {

  private static final int KEPT_BYTES = 64 << 10;
  private static final byte[] NOTHING = {};

  private final CRC32C crc = new CRC32C();
  private ByteBuffer buffer = ByteBuffer.allocate(4 << 10);

  static int length(byte @Nullable [] key, int length) {
    return Frame.HEADER + (key == null ? 0 : key.length) + length;
  }

  /** Lays out a record and returns the length of its frame, which is at the start of the buffer. */
  int record(
      long sequence, UUID id, EventKind kind, byte @Nullable [] key, long millis, byte[] bytes) {
    return layOut(sequence, id, kind.code(), key, NOTHING, millis, bytes, 0, bytes.length);
  }

  int deadLetter(SpoolRecord record, byte @Nullable [] key, byte[] reason) {
    return layOut(
        record.sequence(),
        record.id(),
        record.kind().code(),
        key,
        reason,
        record.millis(),
        record.block(),
        record.from(),
        record.length());
  }

  /** Lays out what takes the place of a frame of this length when its record is erased. */
  int erased(long sequence, int length) {
    byte[] zeros = new byte[length - Frame.HEADER];
    return layOut(sequence, new UUID(0, 0), Frame.ERASED, null, NOTHING, 0, zeros, 0, zeros.length);
  }

  byte[] buffer() {
    return buffer.array();
  }

  private int layOut(
      long sequence,
      UUID id,
      int kind,
      byte @Nullable [] key,
      byte[] reason,
      long millis,
      byte[] block,
      int from,
      int count) {
    int length = length(key, count) + reason.length;
    ensure(length);
    buffer
        .clear()
        .putInt(Frame.MAGIC)
        .putInt(0)
        .putInt(length)
        .putLong(sequence)
        .putLong(millis)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .put((byte) kind)
        .put((byte) reason.length)
        .putShort((short) (key == null ? Frame.NO_KEY : key.length))
        .put(key == null ? NOTHING : key)
        .put(reason)
        .put(block, from, count);
    crc.reset();
    crc.update(buffer.array(), Frame.LENGTH, length - Frame.LENGTH);
    buffer.putInt(Frame.CRC, (int) crc.getValue());
    return length;
  }

  private void ensure(int length) {
    if (length > buffer.capacity()) {
      buffer = ByteBuffer.allocate(Math.max(length, 2 * buffer.capacity()));
    } else if (buffer.capacity() > KEPT_BYTES && length <= KEPT_BYTES) {
      // One large record does not hold the heap for ever.
      buffer = ByteBuffer.allocate(KEPT_BYTES);
    }
  }
}
