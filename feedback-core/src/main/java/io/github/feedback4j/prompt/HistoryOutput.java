package io.github.feedback4j.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Bytes of a contact history that grow; {@link HistoryInput} reads each piece back. */
final class HistoryOutput {

  /** What the first time of a history is told from: near enough to make it a byte shorter. */
  static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

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

  private byte[] bytes = new byte[64];
  private int size;

  /** The texts of a history, each once, in the order of their first use. */
  static final class Texts {

    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    int index(String text) {
      Integer next = indexes.size();
      Integer known = indexes.putIfAbsent(text, next);
      return known == null ? next : known;
    }
  }

  /** Appends an unsigned number, seven bits to a byte. */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put(((int) rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
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
    long seconds = time.getEpochSecond() - reference.getEpochSecond();
    int nanos = time.getNano() - reference.getNano();
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

  void texts(Texts texts) {
    number(texts.indexes.size());
    for (String each : texts.indexes.keySet()) {
      byte[] packed = unpackBase64(each);
      if (packed != null) {
        text(AS_BASE_64, packed);
      } else if (isWellFormed(each)) {
        text(AS_UTF_8, each.getBytes(UTF_8));
      } else {
        text(AS_UTF_16, utf16(each));
      }
    }
  }

  void record(HistoryOutput record) {
    number(record.size);
    append(record);
  }

  void append(HistoryOutput other) {
    append(other.bytes, other.size);
  }

  byte[] toBytes(int format) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, size);
    HistoryOutput framed = new HistoryOutput();
    framed.put(format);
    framed.fixed(crc.getValue(), 4);
    framed.append(this);
    return Arrays.copyOf(framed.bytes, framed.size);
  }

  private void text(int how, byte[] content) {
    number(((long) content.length << 2) | how);
    append(content, content.length);
  }

  private static byte @Nullable [] unpackBase64(String text) {
    if (text.length() < 4) {
      return null;
    }
    try {
      byte[] content = Base64.getUrlDecoder().decode(text);
      // Only if it is the one and only way to write these bytes.
      return packBase64(content).equals(text) ? content : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String packBase64(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  /** Returns the units as they are; Java's own UTF-16 would repair them. */
  private static byte[] utf16(String text) {
    byte[] content = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      content[2 * i] = (byte) (text.charAt(i) >> 8);
      content[2 * i + 1] = (byte) text.charAt(i);
    }
    return content;
  }

  private void fixed(long value, int count) {
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      put((int) (value >>> shift));
    }
  }

  private void append(byte[] content, int length) {
    ensure(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
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
