package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it appends and sends loses nothing that it has acknowledged. */
class ClientKillIT {

  private static final int ROUNDS = 4;
  private static final int NUMBERS_OF_A_ROUND = 1_000_000;

  private final ScriptedCollector collector = new ScriptedCollector();
  private final List<UUID> acknowledged = new ArrayList<>();

  @AfterEach
  void close() {
    collector.close();
  }

  @Test
  void killedWhileTheCollectorTakesSomeAndLosesAnswers(@TempDir Path directory) throws Exception {
    SplittableRandom dice = new SplittableRandom(5);
    AtomicInteger lost = new AtomicInteger();
    collector.behave(exchange -> {
      switch (dice.nextInt(5)) {
        case 0 -> exchange.answer(503, "");
        case 1 -> exchange.reset();
        case 2 -> {
          exchange.keep(Set.of(), "");
          lost.incrementAndGet();
          exchange.reset();
        }
        default -> exchange.take();
      }
    });

    for (int round = 0; round < ROUNDS; round++) {
      runAndKill(directory, round);
    }

    assertThatNothingIsLost(directory);
  }

  @Test
  void killedInAnOutage(@TempDir Path directory) throws Exception {
    collector.behave(exchange -> exchange.answer(503, ""));

    for (int round = 0; round < ROUNDS; round++) {
      runAndKill(directory, round);
    }
    assertThat(collector.responses()).isEmpty();

    assertThatNothingIsLost(directory);
  }

  private void runAndKill(Path directory, int round) throws IOException, InterruptedException {
    Process child = Children.start(
        KilledClient.class,
        collector.uri().toString(),
        directory.toString(),
        String.valueOf(round * NUMBERS_OF_A_ROUND));
    int enough = 700 + 311 * round;
    List<String> lines = Children.linesUntilKilled(child, count -> count == enough);
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed, not ended").isEqualTo(137);
    assertThat(lines.size()).isGreaterThanOrEqualTo(enough);
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 2 && parts[1].equals(KilledClient.LINE_END)) {
        acknowledged.add(Samples.id(Integer.parseInt(parts[0])));
      }
    }
  }

  private void assertThatNothingIsLost(Path directory) {
    collector.behave(ScriptedCollector.HEALTHY);
    try (CollectorClient client = Clients.inDirectory(collector, directory).build()) {
      client.start();
      assertThat(client.flush(Duration.ofSeconds(60)).isComplete()).isTrue();
      assertThat(client.report().corrupt()).isZero();
      assertThat(client.report().deadLettered()).isEmpty();
    }
    List<UUID> received = collector.responses();
    assertThat(received).doesNotHaveDuplicates();
    Set<UUID> missing = new HashSet<>(acknowledged);
    received.forEach(missing::remove);
    assertThat(missing).isEmpty();
    // The acknowledged ones, and at most one of each thread that was killed before it could say so.
    assertThat(received.size() - acknowledged.size()).isBetween(0, ROUNDS * KilledClient.THREADS);
  }
}
