package io.github.feedback4j.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Reads the bytes of a contact history, and trusts none of them but where it says so.
 *
 * <p>Each count and length is held against the bytes that are left, so that damage costs neither
 * memory nor time.
 */
final class HistoryInput {

  private byte[] bytes;
  private int end;
  private int at;

  // The time that was read last.
  private long second;
  private int nano;

  HistoryInput(byte[] bytes, int start) {
    this(bytes, start, bytes.length);
  }

  private HistoryInput(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Reads other bytes, from {@code start}. */
  void begin(byte[] other, int start) {
    bytes = other;
    at = start;
    end = other.length;
  }

  /** Returns where the next byte is read. */
  int position() {
    return at;
  }

  /** Goes on reading at {@code position}, of which the caller is sure. */
  void skipTo(int position) {
    at = position;
  }

  /** Says what is wrong with the bytes. */
  static final class Damaged extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private Damaged(String how) {
      super("contact history is damaged: " + how);
    }
  }

  static Damaged damaged(String how) {
    return new Damaged(how);
  }

  boolean hasMore() {
    return at < end;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = next();
      value |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw damaged("a number has no end");
  }

  int integer() {
    long value = number();
    if (value >>> 32 != 0) {
      throw damaged("a number is too large");
    }
    return (int) value;
  }

  /** Returns a number of things of at least one byte each. */
  int count() {
    long count = number();
    if (count < 0 || count > end - at) {
      throw damaged("it is cut off");
    }
    return (int) count;
  }

  UUID id() {
    return new UUID(fixed(8), fixed(8));
  }

  long fixed(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | next();
    }
    return value;
  }

  Instant time(Instant reference) {
    time(reference.getEpochSecond(), reference.getNano());
    return Instant.ofEpochSecond(second, nano);
  }

  /** Reads a time and returns it as {@link Nanos}; the next {@link #timeAfterLast} is told from it. */
  long time(long referenceSecond, int referenceNano) {
    long packed = number();
    int unit = (int) packed & 3;
    long zigzag = packed >>> 2;
    long seconds = (zigzag >>> 1) ^ -(zigzag & 1);
    long nanos = referenceNano;
    if (unit != 0) {
      long more = Math.multiplyExact(number(), (long) HistoryOutput.NANO_UNITS[unit]);
      if (more < 0 || more >= HistoryOutput.NANOS_PER_SECOND) {
        throw damaged("a time is out of range");
      }
      nanos += more;
    }
    second = Math.addExact(referenceSecond, seconds);
    if (nanos >= HistoryOutput.NANOS_PER_SECOND) {
      nanos -= HistoryOutput.NANOS_PER_SECOND;
      second = Math.addExact(second, 1);
    }
    nano = (int) nanos;
    return Nanos.of(second, nano);
  }

  long timeAfterLast() {
    return time(second, nano);
  }

  long second() {
    return second;
  }

  int nano() {
    return nano;
  }

  double probability() {
    long units = number();
    return units == 0 ? Double.longBitsToDouble(fixed(8)) : units / HistoryOutput.PROBABILITY_UNITS;
  }

  /** Returns the next record, and goes on behind it. */
  HistoryInput record() {
    return part(count());
  }

  /** Returns the next bytes, and goes on behind them. */
  HistoryInput part(int length) {
    if (length < 0 || length > end - at) {
      throw damaged("it is cut off");
    }
    HistoryInput record = new HistoryInput(bytes, at, at + length);
    at += length;
    return record;
  }

  List<String> texts() {
    int count = count();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  String text(List<String> texts) {
    long index = number();
    if (index < 0 || index >= texts.size()) {
      throw damaged("a contact names a text that is not there");
    }
    return texts.get((int) index);
  }

  private String text() {
    return text(number());
  }

  /** Returns the text that follows its length and how it is written. */
  String text(long packed) {
    long length = packed >>> 2;
    if (length > end - at) {
      throw damaged("it is cut off");
    }
    byte[] content = Arrays.copyOfRange(bytes, at, at + (int) length);
    at += (int) length;
    return switch ((int) packed & 3) {
      case HistoryOutput.AS_UTF_8 -> utf8(content);
      case HistoryOutput.AS_BASE_64 -> packBase64(content);
      case HistoryOutput.AS_UTF_16 -> utf16(content);
      default -> throw damaged("a text is written in an unknown way");
    };
  }

  private static String packBase64(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  /**
   * Reads a text behind its length, of bytes that this process wrote, and returns its number of characters if {@code whole} begins with it,
   * else a negative number.
   */
  int match(long packed, String whole) {
    int length = (int) (packed >>> 2);
    if ((packed & 3) != HistoryOutput.AS_UTF_8) {
      String text = text(packed);
      return whole.startsWith(text) ? text.length() : -1;
    }
    int begin = at;
    boolean ascii = true;
    boolean same = length <= whole.length();
    for (int i = 0; i < length; i++) {
      ascii &= bytes[begin + i] >= 0;
      same = same && bytes[begin + i] == whole.charAt(i);
    }
    if (!ascii) {
      String text = text(packed);
      return whole.startsWith(text) ? text.length() : -1;
    }
    skip(length);
    return same ? length : -1;
  }

  /** Tells the next {@link #timeAfterLast} from this time. */
  void tellFrom(long otherSecond, int otherNano) {
    second = otherSecond;
    nano = otherNano;
  }

  /** Goes on behind so many bytes. */
  void skip(int count) {
    if (count < 0 || count > end - at) {
      throw damaged("it is cut off");
    }
    at += count;
  }

  private static String utf8(byte[] content) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw damaged("a text is not UTF-8");
    }
  }

  private static String utf16(byte[] content) {
    if (content.length % 2 != 0) {
      throw damaged("a text is cut off");
    }
    StringBuilder text = new StringBuilder(content.length / 2);
    for (int i = 0; i < content.length; i += 2) {
      text.append((char) (((content[i] & 0xff) << 8) | (content[i + 1] & 0xff)));
    }
    return text.toString();
  }

  private int next() {
    if (at >= end) {
      throw damaged("it is cut off");
    }
    return bytes[at++] & 0xff;
  }
}
