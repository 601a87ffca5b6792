package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender does with each answer, step by step: real sockets, virtual time. */
class SenderIT {

  private final ScriptedCollector collector = new ScriptedCollector();
  private volatile String token = "first-token";
  private final SenderBench bench = new SenderBench(collector, SpoolOptions.memory(), () -> token);

  @AfterEach
  void close() {
    bench.close();
    collector.close();
  }

  private static List<UUID> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Samples::id).toList();
  }

  private long pending() {
    return bench.spool.stats().pendingRecords();
  }

  @Test
  void aBatchWaitsASecondForMore() {
    bench.work();
    bench.append(0, 3);
    bench.run(Duration.ofMillis(990));
    assertThat(collector.requests()).isZero();

    bench.run(Duration.ofMillis(20));

    assertThat(bench.heard).containsExactly("3 taken");
    assertThat(collector.responses()).isEqualTo(ids(0, 3));
    assertThat(pending()).isZero();
  }

  @Test
  void aFullBatchWaitsForNothing() {
    bench.work();
    bench.append(0, 500);

    bench.work();

    assertThat(bench.heard).containsExactly("500 taken");
  }

  @Test
  void aBatchIsFullAt512KilobytesToo() {
    bench.work();
    String words = "x".repeat(3_000);
    for (int i = 0; i < 300; i++) {
      bench.append(Samples.response(i, Samples.respondent(i), words));
    }

    bench.work();

    assertThat(collector.responses()).isEqualTo(ids(0, 300));
    assertThat(bench.heard).hasSize(3);
    assertThat(Integer.parseInt(bench.heard.get(0).split(" ", -1)[0])).isBetween(120, 170);
  }

  @Test
  void whatIsThereAtTheStartIsSentAtOnceOldestFirst() {
    bench.append(0, 1_200);

    bench.work();

    assertThat(bench.heard).containsExactly("500 taken", "500 taken", "200 taken");
    assertThat(collector.responses()).isEqualTo(ids(0, 1_200));
  }

  @Test
  void aHurryWaitsForNothing() {
    bench.work();
    bench.append(0, 1);
    bench.sender.hurry(true);

    bench.sender.step();

    assertThat(collector.responses()).hasSize(1);
  }

  @Test
  void aRequestIsWhatTheWireFormatSays() {
    List<String> seen = new ArrayList<>();
    collector.behave(exchange -> {
      seen.add(exchange.requestLine());
      seen.add(exchange.header("content-type"));
      seen.add(exchange.header("content-encoding"));
      seen.add(exchange.header("authorization"));
      exchange.take();
    });
    bench.append(0, 1);

    bench.work();

    assertThat(seen)
        .containsExactly(
            "POST / HTTP/1.1", "application/cloudevents-batch+json", "gzip", "Bearer first-token");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void sendsTheSameIdsAgainAfterTroubleThatPasses(int status) {
    List<String> bodies = new ArrayList<>();
    collector.behave(exchange -> {
      bodies.add(new String(exchange.json(), StandardCharsets.UTF_8));
      if (bodies.size() < 3) {
        exchange.answer(status, "");
      } else {
        exchange.take();
      }
    });
    bench.append(0, 10);

    bench.run(Duration.ofMinutes(1));

    assertThat(Set.copyOf(bodies)).hasSize(1);
    assertThat(collector.responses()).isEqualTo(ids(0, 10));
    assertThat(pending()).isZero();
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.SENDING);
  }

  @Test
  void leavesTheCollectorAloneForAsLongAsItAsks() {
    collector.behave(exchange -> exchange.answer(429, "", "Retry-After: 60"));
    bench.append(0, 1);

    bench.run(Duration.ofSeconds(59));
    assertThat(collector.requests()).isEqualTo(1);
    collector.behave(ScriptedCollector.HEALTHY);
    bench.run(Duration.ofMillis(1_600));

    assertThat(collector.responses()).hasSize(1);
  }

  @Test
  void asksForFiveMinutesAtMostWhateverRetryAfterSays() {
    collector.behave(exchange -> exchange.answer(503, "", "Retry-After: 86400"));
    bench.append(0, 1);
    bench.run(Duration.ofSeconds(290));
    assertThat(collector.requests()).isEqualTo(1);

    bench.run(Duration.ofSeconds(11));

    assertThat(collector.requests()).isEqualTo(2);
  }

  @Test
  void afterFiveFailuresInARowOneBatchProbes() {
    collector.behave(exchange -> exchange.answer(503, ""));
    bench.append(0, 2_000);
    while (bench.heard.size() < 4) {
      bench.time.pass(bench.sender.step());
    }
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.RETRYING);

    bench.run(Duration.ofMinutes(3));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.CIRCUIT_OPEN);
    assertThat(bench.heard).containsOnly("500 later");
    collector.behave(ScriptedCollector.HEALTHY);
    bench.run(Duration.ofMinutes(2));

    assertThat(bench.meter.state()).isEqualTo(DeliveryState.SENDING);
    assertThat(collector.responses()).isEqualTo(ids(0, 2_000));
  }

  @Test
  void halvesABatchThatIsTooLargeAndRemembersWhatWasNot() {
    collector.behave(exchange -> {
      if (exchange.json().length > 16 << 10) {
        exchange.answer(413, "");
      } else {
        exchange.take();
      }
    });
    bench.append(0, 2_000);

    bench.work();

    assertThat(collector.responses()).isEqualTo(ids(0, 2_000));
    assertThat(bench.spool.deadLetters(10)).isEmpty();
    // The first batch finds the limit; the others obey it.
    assertThat(bench.heard.stream().filter(each -> each.endsWith("too-large")).count())
        .isLessThanOrEqualTo(40);
  }

  @Test
  void aSingleRecordThatIsTooLargeBecomesADeadLetter() {
    collector.behave(exchange -> {
      if (exchange.json().length > 100_000) {
        exchange.answer(413, "");
      } else {
        exchange.take();
      }
    });
    bench.append(0, 50);
    bench.append(Samples.response(50, Samples.respondent(50), "x".repeat(120_000)));
    bench.append(51, 100);

    bench.work();

    assertThat(collector.responses()).hasSize(99).doesNotContain(Samples.id(50));
    assertThat(bench.spool.stats().deadLettered()).containsExactly(Map.entry("too-large", 1L));
    assertThat(pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void oneBadRecordAmong500IsFoundAndItsNeighboursGoOn(int status) {
    collector.behave(exchange -> {
      if (exchange.has(Samples.id(123))) {
        exchange.answer(status, "");
      } else {
        exchange.take();
      }
    });
    bench.append(0, 500);

    bench.work();

    assertThat(collector.responses()).hasSize(499).doesNotContain(Samples.id(123));
    assertThat(bench.spool.stats().deadLettered())
        .containsExactly(Map.entry("status-" + status, 1L));
    assertThat(pending()).isZero();
    assertThat(collector.requests()).isLessThanOrEqualTo(20);
  }

  @Test
  void aBadRecordHasTheCollectorsOwnReason() {
    collector.behave(exchange -> {
      if (exchange.has(Samples.id(1))) {
        exchange.answer(400, "{\"status\":400,\"code\":\"malformed\"}");
      } else {
        exchange.take();
      }
    });
    bench.append(0, 3);

    bench.work();

    assertThat(bench.spool.stats().deadLettered()).containsExactly(Map.entry("malformed", 1L));
  }

  @Test
  void aGatewayThatSaysBadRequestToEverythingEmptiesNoSpool() {
    collector.behave(exchange -> exchange.answer(400, "<html>"));
    bench.append(0, 5_000);

    bench.run(Duration.ofMinutes(10));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.ODD_ANSWER);
    long dead = bench.spool.deadLetters(5_000).size();
    assertThat(dead).isLessThanOrEqualTo(Sender.DOUBTS);
    collector.behave(ScriptedCollector.HEALTHY);
    bench.run(Duration.ofMinutes(6));

    assertThat(collector.responses()).hasSize((int) (5_000 - dead));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.SENDING);
  }

  @Test
  void whatTheCollectorRefusesOfABatchBecomesADeadLetterAndBlocksNobody() {
    collector.behave(
        exchange -> exchange.takeWithout(Set.of(Samples.id(3), Samples.id(7)), "unknown-survey"));
    bench.append(0, 10);

    bench.work();

    assertThat(collector.responses()).hasSize(8);
    assertThat(bench.spool.stats().deadLettered()).containsExactly(Map.entry("unknown-survey", 2L));
    assertThat(pending()).isZero();
    assertThat(collector.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRefusedTokenStopsEverythingAndKeepsIt(int status) {
    collector.behave(exchange -> exchange.answer(status, ""));
    bench.append(0, 10);

    bench.run(Duration.ofSeconds(299));

    assertThat(collector.requests()).isEqualTo(1);
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.UNAUTHORISED);
    assertThat(pending()).isEqualTo(10);
  }

  @Test
  void aNewTokenIsTriedAtOnce() {
    collector.behave(exchange -> {
      if ("Bearer second-token".equals(exchange.header("authorization"))) {
        exchange.take();
      } else {
        exchange.answer(401, "");
      }
    });
    bench.append(0, 10);
    bench.run(Duration.ofSeconds(30));
    assertThat(collector.responses()).isEmpty();

    token = "second-token";
    bench.run(Duration.ofSeconds(1));

    assertThat(collector.responses()).isEqualTo(ids(0, 10));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.SENDING);
  }

  @Test
  void theSameTokenIsTriedAgainEveryFiveMinutes() {
    collector.behave(exchange -> exchange.answer(403, ""));
    bench.append(0, 10);
    bench.run(Duration.ofMinutes(4));
    collector.behave(ScriptedCollector.HEALTHY);

    bench.run(Duration.ofSeconds(61));

    assertThat(collector.responses()).isEqualTo(ids(0, 10));
  }

  @Test
  void aSupplierWithANewTokenForEveryCallMakesNoLoopOfRequests() {
    AtomicInteger number = new AtomicInteger();
    try (SenderBench other = new SenderBench(
        collector, SpoolOptions.memory(), () -> "token-" + number.incrementAndGet())) {
      collector.behave(exchange -> exchange.answer(401, ""));
      other.append(0, 1);

      other.run(Duration.ofSeconds(10));
    }

    assertThat(collector.requests()).isBetween(2, 13);
  }

  @Test
  void aSupplierThatThrowsSendsNothingAndLosesNothing() {
    AtomicInteger calls = new AtomicInteger();
    TokenSupplier broken = () -> {
      if (calls.incrementAndGet() < 4) {
        throw new IllegalStateException("s3cret");
      }
      return "token";
    };
    try (SenderBench other = new SenderBench(collector, SpoolOptions.memory(), broken)) {
      other.append(0, 1);
      other.sender.step();
      assertThat(collector.requests()).isZero();

      other.run(Duration.ofMinutes(1));
    }

    assertThat(collector.responses()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 404, 405, 407, 415, 501, 505, 204})
  void whatIsNoCollectorStopsEverythingAndIsProbed(int status) {
    collector.behave(exchange -> exchange.answer(status, "", "Location: /elsewhere"));
    bench.append(0, 10);
    bench.run(Duration.ofMinutes(1));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.ODD_ANSWER);
    assertThat(pending()).isEqualTo(10);
    assertThat(bench.heard).containsOnly("10 odd");
    collector.behave(ScriptedCollector.HEALTHY);

    bench.run(Duration.ofMinutes(1));

    assertThat(collector.responses()).isEqualTo(ids(0, 10));
    assertThat(bench.meter.state()).isEqualTo(DeliveryState.SENDING);
  }

  @Test
  void a200WhoseCountsDoNotSumToTheBatchStopsEverything() {
    collector.behave(
        exchange -> exchange.answer(200, "{\"accepted\":9,\"duplicates\":0,\"rejected\":[]}"));
    bench.append(0, 10);

    bench.run(Duration.ofMinutes(1));

    assertThat(bench.meter.state()).isEqualTo(DeliveryState.ODD_ANSWER);
    assertThat(pending()).isEqualTo(10);
  }

  @Test
  void anAnswerWithoutAnEndIsNotReadToItsEnd() {
    collector.behave(exchange -> exchange.answer(200, " ".repeat(2 << 20)));
    bench.append(0, 1);

    bench.work();

    assertThat(bench.heard).containsExactly("1 odd");
  }

  @Test
  void whatWasHandedOutAndNeverSettledIsSentWithinAMinute() {
    bench.work();
    bench.append(0, 10);
    assertThat(bench.spool.read(new Block(), 10, 1_000_000)).hasSize(10);
    bench.run(Duration.ofSeconds(5));
    assertThat(collector.responses()).isEmpty();

    bench.run(Duration.ofSeconds(61));

    assertThat(collector.responses()).isEqualTo(ids(0, 10));
  }

  @Test
  void recordsInHandExpireWhileTheCollectorIsAway() {
    SpoolOptions anHour = SpoolOptions.memory().withMaxAge(Duration.ofHours(1));
    try (SenderBench other = new SenderBench(collector, anHour, null)) {
      collector.behave(exchange -> exchange.answer(503, ""));
      other.append(0, 10);
      other.run(Duration.ofMinutes(30));
      other.append(10, 15);
      other.run(Duration.ofMinutes(35));

      assertThat(other.spool.stats().deadLettered()).containsExactly(Map.entry("expired", 10L));
      collector.behave(ScriptedCollector.HEALTHY);
      other.run(Duration.ofMinutes(10));
    }

    assertThat(collector.responses()).isEqualTo(ids(10, 15));
  }

  @Test
  void recordsExpireWhileTheTokenIsRefused() {
    SpoolOptions anHour = SpoolOptions.memory().withMaxAge(Duration.ofHours(1));
    try (SenderBench other = new SenderBench(collector, anHour, () -> "token")) {
      collector.behave(exchange -> exchange.answer(401, ""));
      other.append(0, 10);

      other.run(Duration.ofMinutes(62));

      assertThat(other.spool.stats().pendingRecords()).isZero();
      assertThat(other.spool.stats().expired()).isEqualTo(10);
    }
  }

  @Test
  void whatIsErasedWhileABatchWaitsIsNotInIt() {
    collector.behave(exchange -> exchange.answer(503, ""));
    bench.append(0, 10);
    bench.work();

    bench.inHand.erase(Samples.respondent(4).value(), Set.of(EventKind.RESPONSE));
    collector.behave(ScriptedCollector.HEALTHY);
    bench.run(Duration.ofMinutes(1));

    assertThat(collector.responses()).hasSize(9).doesNotContain(Samples.id(4));
  }
}
