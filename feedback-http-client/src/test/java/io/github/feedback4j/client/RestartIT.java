package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.wire.SurveyLoaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the directory of one run, the next one sends. */
class RestartIT {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final ScriptedCollector collector = new ScriptedCollector();

  @TempDir
  private Path directory;

  @AfterEach
  void close() {
    collector.close();
  }

  private CollectorClient client() {
    return Clients.inDirectory(collector, directory).build();
  }

  private static List<UUID> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Samples::id).toList();
  }

  @Test
  void whatWasNotSentIsSentAfterTheNextStartOldestFirst() {
    collector.behave(ScriptedCollector.Exchange::hang);
    try (CollectorClient first = client()) {
      for (int i = 0; i < 1_500; i++) {
        assertThat(first.append(Samples.response(i))).isEqualTo(Kept.STORED);
      }
      FlushResult result = Clients.close(first, Duration.ofMillis(500), directory);
      assertThat(result.pending()).isEqualTo(1_501);
    }
    assertThat(collector.responses()).isEmpty();
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client()) {
      assertThat(second.report().pending().records()).isEqualTo(1_501);
      second.append(Samples.response(1_500));
      assertThat(second.flush(BOUND).isComplete()).isTrue();
    }

    assertThat(collector.responses()).isEqualTo(ids(0, 1_501));
    // Each run tells the definition before its first response.
    assertThat(collector.events().stream()
            .filter(each -> each.data() instanceof SurveyLoaded)
            .count())
        .isEqualTo(2);
  }

  @Test
  void closeAtOnceAfterTenThousandAppendsSendsSomeAndTheNextStartTheRest() {
    collector.behave(exchange -> {
      exchange.delay(Duration.ofMillis(100));
      exchange.take();
    });
    FlushResult result;
    try (CollectorClient first = client()) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(first.append(Samples.response(i))).isEqualTo(Kept.STORED);
      }
      result = Clients.close(first, Duration.ofSeconds(1), directory);
    }
    assertThat(result.isComplete()).isFalse();
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client()) {
      assertThat(second.report().pending().records()).isEqualTo(result.pending());
      assertThat(second.flush(BOUND).isComplete()).isTrue();
    }

    assertThat(collector.responses()).isEqualTo(ids(0, 10_000));
  }

  @Test
  void aFullSpoolBehindASlowCollectorKeepsWhatItTookOverARestart() {
    collector.behave(exchange -> {
      exchange.delay(Duration.ofMillis(20));
      exchange.take();
    });
    SpoolOptions small =
        SpoolOptions.defaults().withDirectory(directory).withMaxBytes(SpoolOptions.LEAST_MAX_BYTES);
    List<UUID> stored = new ArrayList<>();
    try (CollectorClient first =
        Clients.inDirectory(collector, directory).spool(small).build()) {
      for (int i = 0; i < 20_000; i++) {
        if (first.append(Samples.response(i)) == Kept.STORED) {
          stored.add(Samples.id(i));
        }
      }
      assertThat(stored).hasSizeBetween(500, 19_000);
      assertThat(first.report().rejected())
          .isEqualTo(Map.of("spool-full", 20_000L - stored.size()));
      Clients.close(first, Duration.ofMillis(100), directory);
    }

    try (CollectorClient second =
        Clients.inDirectory(collector, directory).spool(small).build()) {
      assertThat(second.flush(BOUND).isComplete()).isTrue();
      assertThat(second.append(Samples.response(20_000))).isEqualTo(Kept.STORED);
      stored.add(Samples.id(20_000));
      assertThat(second.flush(BOUND).isComplete()).isTrue();
    }

    assertThat(collector.responses()).isEqualTo(stored);
  }

  @Test
  void startSendsWhatIsThereWithoutAnAppend() {
    collector.behave(exchange -> exchange.answer(503, ""));
    try (CollectorClient first = client()) {
      first.append(Samples.response(1));
      Clients.close(first, Duration.ofMillis(100), directory);
    }
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client()) {
      second.start();

      await().atMost(BOUND).until(() -> collector.responses().size() == 1);
    }
  }

  @Test
  void aBatchThatWasTakenBeforeTheEndCountsOnce() {
    collector.behave(exchange -> {
      exchange.keep(Set.of(), "");
      exchange.hang();
    });
    try (CollectorClient first = client()) {
      for (int i = 0; i < 500; i++) {
        first.append(Samples.response(i));
      }
      await().atMost(BOUND).until(() -> !collector.events().isEmpty());
      Clients.close(first, Duration.ofMillis(200), directory);
    }
    int taken = collector.events().size();
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client()) {
      assertThat(second.flush(BOUND).isComplete()).isTrue();
      assertThat(second.report().sent().duplicates()).isEqualTo(taken);
    }

    assertThat(collector.responses()).isEqualTo(ids(0, 500));
  }

  @Test
  void anErasedPersonIsNotInTheFilesOfTheNextRun() {
    collector.behave(exchange -> exchange.answer(503, ""));
    try (CollectorClient first = client()) {
      for (int i = 0; i < 10; i++) {
        first.append(Samples.response(i));
      }
      assertThat(first.erase(Samples.respondent(3))).isEqualTo(1);
      Clients.close(first, Duration.ofMillis(100), directory);
    }
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient second = client()) {
      second.flush(BOUND);
    }

    assertThat(collector.responses()).hasSize(9).doesNotContain(Samples.id(3));
    assertThat(collector.erasures()).containsExactly(Samples.respondent(3));
  }

  @Test
  void aSecondClientOnTheSameDirectoryIsToldSo() {
    try (CollectorClient first = client()) {
      first.append(Samples.response(1));

      assertThatThrownBy(this::client)
          .isInstanceOf(SpoolException.class)
          .hasMessageContaining(directory.toString());
    }
  }

  @Test
  void aDirectoryThatCannotBeOneIsNamedWhenTheClientIsBuilt() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(
            () -> Clients.inDirectory(collector, file.resolve("spool")).build())
        .isInstanceOf(SpoolException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aProcessThatForgetsToCloseEndsAndLosesNothing() throws Exception {
    collector.behave(ScriptedCollector.Exchange::hang);
    Process child =
        Children.start(ForgetfulClient.class, collector.uri().toString(), directory.toString());
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).as("the JVM ended").isTrue();
    assertThat(child.exitValue()).isZero();
    collector.behave(ScriptedCollector.HEALTHY);

    try (CollectorClient next = client()) {
      assertThat(next.flush(BOUND).isComplete()).isTrue();
    }

    assertThat(collector.responses()).isEqualTo(ids(0, ForgetfulClient.RESPONSES));
  }
}
