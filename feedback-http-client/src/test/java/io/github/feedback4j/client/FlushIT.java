package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a flush says. */
class FlushIT {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final ScriptedCollector collector = new ScriptedCollector();
  private final List<CollectorClient> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(each -> each.close(Duration.ofMillis(200)));
    collector.close();
  }

  private CollectorClient build(CollectorClient.Builder builder) {
    CollectorClient client = builder.build();
    clients.add(client);
    return client;
  }

  private CollectorClient client() {
    return build(Clients.inMemory(collector));
  }

  @Test
  void flushSaysWhatWasNotSent() {
    collector.behave(exchange -> exchange.answer(503, ""));
    CollectorClient client = client();
    for (int i = 0; i < 10; i++) {
      client.append(Samples.response(i));
    }

    FlushResult result = client.flush(Duration.ofMillis(300));

    assertThat(result).isEqualTo(new FlushResult(0, 0, 11));
    assertThat(result.isComplete()).isFalse();
  }

  @Test
  void flushSaysWhatWasSentAndWhatWasSetAside() {
    collector.behave(exchange -> exchange.takeWithout(Set.of(Samples.id(4)), "not-valid"));
    CollectorClient client = client();
    for (int i = 0; i < 10; i++) {
      client.append(Samples.response(i));
    }

    FlushResult result = client.flush(BOUND);

    assertThat(result).isEqualTo(new FlushResult(10, 1, 0));
    assertThat(client.report().deadLettered()).containsOnlyKeys("not-valid");
  }

  @Test
  void flushDoesNotWaitForWhatIsAppendedAfterIt() throws Exception {
    CollectorClient client = client();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    AtomicReference<Boolean> on = new AtomicReference<>(true);
    client.append(Samples.response(0));
    threads.execute(() -> {
      for (int i = 1; on.get(); i++) {
        client.append(Samples.response(i));
      }
    });

    FlushResult result = client.flush(BOUND);
    on.set(false);
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(result.isComplete()).isTrue();
    assertThat(collector.responses()).contains(Samples.id(0));
  }

  @Test
  void whatIsNotPendingAnyMoreWasCounted() {
    CountDownLatch appended = new CountDownLatch(1);
    collector.behave(exchange -> {
      exchange.waitFor(appended);
      exchange.takeWithout(Set.of(Samples.id(4)), "not-valid");
    });
    AtomicReference<CollectorClient> client = new AtomicReference<>();
    List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    client.set(build(Clients.inMemory(collector).listener(new DeliveryListener() {
      @Override
      public void onDeadLetter(int records, String reason) {
        reports.add(client.get().report());
      }
    })));
    for (int i = 0; i < 10; i++) {
      client.get().append(Samples.response(i));
    }
    appended.countDown();
    client.get().flush(BOUND);
    await().atMost(BOUND).until(() -> !reports.isEmpty());

    DeliveryReport report = reports.get(0);
    // With the definition of the survey, and without the response that was refused.
    assertThat(report.sent().accepted() + report.pending().records()).isEqualTo(10);
    assertThat(report.sent().lastSuccess()).isNotNull();
    assertThat(report.state()).isEqualTo(DeliveryState.SENDING);
  }
}
