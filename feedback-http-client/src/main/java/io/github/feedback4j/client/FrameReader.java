package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the frames of a file. What is no sound frame is passed over, up to the next magic that
 * begins one: neither a broken length nor a broken body hides what follows, and nothing is allocated
 * for a frame before its checksum holds.
 *
 * <p>For one thread at a time.
 */
final class FrameReader {

  /** Sequences may be in any order, as in dead letters. */
  static final long ANY_ORDER = -1;

  /** A sequence lies closer than this to the first of its segment. */
  static final int MOST_SPAN = AckFile.MOST_BITS;

  private static final byte MAGIC_START = (byte) (Frame.MAGIC >>> 24);

  private final SpoolFile file;
  private final long base;
  private final CRC32C crc = new CRC32C();
  private final ByteBuffer window;
  private long windowStart;
  private int windowBytes;

  private long end;
  private long position;
  private long lastSequence;
  private long previousSequence;
  private long frameStart;
  private int length;
  private long gapBytes;

  private long sequence;
  private long millis;
  private long idHigh;
  private long idLow;
  private @Nullable EventKind kind;
  private int reasonLength;
  private int keyLength;

  /**
   * @param base the first sequence that the file can have, or {@link #ANY_ORDER}
   */
  FrameReader(SpoolFile file, long base, int windowBytes) {
    this.file = file;
    this.base = base;
    this.window = ByteBuffer.allocate(windowBytes);
    this.lastSequence = base - 1;
  }

  /** Goes to a place that is known to be the start of a frame, and forgets what was read. */
  void seek(long newPosition, long newLastSequence) {
    position = newPosition;
    lastSequence = newLastSequence;
    gapBytes = 0;
    windowBytes = 0;
  }

  /**
   * Goes on to the next sound frame that ends at or before {@code newEnd}. If there is none, stays where
   * it is; {@link #gapBytes} tells what lies between here and the end.
   */
  boolean next(long newEnd) throws IOException {
    end = newEnd;
    long at = position;
    while (end - at >= Frame.HEADER) {
      if (isFrame(at)) {
        gapBytes = at - position;
        frameStart = at;
        position = at + length;
        previousSequence = lastSequence;
        lastSequence = sequence;
        return true;
      }
      at = nextMagic(at + 1);
    }
    gapBytes = end - position;
    return false;
  }

  /** Goes back to before the frame that {@link #next} has found. */
  void back() {
    position = frameStart;
    lastSequence = previousSequence;
  }

  long position() {
    return position;
  }

  long lastSequence() {
    return lastSequence;
  }

  /** Returns how many bytes before this frame, or before the end, are no frame. */
  long gapBytes() {
    return gapBytes;
  }

  /** Returns whether what is here says of itself that it is a whole frame, though it is not sound. */
  boolean looksComplete() throws IOException {
    if (end - position < Frame.HEADER) {
      return false;
    }
    int at = load(position, Frame.HEADER);
    int claimed = window.getInt(at + Frame.LENGTH);
    return window.getInt(at) == Frame.MAGIC && claimed >= Frame.HEADER && claimed <= end - position;
  }

  long frameStart() {
    return frameStart;
  }

  int length() {
    return length;
  }

  long sequence() {
    return sequence;
  }

  long millis() {
    return millis;
  }

  boolean isErased() {
    return kind == null;
  }

  /** Returns the kind, or null if the record was erased. */
  @Nullable
  EventKind kind() {
    return kind;
  }

  int bodyBytes() {
    return length - Frame.HEADER - keySize() - reasonLength;
  }

  private int keySize() {
    return keyLength == Frame.NO_KEY ? 0 : keyLength;
  }

  /** Returns the key of the person it is about in UTF-8; nothing if there is none. */
  byte[] keyBytes() throws IOException {
    return part(Frame.HEADER, keySize());
  }

  boolean hasKey(byte[] key) throws IOException {
    return keyLength == key.length && Arrays.equals(keyBytes(), key);
  }

  String reason() throws IOException {
    return text(Frame.HEADER + keySize(), reasonLength);
  }

  /** Returns the record, which was not erased. */
  SpoolRecord record(Block block) throws IOException {
    EventKind known = Objects.requireNonNull(kind);
    String key = keyLength == Frame.NO_KEY ? null : text(Frame.HEADER, keyLength);
    int length = bodyBytes();
    int from = block.make(length);
    copy(Frame.HEADER + keySize() + reasonLength, length, block.bytes(), from);
    return new SpoolRecord(
        sequence, new UUID(idHigh, idLow), known, key, millis, block.bytes(), from, length);
  }

  private String text(int offset, int count) throws IOException {
    if (count > window.capacity()) {
      return new String(part(offset, count), StandardCharsets.UTF_8);
    }
    int at = load(frameStart + offset, count);
    return new String(window.array(), at, count, StandardCharsets.UTF_8);
  }

  private byte[] part(int offset, int count) throws IOException {
    byte[] part = new byte[count];
    copy(offset, count, part, 0);
    return part;
  }

  private void copy(int offset, int count, byte[] into, int to) throws IOException {
    for (int done = 0; done < count; ) {
      int some = Math.min(count - done, window.capacity());
      int at = load(frameStart + offset + done, some);
      System.arraycopy(window.array(), at, into, to + done, some);
      done += some;
    }
  }

  private boolean isFrame(long at) throws IOException {
    int header = load(at, Frame.HEADER);
    if (window.getInt(header) != Frame.MAGIC) {
      return false;
    }
    int checksum = window.getInt(header + Frame.CRC);
    length = window.getInt(header + Frame.LENGTH);
    sequence = window.getLong(header + Frame.SEQUENCE);
    millis = window.getLong(header + Frame.MILLIS);
    idHigh = window.getLong(header + Frame.ID);
    idLow = window.getLong(header + Frame.ID + 8);
    int kindCode = window.get(header + Frame.KIND);
    kind = EventKind.of(kindCode);
    reasonLength = window.get(header + Frame.REASON_LENGTH) & 0xFF;
    keyLength = window.getShort(header + Frame.KEY_LENGTH) & 0xFFFF;
    return length >= Frame.HEADER
        && length <= Math.min(Frame.MOST_BYTES, end - at)
        && (kind != null || kindCode == Frame.ERASED)
        && bodyBytes() >= 0
        && isInOrder()
        && checksum == checksum(at);
  }

  private boolean isInOrder() {
    return base == ANY_ORDER || (sequence > lastSequence && sequence - base < MOST_SPAN);
  }

  private int checksum(long at) throws IOException {
    crc.reset();
    for (int done = Frame.LENGTH; done < length; ) {
      int some = Math.min(length - done, window.capacity());
      crc.update(window.array(), load(at + done, some), some);
      done += some;
    }
    return (int) crc.getValue();
  }

  /** Returns where the next magic may begin a frame, or the end. */
  private long nextMagic(long from) throws IOException {
    long at = from;
    while (end - at >= Frame.HEADER) {
      int count = (int) Math.min(window.capacity(), end - at);
      int offset = load(at, count);
      for (int i = 0; i + Integer.BYTES <= count; i++) {
        if (window.get(offset + i) == MAGIC_START && window.getInt(offset + i) == Frame.MAGIC) {
          return at + i;
        }
      }
      at += count - (Integer.BYTES - 1);
    }
    return end;
  }

  /** Makes sure that these bytes are in the window, and returns at which place. */
  private int load(long at, int count) throws IOException {
    if (at < windowStart || at + count > windowStart + windowBytes) {
      int loaded = (int) Math.min(window.capacity(), end - at);
      windowBytes = 0;
      file.read(at, window.array(), loaded);
      windowStart = at;
      windowBytes = loaded;
    }
    return (int) (at - windowStart);
  }
}
