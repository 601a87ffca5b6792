package io.github.feedback4j.wire;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as CloudEvents 1.0 in JSON, and batches of them.
 *
 * <p>Safe for use by several threads; does not block, does no I/O.
 *
 * @since 0.1
 */
public final class EventWriter {

  private static final TokenStreamFactory JSON =
      JsonFactory.builder().highestNonEscapedChar(RawJson.LAST_PLAIN).build();

  private EventWriter() {}

  /** Returns the event as one JSON object in UTF-8, without line ends. */
  public static byte[] write(WireEvent event) {
    Bytes bytes = new Bytes();
    try (JsonGenerator out =
        JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      out.writeStartObject();
      out.writeStringProperty("specversion", "1.0");
      out.writeStringProperty("id", event.id().toString());
      out.writeStringProperty("source", event.source().toString());
      out.writeStringProperty("type", event.data().type().text());
      String subject = event.subject();
      if (subject != null) {
        out.writeStringProperty("subject", subject);
      }
      out.writeStringProperty("time", TimeText.write(event.time()));
      out.writeStringProperty("datacontenttype", "application/json");
      out.writeObjectPropertyStart("data");
      DataFormat.write(out, event.data());
      out.writeEndObject();
      out.writeEndObject();
    }
    return bytes.written;
  }

  /**
   * Returns a batch of events, in their order.
   *
   * @param events events as {@link #write} returned them; they are not looked at again
   */
  public static byte[] batch(List<byte[]> events) {
    // Two brackets, and a comma between each two.
    int length = Math.max(2, events.size() + 1);
    for (byte[] each : events) {
      length = Math.addExact(length, each.length);
    }
    byte[] batch = new byte[length];
    batch[0] = '[';
    int at = 1;
    for (byte[] each : events) {
      if (at > 1) {
        batch[at++] = ',';
      }
      System.arraycopy(each, 0, batch, at, each.length);
      at += each.length;
    }
    batch[at] = ']';
    return batch;
  }

  /** Takes what the generator has at its end: nearly always once, so that nothing is copied twice. */
  private static final class Bytes extends OutputStream {

    private byte[] written = {};

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
