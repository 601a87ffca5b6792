package io.github.feedback4j.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A collector in a process of its own that only counts, and does as it is told.
 *
 * <p>It prints its port, and ends when its standard input does. {@code /control/state} tells what has
 * come, {@code /control/clear} forgets it, {@code /control/fault/SILENT} makes it misbehave.
 */
public final class CountingCollector {

  private final Marks marks = new Marks();
  private final AtomicLong events = new AtomicLong();
  private volatile Fault fault = Fault.NONE;
  private RawServer server;
  private long requestsBefore;
  private long bytesBefore;
  private final AtomicLong turn = new AtomicLong();

  private CountingCollector() {}

  /** Runs until the standard input ends. */
  public static void main(String[] args) throws IOException {
    CountingCollector collector = new CountingCollector();
    collector.server = new RawServer(collector::handle, collector::fault);
    System.out.println(collector.server.port());
    for (int next = System.in.read(); next >= 0; next = System.in.read()) {
      // Nothing is said this way; its end is what matters.
    }
    collector.server.close();
  }

  /** One request in ten is reset where that is the fault, so that something comes through. */
  private Fault fault() {
    Fault now = fault;
    return now == Fault.RESET && turn.getAndIncrement() % 10 != 0 ? Fault.NONE : now;
  }

  /** Goes away a moment after this was answered, and comes back. */
  private void downFor(long millis) {
    Thread thread = new Thread(
        () -> {
          try {
            RawServer.pause(100);
            server.downFor(millis);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        "down");
    thread.setDaemon(true);
    thread.start();
  }

  private String handle(String path, byte[] body) throws IOException {
    if (!path.startsWith("/control/")) {
      marks.take(body);
      int found = Marks.events(body);
      events.addAndGet(found);
      return "{\"accepted\":%d,\"duplicates\":0,\"rejected\":[]}".formatted(found);
    }
    String[] parts = path.split("/", -1);
    switch (parts[2]) {
      case "clear" -> {
        marks.clear();
        events.set(0);
        requestsBefore = server.requests();
        bytesBefore = server.bytes();
      }
      case "fault" -> {
        Fault wanted = Fault.valueOf(parts[3]);
        if (wanted == Fault.DOWN) {
          downFor(Long.parseLong(parts[4]));
        } else {
          fault = wanted;
        }
      }
      default -> {
        // What has come is told after every command.
      }
    }
    return "%d %d %d %d"
        .formatted(
            marks.unique(),
            events.get(),
            server.requests() - requestsBefore,
            server.bytes() - bytesBefore);
  }
}
