package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.Appended.Accepted;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Appends and reads at the same time, while segments come and go. */
@Timeout(120)
class SpoolThreadsTest {

  private static final int WRITERS = 3;
  private static final int EACH = 40_000;

  @TempDir
  static Path directory;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

  static Stream<SpoolOptions> options() {
    return Stream.of(
        SpoolOptions.memory().withMaxBytes(1L << 20),
        SpoolOptions.defaults().withDirectory(directory).withMaxBytes(1L << 20));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("options")
  void eachRecordIsHandedOutOnceAndInTheOrderOfItsThread(SpoolOptions options) throws Exception {
    try (Spool spool = Spool.open(options, InstantSource.system(), System::nanoTime)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        long writer = i;
        writers.add(threads.submit(() -> appendAll(spool, writer)));
      }

      long[] next = new long[WRITERS];
      for (int read = 0; read < WRITERS * EACH; ) {
        List<SpoolRecord> batch = spool.read(new Block(), 50, 1L << 20);
        for (SpoolRecord each : batch) {
          int writer = (int) each.id().getMostSignificantBits();
          assertThat(each.id().getLeastSignificantBits()).isEqualTo(next[writer]++);
        }
        spool.acknowledge(batch);
        read += batch.size();
      }

      for (Future<?> each : writers) {
        each.get(30, TimeUnit.SECONDS);
      }
      assertThat(spool.stats().pendingRecords()).isZero();
      assertThat(spool.stats().pendingBytes()).isZero();
    }
  }

  /** Appends in order, each until it is taken. */
  private static void appendAll(Spool spool, long writer) {
    for (int i = 0; i < EACH; ) {
      UUID id = new UUID(writer, i);
      if (spool.append(id, EventKind.RESPONSE, null, new byte[20]) instanceof Accepted) {
        i++;
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
