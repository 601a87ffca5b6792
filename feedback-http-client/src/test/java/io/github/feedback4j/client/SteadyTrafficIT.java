package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.ScriptedCollector.Behaviour;
import io.github.feedback4j.client.ScriptedCollector.Exchange;
import io.github.feedback4j.response.ResponseSink.Kept;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Five hundred responses a second, and ten seconds of trouble in the middle: none is lost, none counts
 * twice, and soon after the trouble all is caught up.
 */
class SteadyTrafficIT {

  private static final Duration TROUBLE = Duration.ofSeconds(10);
  private static final Duration BOUND = Duration.ofSeconds(60);

  /** What goes wrong for ten seconds. */
  enum Trouble implements Behaviour {
    UNAVAILABLE {
      @Override
      public void handle(Exchange exchange) throws IOException {
        exchange.answer(503, "");
      }
    },
    DOWN {
      @Override
      public void handle(Exchange exchange) throws IOException {
        exchange.reset();
      }

      @Override
      void begin(ScriptedCollector collector) {
        collector.goDown();
      }

      @Override
      void end(ScriptedCollector collector) {
        collector.comeUp();
      }
    },
    TOO_MANY_REQUESTS {
      @Override
      public void handle(Exchange exchange) throws IOException {
        exchange.answer(429, "", "Retry-After: 2");
      }
    },
    SLOW {
      @Override
      public void handle(Exchange exchange) throws IOException {
        exchange.delay(Duration.ofSeconds(5));
        exchange.take();
      }

      @Override
      boolean isSeenIn(DeliveryReport report) {
        return true;
      }
    },
    RESETS {
      @Override
      public void handle(Exchange exchange) throws IOException {
        // Of ten requests one is lost on its way, and the answer to another one.
        switch (exchange.number() % 10) {
          case 3 -> exchange.reset();
          case 8 -> {
            exchange.keep(Set.of(), "");
            exchange.reset();
          }
          default -> exchange.take();
        }
      }

      @Override
      boolean isSeenIn(DeliveryReport report) {
        // OkHttp itself sends again after a reset.
        return report.sent().duplicates() > 0;
      }
    };

    void begin(ScriptedCollector collector) {
      collector.behave(this);
    }

    void end(ScriptedCollector collector) {
      collector.behave(ScriptedCollector.HEALTHY);
    }

    boolean isSeenIn(DeliveryReport report) {
      return report.sent().retried() > 0;
    }
  }

  /** An application and a collector that go through one kind of trouble. */
  private static final class Run extends TimerTask {

    private static final int PER_TICK = 5;
    private static final long TICK_MILLIS = 10;
    private static final int BEFORE = 1_000;

    final Trouble trouble;
    final ScriptedCollector collector = new ScriptedCollector();
    final CollectorClient client;
    final List<UUID> stored = new ArrayList<>();
    final CompletableFuture<Duration> caughtUp = new CompletableFuture<>();
    private final Timer pace = new Timer(true);
    private boolean begun;
    private boolean ended;
    private long changed;
    private int storedAtTheEnd;

    Run(Trouble trouble, Path directory) {
      this.trouble = trouble;
      this.client = Clients.inDirectory(collector, directory.resolve(trouble.name()))
          .linger(Duration.ofMillis(50))
          .build();
    }

    void start() {
      pace.scheduleAtFixedRate(this, 0, TICK_MILLIS);
    }

    @Override
    public void run() {
      try {
        tick();
      } catch (RuntimeException | AssertionError e) {
        caughtUp.completeExceptionally(e);
      }
      if (caughtUp.isDone()) {
        pace.cancel();
      }
    }

    private void tick() {
      for (int i = 0; i < PER_TICK; i++) {
        int number = stored.size();
        assertThat(client.append(Samples.response(number))).isEqualTo(Kept.STORED);
        stored.add(Samples.id(number));
      }
      long now = System.nanoTime();
      if (!begun && stored.size() >= BEFORE) {
        begun = true;
        changed = now;
        trouble.begin(collector);
      } else if (begun && !ended && now - changed >= TROUBLE.toNanos()) {
        ended = true;
        changed = now;
        storedAtTheEnd = stored.size();
        trouble.end(collector);
      } else if (ended && collector.responses().size() >= storedAtTheEnd) {
        caughtUp.complete(Duration.ofNanos(now - changed));
      }
    }

    void close() {
      pace.cancel();
      client.close(Duration.ofMillis(200));
      collector.close();
    }
  }

  private static final Map<Trouble, Run> RUNS = new EnumMap<>(Trouble.class);

  /** All at once, because each takes its time. */
  @BeforeAll
  static void start(@TempDir Path directory) {
    for (Trouble each : Trouble.values()) {
      RUNS.put(each, new Run(each, directory));
    }
    RUNS.values().forEach(Run::start);
  }

  @AfterAll
  static void close() {
    RUNS.values().forEach(Run::close);
    RUNS.clear();
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingAndCountsNothingTwiceAndIsCaughtUpSoonAfter(Trouble trouble) throws Exception {
    Run run = Objects.requireNonNull(RUNS.get(trouble));

    Duration caughtUp = run.caughtUp.get(BOUND.toSeconds(), TimeUnit.SECONDS);

    // The figure is 5 seconds, see CatchUpIT; a machine that is busy has some more.
    assertThat(caughtUp).isLessThan(Duration.ofSeconds(15));
    assertThat(run.client.flush(BOUND).isComplete()).isTrue();
    assertThat(run.stored).hasSizeGreaterThan(5_000);
    assertThat(run.collector.responses()).isEqualTo(run.stored);
    DeliveryReport report = run.client.report();
    assertThat(report.rejected()).isEmpty();
    assertThat(report.deadLettered()).isEmpty();
    assertThat(report.corrupt()).isZero();
    // With the definition of the survey.
    assertThat(report.sent().accepted() + report.sent().duplicates())
        .isEqualTo(run.stored.size() + 1);
    assertThat(trouble.isSeenIn(report)).isTrue();
  }
}
