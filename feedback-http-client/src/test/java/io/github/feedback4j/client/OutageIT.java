package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.response.ResponseSink.Kept;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the network and the collector do: every response arrives, and counts once. */
class OutageIT {

  private static final int RESPONSES = 3_000;
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final ScriptedCollector collector = new ScriptedCollector();
  private volatile String token = Clients.TOKEN;
  private final CollectorClient client = Clients.inMemory(collector)
      .token(() -> token)
      .linger(Duration.ofMillis(20))
      .callTimeout(Duration.ofSeconds(2))
      .build();

  @AfterEach
  void close() {
    client.close(Duration.ofMillis(200));
    collector.close();
  }

  /** Appends all responses over some time, with a mishap in the middle. */
  private void append(Runnable inTheMiddle) {
    for (int i = 0; i < RESPONSES; i++) {
      if (i == RESPONSES / 3) {
        inTheMiddle.run();
      }
      assertThat(client.append(Samples.response(i))).isEqualTo(Kept.STORED);
      if (i % 100 == 0) {
        // Some of it is sent meanwhile, some is not.
        client.flush(Duration.ofMillis(10));
      }
    }
  }

  /** Waits until all of it was sent; that it was received is seen at the other end. */
  private void assertThatEverythingArrivedOnce() {
    assertThat(client.flush(BOUND).isComplete()).isTrue();
    List<UUID> appended = IntStream.range(0, RESPONSES).mapToObj(Samples::id).toList();
    assertThat(collector.responses()).isEqualTo(appended);
    DeliveryReport report = client.report();
    assertThat(report.state()).isEqualTo(DeliveryState.SENDING);
    assertThat(report.pending().records()).isZero();
    assertThat(report.deadLettered()).isEmpty();
    assertThat(report.rejected()).isEmpty();
    // The survey's definition is an event as well.
    assertThat(report.sent().accepted() + report.sent().duplicates()).isEqualTo(RESPONSES + 1);
  }

  @Test
  void healthy() {
    append(() -> {});

    assertThatEverythingArrivedOnce();
    assertThat(client.report().sent().retried()).isZero();
    assertThat(client.report().sent().duplicates()).isZero();
  }

  @Test
  void unavailableForAWhileIsCaughtUpWithinAThirdOfIt() {
    append(() -> collector.behave(exchange -> exchange.answer(503, "")));
    await().atMost(BOUND).until(() -> client.report().state() == DeliveryState.CIRCUIT_OPEN);
    long outage = client.report().pending().oldestAge().toNanos();
    collector.behave(ScriptedCollector.HEALTHY);

    FlushResult result = client.flush(Duration.ofNanos(outage / 3).plusMillis(1_500));

    assertThat(result.isComplete()).isTrue();
    assertThatEverythingArrivedOnce();
    assertThat(client.report().sent().retried()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void tooManyRequestsWithRetryAfter() {
    append(() -> collector.behave(exchange -> {
      exchange.answer(429, "", "Retry-After: 1");
      collector.behave(ScriptedCollector.HEALTHY);
    }));

    assertThatEverythingArrivedOnce();
    assertThat(client.report().sent().retried()).isEqualTo(1);
  }

  @Test
  void downThenUp() {
    append(collector::goDown);
    await().atMost(BOUND).until(() -> client.report().state() == DeliveryState.CIRCUIT_OPEN);
    collector.comeUp();

    assertThatEverythingArrivedOnce();
  }

  @Test
  void downAtTheStart() {
    collector.goDown();
    append(() -> {});
    await().atMost(BOUND).until(() -> client.report().sent().retried() > 1);
    collector.comeUp();

    assertThatEverythingArrivedOnce();
  }

  @Test
  void aResetOnTenPercentOfTheRequests() {
    AtomicInteger resets = new AtomicInteger();
    collector.behave(exchange -> {
      if (exchange.number() % 10 == 2) {
        resets.incrementAndGet();
        exchange.reset();
      } else {
        exchange.take();
      }
    });
    append(() -> {});

    assertThatEverythingArrivedOnce();
    assertThat(resets.get()).isPositive();
  }

  @Test
  void acceptsButNeverAnswers() {
    AtomicInteger hanging = new AtomicInteger();
    append(() -> collector.behave(exchange -> {
      if (hanging.incrementAndGet() < 3) {
        exchange.hang();
      } else {
        exchange.take();
      }
    }));

    assertThatEverythingArrivedOnce();
    assertThat(client.report().sent().retried()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void takesABatchAndDiesBeforeTheAnswerIsRead() {
    AtomicInteger died = new AtomicInteger();
    append(() -> collector.behave(exchange -> {
      if (exchange.number() % 2 == 0) {
        exchange.keep(Set.of(), "");
        died.incrementAndGet();
        exchange.reset();
      } else {
        exchange.take();
      }
    }));

    assertThatEverythingArrivedOnce();
    assertThat(died.get()).isPositive();
    assertThat(client.report().sent().duplicates()).isPositive();
  }

  @Test
  void diesInTheMiddleOfItsAnswer() {
    AtomicInteger died = new AtomicInteger();
    append(() -> collector.behave(exchange -> {
      if (died.incrementAndGet() <= 3) {
        exchange.answer(200, exchange.keep(Set.of(), "").substring(0, 10), "Content-Length: 99");
        exchange.reset();
      } else {
        exchange.take();
      }
    }));

    assertThatEverythingArrivedOnce();
  }

  @Test
  void anExpiredTokenThenANewOne() {
    append(() -> collector.behave(exchange -> {
      if ("Bearer renewed".equals(exchange.header("authorization"))) {
        exchange.take();
      } else {
        exchange.answer(401, "");
      }
    }));
    await().atMost(BOUND).until(() -> client.report().state() == DeliveryState.UNAUTHORISED);
    token = "renewed";

    assertThatEverythingArrivedOnce();
  }
}
