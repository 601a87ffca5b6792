package io.github.feedback4j.client;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The process that {@link SpoolIT} starts, and mostly kills. */
final class SpoolChild {

  static final String LINE_END = ".";

  private static final int THREADS = 3;

  private SpoolChild() {}

  /**
   * Takes a directory, an {@link FsyncPolicy}, what to do, and the number of the first record.
   *
   * <ul>
   *   <li>{@code append}: appends until it is killed, and prints the number of each accepted record
   *   <li>{@code acknowledge}: the same, and acknowledges every other record meanwhile
   *   <li>{@code forget}: appends one record and ends without closing
   * </ul>
   */
  public static void main(String[] args) {
    SpoolOptions options = SpoolOptions.defaults()
        .withDirectory(Path.of(args[0]))
        .withFsync(FsyncPolicy.valueOf(args[1]));
    Spool spool = Spool.open(options, InstantSource.system(), System::nanoTime);
    AtomicLong number = new AtomicLong(Long.parseLong(args[3]));
    if (args[2].equals("forget")) {
      append(spool, number.incrementAndGet());
      return;
    }
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> {
            while (true) {
              append(spool, number.incrementAndGet());
            }
          })
          .start();
    }
    while (args[2].equals("acknowledge")) {
      acknowledge(spool);
    }
  }

  private static void append(Spool spool, long number) {
    byte[] bytes = ("record " + number).repeat(20).getBytes(StandardCharsets.UTF_8);
    UUID id = new UUID(0, number);
    if (spool.append(id, EventKind.RESPONSE, "key", bytes) instanceof Appended.Accepted) {
      print("accepted", number);
    }
  }

  /** Says so before it does it, so that nothing is acknowledged that was not said. */
  private static void acknowledge(Spool spool) {
    List<SpoolRecord> even = spool.read(new Block(), 20, 100_000).stream()
        .filter(each -> each.id().getLeastSignificantBits() % 2 == 0)
        .toList();
    even.forEach(each -> print("done", each.id().getLeastSignificantBits()));
    spool.acknowledge(even);
  }

  private static void print(String what, long number) {
    PrintStream out = System.out;
    synchronized (out) {
      out.println(what + " " + number + " " + LINE_END);
      out.flush();
    }
  }

  static Process start(Path directory, FsyncPolicy fsync, String what, long first)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            ClassPath.asText(),
            SpoolChild.class.getName(),
            directory.toString(),
            fsync.name(),
            what,
            String.valueOf(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
