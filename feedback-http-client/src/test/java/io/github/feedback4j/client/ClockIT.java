package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sets the clock of the machine while responses wait. */
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
    for (int end = appended + 300; appended < end; appended++) {
      assertThat(client.append(Samples.response(appended))).isEqualTo(Kept.STORED);
    }
  }

  private List<UUID> all() {
    return IntStream.range(0, appended).mapToObj(Samples::id).toList();
  }

  @Test
  void anHourForwardAndBackLosesNothingThoughHalfAnHourIsTheGreatestAge(@TempDir Path directory) {
    collector.behave(exchange -> exchange.answer(503, ""));
    try (CollectorClient client = client(directory)) {
      append(client);
      await().atMost(BOUND).until(() -> client.report().sent().retried() > 0);
      clock.jump(Duration.ofHours(1));
      append(client);
      long tried = client.report().sent().retried();
      await().atMost(BOUND).until(() -> client.report().sent().retried() > tried);
      clock.jump(Duration.ofHours(-2));
      append(client);
      assertThat(client.report().pending().oldestAge()).isLessThan(Duration.ofMinutes(1));

      collector.behave(ScriptedCollector.HEALTHY);
      assertThat(client.flush(BOUND).isComplete()).isTrue();

      assertThat(client.report().deadLettered()).isEmpty();
    }
    assertThat(collector.responses()).isEqualTo(all());
  }

  @Test
  void anHourBackBetweenTwoRunsLosesNothing(@TempDir Path directory) {
    collector.goDown();
    try (CollectorClient first = client(directory)) {
      append(first);
      first.close(Duration.ofMillis(100));
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
}
