package io.github.feedback4j.wire;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.core.io.SerializedString;

/**
 * Writes events as CloudEvents 1.0 in JSON, and batches of them.
 *
 * <p>Safe for use by several threads; does not block, does no I/O.
 *
 * @since 0.1
 */
public final class EventWriter {

  private static final SerializedString VERSION = new SerializedString("1.0");
  private static final SerializedString JSON = new SerializedString("application/json");

  private static final int PLACES = 16;

  /** Each place has a line of the processor's cache of its own, or threads would take it from each other. */
  private static final int APART = 16;

  /** Writers that nobody uses just now; so few that what they hold on the heap is bounded. */
  private static final AtomicReferenceArray<EventJson> IDLE =
      new AtomicReferenceArray<>(PLACES * APART);

  private EventWriter() {}

  /** Returns the event as one JSON object in UTF-8, without line ends. */
  public static byte[] write(WireEvent event) {
    // A place of a thread's own, mostly, since all threads at one place would wait for each other.
    int place = (int) (Thread.currentThread().getId() % PLACES) * APART;
    EventJson idle = IDLE.getAndSet(place, null);
    EventJson out = idle == null ? new EventJson() : idle;
    write(out, event);
    byte[] bytes = out.take();
    IDLE.set(place, out);
    return bytes;
  }

  private static void write(EventJson out, WireEvent event) {
    out.object();
    out.word(Field.SPECVERSION, VERSION);
    out.id(Field.ID, event.id());
    out.text(Field.SOURCE, event.source().toString());
    out.text(Field.TYPE, event.data().type().text());
    String subject = event.subject();
    if (subject != null) {
      out.text(Field.SUBJECT, subject);
    }
    out.time(Field.TIME, event.time());
    out.word(Field.DATACONTENTTYPE, JSON);
    out.object(Field.DATA);
    DataFormat.write(out, event.data());
    out.endObject();
    out.endObject();
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
}
