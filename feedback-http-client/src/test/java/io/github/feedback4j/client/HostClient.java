package io.github.feedback4j.client;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An application that appends ten thousand responses at once, each in a task of its own, and whose
 * threads send them as well. Also a process of its own, to be recorded.
 */
final class HostClient {

  static final int RESPONSES = 10_000;

  private static final Duration BOUND = Duration.ofSeconds(60);

  private HostClient() {}

  /**
   * Takes the kind of threads, the address of the collector and the directory of the spool. Platform
   * threads go first, because a JVM that loads a class pins who waits for it.
   */
  public static void main(String[] args) throws Exception {
    HostThreads threads = HostThreads.valueOf(args[0]);
    URI collector = URI.create(args[1]);
    Path directory = Path.of(args[2]);
    int stored =
        run(HostThreads.PLATFORM, collector, directory, FsyncPolicy.ALWAYS, 0).size()
            + run(threads, collector, directory, FsyncPolicy.ALWAYS, RESPONSES).size();
    if (stored != 2 * RESPONSES) {
      throw new IllegalStateException("only " + stored + " responses were stored");
    }
  }

  /** Appends, sends, closes and ends all threads; returns the ids of what was stored. */
  static List<UUID> run(
      HostThreads threads, URI collector, Path directory, FsyncPolicy fsync, int firstNumber)
      throws Exception {
    ExecutorService executor = threads.executor();
    List<UUID> stored = new ArrayList<>();
    // As many threads as these wait for each other longer than a second on a machine that is busy.
    SpoolOptions spool = SpoolOptions.defaults()
        .withDirectory(directory)
        .withFsync(fsync)
        .withAppendTimeout(Duration.ofSeconds(30));
    try (CollectorClient client = CollectorClient.builder(collector, Samples.SOURCE)
        .surveys(List.of(Samples.SURVEY))
        .spool(spool)
        .executor(executor)
        .build()) {
      List<Future<Kept>> kept = new ArrayList<>();
      for (int i = 0; i < RESPONSES; i++) {
        int number = firstNumber + i;
        kept.add(executor.submit(() -> client.append(Samples.response(number))));
      }
      for (int i = 0; i < RESPONSES; i++) {
        if (kept.get(i).get() == Kept.STORED) {
          stored.add(Samples.id(firstNumber + i));
        }
      }
      if (!client.flush(BOUND).isComplete()) {
        throw new IllegalStateException("not everything was sent: " + client.report());
      }
    }
    executor.shutdown();
    if (!executor.awaitTermination(BOUND.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the client keeps a thread of the executor after its close");
    }
    return stored;
  }
}
