package io.github.feedback4j.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes of a contact history that grow; {@link HistoryInput} reads each piece back. */
final class HistoryOutput {

  /** What the times of invitations are told from: near enough to make them a byte shorter. */
  static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  static final long EPOCH_SECOND = EPOCH.getEpochSecond();

  /** The ways to write a text, the last two bits of its length. */
  static final int AS_UTF_8 = 0;

  /** A pseudonym, or any text that happens to be base64url, as the bytes that it stands for. */
  static final int AS_BASE_64 = 1;

  /** A text with half a surrogate pair, which UTF-8 cannot carry. */
  static final int AS_UTF_16 = 2;

  /** The units of the nanoseconds of a time, by the last two bits of its seconds. */
  static final int[] NANO_UNITS = {0, 1_000_000, 1_000, 1};

  /** Most probabilities that people write are whole numbers of this. */
  static final double PROBABILITY_UNITS = 10_000;

  static final int NANOS_PER_SECOND = 1_000_000_000;

  /** The six bits of each ASCII character of base64url, -1 for any other. */
  private static final byte[] SEXTETS = sextets();

  /** Shorter texts gain nothing, and most of them are words. */
  private static final int SHORTEST_BASE_64 = 4;

  private static final int FIRST_ROOM = 64;

  /** Longer room is not kept for the next history, which is hardly as long. */
  private static final int MAX_KEPT = 4_096;

  private byte[] bytes = new byte[FIRST_ROOM];
  private int size;

  /** How much was ever written since it was forgotten. */
  private int used;

  private @Nullable HistoryOutput nested;

  /** Begins anew. */
  HistoryOutput clear() {
    used = Math.max(used, size);
    size = 0;
    return this;
  }

  /** Forgets what was written: it may be personal. */
  void forget() {
    if (bytes.length > MAX_KEPT) {
      bytes = new byte[FIRST_ROOM];
    } else {
      Arrays.fill(bytes, 0, Math.max(used, size), (byte) 0);
    }
    size = 0;
    used = 0;
    if (nested != null) {
      nested.forget();
    }
  }

  int size() {
    return size;
  }

  /** Returns room for a part of these bytes, empty; the same each time. */
  HistoryOutput nested() {
    HistoryOutput part = nested == null ? new HistoryOutput() : nested;
    nested = part;
    return part.clear();
  }

  /** Appends an unsigned number, seven bits to a byte. */
  void number(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Appends any int; one that is not negative is short. */
  void integer(int value) {
    number(Integer.toUnsignedLong(value));
  }

  void id(UUID id) {
    fixed(id.getMostSignificantBits(), 8);
    fixed(id.getLeastSignificantBits(), 8);
  }

  /** Appends how much later {@code time} is than {@code reference}, to the nanosecond. */
  void time(Instant reference, Instant time) {
    time(reference.getEpochSecond(), reference.getNano(), time.getEpochSecond(), time.getNano());
  }

  void time(long referenceSecond, int referenceNano, long second, int nano) {
    long seconds = second - referenceSecond;
    int nanos = nano - referenceNano;
    if (nanos < 0) {
      nanos += NANOS_PER_SECOND;
      seconds--;
    }
    int unit = 0;
    while (unit == 0 ? nanos != 0 : nanos % NANO_UNITS[unit] != 0) {
      unit++;
    }
    number((((seconds << 1) ^ (seconds >> 63)) << 2) | unit);
    if (unit != 0) {
      number(nanos / NANO_UNITS[unit]);
    }
  }

  /** Appends a time unless it is null, and returns what the next one is told from. */
  Instant optionalTime(Instant reference, @Nullable Instant time) {
    if (time == null) {
      return reference;
    }
    time(reference, time);
    return time;
  }

  void probability(double probability) {
    long units = Math.round(probability * PROBABILITY_UNITS);
    if (units > 0 && units / PROBABILITY_UNITS == probability) {
      number(units);
    } else {
      number(0);
      fixed(Double.doubleToRawLongBits(probability), 8);
    }
  }

  /**
   * Appends the length of a text with how it is written, and the text.
   *
   * @param shift how many bits are left free below the length
   * @param below what stands in them
   */
  void text(String text, int shift, int below) {
    int length = text.length();
    if (isBase64(text)) {
      length(length * 3L / 4, AS_BASE_64, shift, below);
      base64(text);
    } else if (isAscii(text)) {
      length(length, AS_UTF_8, shift, below);
      ensure(length);
      for (int i = 0; i < length; i++) {
        bytes[size++] = (byte) text.charAt(i);
      }
    } else if (isWellFormed(text)) {
      byte[] content = text.getBytes(UTF_8);
      length(content.length, AS_UTF_8, shift, below);
      append(content, 0, content.length);
    } else {
      length(2L * length, AS_UTF_16, shift, below);
      // The units as they are; Java's own UTF-16 would repair them.
      for (int i = 0; i < length; i++) {
        fixed(text.charAt(i), 2);
      }
    }
  }

  private void length(long length, int how, int shift, int below) {
    number((((length << 2) | how) << shift) | below);
  }

  /** Returns whether this is the one and only way to write some bytes as base64url without padding. */
  private static boolean isBase64(String text) {
    int length = text.length();
    int left = length % 4;
    if (length < SHORTEST_BASE_64 || left == 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (sextet(text.charAt(i)) < 0) {
        return false;
      }
    }
    int unused = left == 2 ? 0b1111 : left == 3 ? 0b11 : 0;
    return (sextet(text.charAt(length - 1)) & unused) == 0;
  }

  private void base64(String text) {
    ensure(text.length());
    int collected = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      collected = (collected << 6) | sextet(text.charAt(i));
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[size++] = (byte) (collected >>> bits);
      }
    }
  }

  private static int sextet(char c) {
    return c < SEXTETS.length ? SEXTETS[c] : -1;
  }

  private static byte[] sextets() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    byte[] sextets = new byte[128];
    Arrays.fill(sextets, (byte) -1);
    for (int i = 0; i < alphabet.length(); i++) {
      sextets[alphabet.charAt(i)] = (byte) i;
    }
    return sextets;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  void record(HistoryOutput record) {
    number(record.size);
    append(record);
  }

  void append(HistoryOutput other) {
    append(other.bytes, 0, other.size);
  }

  HistoryOutput appended(byte[] content) {
    append(content, 0, content.length);
    return this;
  }

  void append(byte[] content, int from, int length) {
    ensure(length);
    System.arraycopy(content, from, bytes, size, length);
    size += length;
  }

  /** Returns the bytes so far, behind a format and their checksum. */
  byte[] framed(int format) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, size);
    HistoryOutput framed = new HistoryOutput();
    framed.put(format);
    framed.fixed(crc.getValue(), 4);
    framed.append(this);
    return framed.toBytes();
  }

  /** Returns the bytes so far. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Returns whether these are the first bytes of {@code other}. */
  boolean begins(byte[] other) {
    return size <= other.length && Arrays.equals(bytes, 0, size, other, 0, size);
  }

  /** Returns whether these bytes are {@code other}. */
  boolean is(byte[] other) {
    return size == other.length && begins(other);
  }

  /** Returns a hash of the bytes so far. */
  int hash() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 16);
  }

  void fixed(long value, int count) {
    ensure(count);
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void put(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  private void ensure(int room) {
    if (bytes.length - size < room) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + room));
    }
  }
}
