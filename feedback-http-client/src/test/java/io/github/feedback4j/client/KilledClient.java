package io.github.feedback4j.client;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The process that {@link ClientKillIT} kills: appends until then, and prints what was acknowledged. */
final class KilledClient {

  static final int THREADS = 4;
  static final String LINE_END = ".";

  private KilledClient() {}

  /** Takes the address of the collector, the directory of the spool and the first number. */
  public static void main(String[] args) {
    CollectorClient client = CollectorClient.builder(URI.create(args[0]), Samples.SOURCE)
        .surveys(List.of(Samples.SURVEY))
        .spool(SpoolOptions.defaults().withDirectory(Path.of(args[1])))
        .linger(Duration.ofMillis(5))
        .build();
    AtomicInteger number = new AtomicInteger(Integer.parseInt(args[2]));
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> {
            while (true) {
              int next = number.getAndIncrement();
              if (client.append(Samples.response(next)) == Kept.STORED) {
                acknowledge(next);
              }
            }
          })
          .start();
    }
  }

  /** A line that was cut off has no end. */
  private static void acknowledge(int number) {
    synchronized (KilledClient.class) {
      System.out.println(number + " " + LINE_END);
      System.out.flush();
    }
  }
}
