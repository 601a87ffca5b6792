package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time passes, and somebody sets the clock, while responses wait. */
class ClockIT {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final ScriptedCollector collector = new ScriptedCollector();
  private final VirtualTime clock = new VirtualTime();
  private int appended;

  @AfterEach
  void close() {
    collector.close();
  }

  private CollectorClient client(Path directory) {
    return Clients.inDirectory(collector, directory)
        .spool(SpoolOptions.defaults().withDirectory(directory).withMaxAge(Duration.ofMinutes(30)))
        .time(clock)
        .linger(Duration.ofMillis(20))
        .build();
  }

  private void append(CollectorClient client) {
    // More than the batch that is in hand.
    for (int end = appended + 700; appended < end; appended++) {
      assertThat(client.append(Samples.response(appended))).isEqualTo(Kept.STORED);
    }
  }

  private List<UUID> all() {
    return IntStream.range(0, appended).mapToObj(Samples::id).toList();
  }

  @Test
  void anHourForwardAndTwoBackLoseNothingThoughHalfAnHourIsTheGreatestAge(@TempDir Path directory) {
    try (CollectorClient client = client(directory)) {
      for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-2))) {
        collector.behave(exchange -> exchange.answer(503, ""));
        append(client);
        long tried = client.report().sent().retried();
        await().atMost(BOUND).until(() -> client.report().sent().retried() > tried);
        clock.jump(jump);
        append(client);
        assertThat(client.report().pending().oldestAge()).isLessThan(Duration.ofMinutes(1));

        collector.behave(ScriptedCollector.HEALTHY);
        assertThat(client.flush(BOUND).isComplete()).isTrue();
      }
      assertThat(client.report().deadLettered()).isEmpty();
    }
    assertThat(collector.responses()).isEqualTo(all());
  }

  @Test
  void anHourBackBetweenTwoRunsLosesNothing(@TempDir Path directory) {
    collector.goDown();
    try (CollectorClient first = client(directory)) {
      append(first);
      Clients.close(first, Duration.ofMillis(100), directory);
    }
    clock.jump(Duration.ofHours(-1));
    collector.comeUp();

    try (CollectorClient second = client(directory)) {
      append(second);
      assertThat(second.report().pending().oldestAge()).isLessThan(Duration.ofMinutes(1));
      assertThat(second.flush(BOUND).isComplete()).isTrue();
    }

    assertThat(collector.responses()).isEqualTo(all());
  }

  @Test
  void aDayOfOutagesInVirtualTimeLosesNothing(@TempDir Path directory) {
    AtomicInteger hour = new AtomicInteger();
    collector.behave(exchange -> {
      switch (hour.get() % 6) {
        case 0 -> exchange.answer(503, "");
        case 1 -> exchange.answer(429, "", "Retry-After: 30");
        case 2 -> exchange.reset();
        case 3 -> exchange.answer(302, "", "Location: /login");
        case 4 -> {
          exchange.keep(Set.of(), "");
          exchange.reset();
        }
        default -> exchange.take();
      }
    });
    SpoolOptions options =
        SpoolOptions.defaults().withDirectory(directory).withFsync(FsyncPolicy.OS);
    try (SenderBench bench = new SenderBench(collector, options, null)) {
      for (int i = 0; i < 24 * 60; i++) {
        hour.set(i / 60);
        bench.append(appended, appended + 20);
        appended += 20;
        bench.run(Duration.ofMinutes(1));
        // Someone sets the clock an hour back, and later forward again.
        if (i % 240 == 100) {
          bench.time.jump(Duration.ofHours(-1));
        } else if (i % 240 == 150) {
          bench.time.jump(Duration.ofHours(1));
        }
      }
      bench.run(Duration.ofMinutes(10));

      assertThat(bench.spool.stats().pendingRecords()).isZero();
      // Polite: in an hour without an answer some 60 requests, and not one a second.
      assertThat(bench.heard.stream().filter(each -> !each.endsWith("taken")).count())
          .isLessThan(2_500);
    }
    assertThat(collector.responses()).containsExactlyInAnyOrderElementsOf(all());
  }
}
