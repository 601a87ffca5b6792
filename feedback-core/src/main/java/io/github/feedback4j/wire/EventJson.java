package io.github.feedback4j.wire;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the JSON of one event after the other with one generator, so that an event costs its own bytes
 * and hardly more. Of no use any more after an exception. For one thread at a time.
 */
final class EventJson {

  private static final TokenStreamFactory JSON = JsonFactory.builder()
      .highestNonEscapedChar(RawJson.LAST_PLAIN)
      .rootValueSeparator((SerializableString) null)
      .build();

  private final Bytes bytes = new Bytes();
  private final JsonGenerator out =
      JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8);
  private final byte[] ascii = new byte[Math.max(IdText.LENGTH, TimeText.MOST_LENGTH)];

  /** Returns what was written since the last time, in UTF-8. */
  byte[] take() {
    out.flush();
    byte[] taken = bytes.written;
    bytes.written = Bytes.NONE;
    return taken;
  }

  void object() {
    out.writeStartObject();
  }

  void object(Field field) {
    name(field);
    out.writeStartObject();
  }

  void endObject() {
    out.writeEndObject();
  }

  void array() {
    out.writeStartArray();
  }

  void array(Field field) {
    name(field);
    out.writeStartArray();
  }

  void endArray() {
    out.writeEndArray();
  }

  void name(Field field) {
    out.writeName(field.json());
  }

  void name(SerializableString name) {
    out.writeName(name);
  }

  void text(String text) {
    out.writeString(text);
  }

  void text(Field field, String text) {
    name(field);
    out.writeString(text);
  }

  void text(String name, String text) {
    out.writeName(name);
    out.writeString(text);
  }

  void word(Field field, SerializableString word) {
    name(field);
    out.writeString(word);
  }

  void number(int number) {
    out.writeNumber(number);
  }

  void number(double number) {
    out.writeNumber(number);
  }

  void number(Field field, int number) {
    name(field);
    out.writeNumber(number);
  }

  void number(Field field, double number) {
    name(field);
    out.writeNumber(number);
  }

  void truth(boolean truth) {
    out.writeBoolean(truth);
  }

  void truth(Field field, boolean truth) {
    name(field);
    out.writeBoolean(truth);
  }

  void id(Field field, UUID id) {
    name(field);
    IdText.write(id, ascii);
    out.writeRawUTF8String(ascii, 0, IdText.LENGTH);
  }

  void time(Field field, Instant time) {
    name(field);
    if (TimeText.hasFourDigitYear(time)) {
      out.writeRawUTF8String(ascii, 0, TimeText.write(time, ascii));
    } else {
      out.writeString(time.toString());
    }
  }

  /** Writes an object that another part of the library has made. */
  void json(Field field, String json) {
    name(field);
    out.writeRawValue(RawJson.of(json));
  }

  /** Takes what the generator has at its end: nearly always once, so that nothing is copied twice. */
  private static final class Bytes extends OutputStream {

    static final byte[] NONE = {};

    private byte[] written = NONE;

    @Override
    public void write(int each) {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int before = written.length;
      written = before == 0
          ? Arrays.copyOfRange(bytes, from, from + length)
          : Arrays.copyOf(written, before + length);
      if (before > 0) {
        System.arraycopy(bytes, from, written, before, length);
      }
    }
  }
}
