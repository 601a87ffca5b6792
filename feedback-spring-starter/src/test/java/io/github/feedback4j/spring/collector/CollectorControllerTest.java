package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.jdbc.Arrival;
import io.github.feedback4j.spring.collector.CollectorProperties.RateLimit;
import io.github.feedback4j.spring.collector.CollectorProperties.UnknownSurveys;
import io.github.feedback4j.wire.WireEvent;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a batch is answered, with an inbox that does as a test wants. */
@ExtendWith(OutputCaptureExtension.class)
class CollectorControllerTest {

  private static final String TOKEN = "fb4j_00000000000000000000000000000000";
  private static final String SOURCE = "urn:example:desk";

  private final AtomicLong nanoTime = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Totals totals = new Totals(List.of("desk"), "/feedback4j/v1/events");
  private final Desk desk = new Desk(SOURCE, "anna");
  private final Desk other = new Desk("urn:example:portal", "ben");

  private static List<Arrival> takeAll(List<WireEvent> events) {
    return events.stream().map(each -> (Arrival) new Arrival.Accepted()).toList();
  }

  private CollectorController collector(
      int maxConcurrent, int rate, Function<List<WireEvent>, List<Arrival>> inbox) {
    CollectorProperties properties = new CollectorProperties(
        true,
        Map.of(),
        UnknownSurveys.REJECT,
        DataSize.ofMegabytes(1),
        DataSize.ofMegabytes(8),
        10,
        maxConcurrent,
        new RateLimit(rate, Duration.ofMinutes(1)));
    Sender sender = new Sender(
        "desk",
        SOURCE,
        List.of(TokenHash.of(TOKEN)),
        new Allowance(properties.rateLimit(), nanoTime::get));
    List<Watcher> watchers = List.of(totals, new Meters(registry));
    Warnings warnings = new Warnings(nanoTime::get);
    return new CollectorController(
        new Senders(List.of(sender)),
        new Reception(inbox, properties.maxEvents(), watchers, warnings),
        properties,
        watchers,
        warnings);
  }

  private static MockHttpServletRequest request(byte[] body) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Authorization", "Bearer " + TOKEN);
    request.addHeader("Content-Type", "application/cloudevents-batch+json");
    request.setContent(body);
    return request;
  }

  private static MockHttpServletRequest request(List<WireEvent> events) {
    return request(Desk.batch(events));
  }

  private static JsonNode json(ResponseEntity<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.getBody());
  }

  private double events(String type, String outcome) {
    return count(
        "feedback4j.collector.events", Tags.of("source", SOURCE, "type", type, "outcome", outcome));
  }

  private double batches(String source, String outcome) {
    return count("feedback4j.collector.batches", Tags.of("source", source, "outcome", outcome));
  }

  private double count(String name, Tags tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void everyEventIsAcceptedOrADuplicateOrRejectedWithItsIdAndWhy(CapturedOutput output) {
    List<WireEvent> events = desk.events(1);
    CollectorController collector = collector(
        1,
        0,
        own -> List.of(
            new Arrival.Duplicate(),
            new Arrival.Accepted(),
            new Arrival.Accepted(),
            new Arrival.Rejected("unknown-survey", "nobody has described it")));

    ResponseEntity<byte[]> answer = collector.post(request(events));

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(json(answer).toString())
        .isEqualTo(
            "{\"accepted\":2,\"duplicates\":1,\"rejected\":[{\"id\":\"%s\",\"code\":\"unknown-survey\",\"detail\":\"nobody has described it\"}]}"
                .formatted(events.get(3).id()));
    assertThat(events("survey", "duplicate")).isEqualTo(1);
    assertThat(events("contact", "accepted")).isEqualTo(2);
    assertThat(events("response", "rejected")).isEqualTo(1);
    assertThat(batches(SOURCE, "taken")).isEqualTo(1);
    assertThat(totals.details())
        .containsEntry("accepted", 2L)
        .containsEntry("duplicates", 1L)
        .containsEntry("rejected", 1L);
    assertThat(output)
        .contains("rejected 1 events of a batch of 'desk'")
        .contains("unknown-survey");
  }

  @Test
  void whatCannotBeReadDoesNotBlockItsNeighbours() {
    String good = new String(Desk.batch(desk.answers(1)), StandardCharsets.UTF_8);
    String batch =
        "[7,{\"specversion\":\"1.0\",\"id\":\"00000000-0000-0000-0000-000000000001\",\"source\":\"urn:example:desk\",\"type\":\"io.github.feedback4j.recovery.v1\",\"time\":\"2026-01-01T00:00:00Z\"},"
            + good.substring(1);

    ResponseEntity<byte[]> answer = collector(1, 0, CollectorControllerTest::takeAll)
        .post(request(batch.getBytes(StandardCharsets.UTF_8)));

    JsonNode json = json(answer);
    assertThat(json.get("accepted").intValue()).isEqualTo(3);
    assertThat(json.get("rejected").get(0).get("id").isNull()).isTrue();
    assertThat(json.get("rejected").get(0).get("code").stringValue()).isEqualTo("malformed");
    assertThat(json.get("rejected").get(1).get("id").stringValue())
        .isEqualTo("00000000-0000-0000-0000-000000000001");
    assertThat(json.get("rejected").get(1).get("code").stringValue()).isEqualTo("unknown-type");
    assertThat(events("unreadable", "rejected")).isEqualTo(2);
  }

  @Test
  void anEventOfAnotherSourceIsRejectedAndNeverReachesTheStore() {
    List<WireEvent> seen = new ArrayList<>();
    List<WireEvent> own = desk.answers(1);
    List<WireEvent> events = new ArrayList<>(own);
    events.addAll(1, other.answers(1));

    ResponseEntity<byte[]> answer = collector(1, 0, batch -> {
          seen.addAll(batch);
          return takeAll(batch);
        })
        .post(request(events));

    JsonNode json = json(answer);
    assertThat(json.get("accepted").intValue()).isEqualTo(3);
    assertThat(json.get("rejected").valueStream().map(each -> each.get("code").stringValue()))
        .containsExactly("source-mismatch", "source-mismatch", "source-mismatch");
    assertThat(seen)
        .extracting(WireEvent::id)
        .isEqualTo(own.stream().map(WireEvent::id).toList());
  }

  @Test
  void aBatchOfAnotherSourceIsForbiddenSoThatItsSenderKeepsIt() {
    ResponseEntity<byte[]> answer =
        collector(1, 0, CollectorControllerTest::takeAll).post(request(other.answers(2)));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("source-mismatch");
    assertThat(batches(SOURCE, "source-mismatch")).isEqualTo(1);
  }

  @Test
  void anEmptyBatchIsTakenAndAsksNoStore() {
    ResponseEntity<byte[]> answer = collector(1, 0, events -> {
          throw new AssertionError("there is nothing to keep");
        })
        .post(request(List.of()));

    assertThat(json(answer).toString())
        .isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}");
  }

  @Test
  void aBatchWithMoreEventsThanAllowedIsTooLarge() {
    ResponseEntity<byte[]> answer =
        collector(1, 0, CollectorControllerTest::takeAll).post(request(desk.answers(6)));

    assertThat(answer.getStatusCode().value()).isEqualTo(413);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("too-many");
  }

  @Test
  void whatIsNoBatchIsABadRequest() {
    for (String body : List.of("", "{}", "[", "[]]", "nonsense")) {
      ResponseEntity<byte[]> answer = collector(1, 0, CollectorControllerTest::takeAll)
          .post(request(body.getBytes(StandardCharsets.UTF_8)));

      assertThat(answer.getStatusCode().value()).as(body).isEqualTo(400);
      assertThat(answer.getHeaders().getFirst("Content-Type"))
          .isEqualTo("application/problem+json");
    }
  }

  @Test
  void nobodyIsToldWhatIsWrongWithABatchWithoutAToken() {
    MockHttpServletRequest request = request("nonsense".getBytes(StandardCharsets.UTF_8));
    request.removeHeader("Authorization");

    ResponseEntity<byte[]> answer =
        collector(1, 0, CollectorControllerTest::takeAll).post(request);

    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(batches("unknown", "unknown-token")).isEqualTo(1);
  }

  @Test
  void whoeverSendsTooOftenIsToldWhenToComeBack() {
    CollectorController collector = collector(1, 2, CollectorControllerTest::takeAll);
    assertThat(post(collector)).isEqualTo(200);
    assertThat(post(collector)).isEqualTo(200);

    ResponseEntity<byte[]> answer = collector.post(request(desk.answers(1)));

    assertThat(answer.getStatusCode().value()).isEqualTo(429);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("30");
    nanoTime.addAndGet(Duration.ofSeconds(30).toNanos());
    assertThat(post(collector)).isEqualTo(200);
  }

  @Test
  void moreAtOnceThanAllowedAreToldToComeBackSoon() throws Exception {
    CountDownLatch storing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CollectorController collector = collector(1, 0, events -> {
      storing.countDown();
      await(goOn);
      return takeAll(events);
    });
    FutureTask<Integer> first = new FutureTask<>(() -> post(collector));
    new Thread(first).start();
    storing.await();

    ResponseEntity<byte[]> answer = collector.post(request(desk.answers(1)));
    goOn.countDown();

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(json(answer).get("code").stringValue()).isEqualTo("busy");
    assertThat(first.get()).isEqualTo(200);
    assertThat(post(collector)).as("the place is free again").isEqualTo(200);
  }

  @Test
  void aBatchThatIsRefusedGivesItsPlaceBack() {
    CollectorController collector = collector(1, 0, CollectorControllerTest::takeAll);
    for (int i = 0; i < 3; i++) {
      assertThat(collector
              .post(request("[".getBytes(StandardCharsets.UTF_8)))
              .getStatusCode()
              .value())
          .isEqualTo(400);
    }

    assertThat(post(collector)).isEqualTo(200);
  }

  @Test
  void whoeverSendsSlowlyKeepsNobodyElseWaiting() throws Exception {
    CollectorController collector = collector(1, 0, CollectorControllerTest::takeAll);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    byte[] batch = Desk.batch(desk.answers(1));
    MockHttpServletRequest slow = new MockHttpServletRequest() {
      @Override
      public DelegatingServletInputStream getInputStream() {
        reading.countDown();
        await(goOn);
        return new DelegatingServletInputStream(new ByteArrayInputStream(batch));
      }
    };
    slow.addHeader("Authorization", "Bearer " + TOKEN);
    slow.addHeader("Content-Type", "application/cloudevents-batch+json");
    FutureTask<Integer> first =
        new FutureTask<>(() -> collector.post(slow).getStatusCode().value());
    new Thread(first).start();
    reading.await();

    assertThat(post(collector)).isEqualTo(200);
    goOn.countDown();
    assertThat(first.get()).isEqualTo(200);
  }

  private int post(CollectorController collector) {
    return collector.post(request(desk.answers(1))).getStatusCode().value();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNobodyForesawIsAnsweredInTheFormOfAProblemAndTellsNothing(CapturedOutput output) {
    ResponseEntity<byte[]> answer = collector(1, 0, events -> {
          throw new IllegalStateException("Quick and kind");
        })
        .post(request(desk.answers(1)));

    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(json(answer).get("code").stringValue()).isEqualTo("failed");
    assertThat(output)
        .contains("the collector failed: java.lang.IllegalStateException at ")
        .doesNotContain("Quick and kind");
  }

  @Test
  void logLinesHaveCountsAndCodesAndNothingThatWasSent(CapturedOutput output) {
    CollectorController collector = collector(
        1,
        0,
        events -> events.stream()
            .map(each ->
                (Arrival) new Arrival.Rejected("not-valid", "an answer is not on the scale"))
            .toList());

    collector.post(request(desk.answers(2)));
    collector.post(request(other.answers(2)));

    assertThat(output)
        .contains("WARN")
        .contains(
            "the collector rejected 6 events of a batch of 'desk', the first of them: not-valid")
        .contains("the collector refused a batch of 'desk': source-mismatch")
        .doesNotContain("Quick and kind", TOKEN, "INC-", "scale");
  }

  @Test
  void theStartLineNamesWhoMaySendAndWhere() {
    assertThat(totals.startUpNote())
        .isEqualTo("the collector /feedback4j/v1/events takes answers of [desk]");
  }
}
