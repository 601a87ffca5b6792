package io.github.feedback4j.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Reads the bytes of a contact history, and trusts none of them.
 *
 * <p>Each count and length is held against the bytes that are left, so that damage costs neither
 * memory nor time.
 */
final class HistoryInput {

  private final byte[] bytes;
  private final int end;
  private int at;

  HistoryInput(byte[] bytes, int start) {
    this(bytes, start, bytes.length);
  }

  private HistoryInput(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  static IllegalArgumentException damaged(String how) {
    return new IllegalArgumentException("contact history is damaged: " + how);
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
    long packed = number();
    int unit = (int) packed & 3;
    long zigzag = packed >>> 2;
    long seconds = (zigzag >>> 1) ^ -(zigzag & 1);
    long nanos = 0;
    if (unit != 0) {
      nanos = Math.multiplyExact(number(), (long) HistoryOutput.NANO_UNITS[unit]);
      if (nanos < 0 || nanos >= HistoryOutput.NANOS_PER_SECOND) {
        throw damaged("a time is out of range");
      }
    }
    return Instant.ofEpochSecond(
        Math.addExact(reference.getEpochSecond(), seconds), reference.getNano() + nanos);
  }

  double probability() {
    long units = number();
    return units == 0 ? Double.longBitsToDouble(fixed(8)) : units / HistoryOutput.PROBABILITY_UNITS;
  }

  /** Returns the next record, and goes on behind it. */
  HistoryInput record() {
    int length = count();
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
    long packed = number();
    long length = packed >>> 2;
    if (length > end - at) {
      throw damaged("it is cut off");
    }
    byte[] content = Arrays.copyOfRange(bytes, at, at + (int) length);
    at += (int) length;
    return switch ((int) packed & 3) {
      case HistoryOutput.AS_UTF_8 -> utf8(content);
      case HistoryOutput.AS_BASE_64 -> HistoryOutput.packBase64(content);
      case HistoryOutput.AS_UTF_16 -> utf16(content);
      default -> throw damaged("a text is written in an unknown way");
    };
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
