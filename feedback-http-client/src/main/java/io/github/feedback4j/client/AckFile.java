package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * Keeps which records of a segment are done, a bit for each, in two slots that are written in turns: a
 * write that is torn leaves the other one. It never grows, and it is never behind by more than one
 * acknowledgement, which costs nothing but a record sent twice.
 */
final class AckFile {

  private static final int SLOT = 32 << 10;
  private static final int HEADER = 16;
  private static final int GENERATION = 4;
  private static final int LENGTH = 12;

  /** How many bits there are in a slot. */
  static final int MOST_BITS = 8 * (SLOT - HEADER);

  private final CRC32C crc = new CRC32C();
  private long generation;

  /** Returns what was written last and is sound; nothing if there is nothing. */
  BitSet read(SpoolFile file) throws IOException {
    BitSet newest = new BitSet();
    for (int slot = 0; slot < 2; slot++) {
      byte[] bytes = new byte[SLOT];
      file.read((long) slot * SLOT, bytes, SLOT);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      int length = buffer.getInt(LENGTH);
      long found = buffer.getLong(GENERATION);
      if (length >= 0
          && length <= SLOT - HEADER
          && found > generation
          && buffer.getInt(0) == checksum(bytes, length)) {
        generation = found;
        newest = BitSet.valueOf(ByteBuffer.wrap(bytes, HEADER, length));
      }
    }
    return newest;
  }

  void write(SpoolFile file, BitSet done) throws IOException {
    byte[] bits = done.toByteArray();
    byte[] bytes = Arrays.copyOf(new byte[HEADER], HEADER + bits.length);
    System.arraycopy(bits, 0, bytes, HEADER, bits.length);
    long next = generation + 1;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.putLong(GENERATION, next).putInt(LENGTH, bits.length);
    buffer.putInt(0, checksum(bytes, bits.length));
    file.write(next % 2 * SLOT, bytes, bytes.length);
    // Only now, so that after a failure the same slot is written again and the other one stays.
    generation = next;
  }

  private int checksum(byte[] bytes, int length) {
    crc.reset();
    crc.update(bytes, GENERATION, HEADER - GENERATION + length);
    return (int) crc.getValue();
  }
}
