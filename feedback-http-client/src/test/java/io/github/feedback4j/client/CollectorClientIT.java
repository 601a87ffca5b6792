package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.ResponseSink.Kept;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an application sees of the client: append, erase, flush, close, report. */
class CollectorClientIT {

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

  private static List<UUID> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(Samples::id).toList();
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.isAlive() && each.getName().startsWith(name))
        .count();
  }

  @Test
  void buildingStartsNoThreadAndOpensNoConnection() {
    long before = threads(SenderLoop.THREAD);

    client();

    assertThat(threads(SenderLoop.THREAD)).isEqualTo(before);
    assertThat(collector.requests()).isZero();
  }

  @Test
  void theDefinitionOfASurveyComesBeforeTheFirstResponseToIt() {
    CollectorClient client = client();
    client.append(Samples.response(1));
    client.append(Samples.response(2));
    client.record(Samples.shown(3, Samples.respondent(3)));
    client.flush(BOUND);

    assertThat(collector.events())
        .extracting(each -> (Object) each.data().getClass())
        .containsExactly(
            SurveyLoaded.class,
            ResponseAccepted.class,
            ResponseAccepted.class,
            InvitationChanged.class);
    assertThat(collector.events().get(0).data()).isEqualTo(new SurveyLoaded(Samples.SURVEY));
  }

  @Test
  void theDefinitionComesFirstWhoeverIsFirst() throws Exception {
    CollectorClient client = client();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 200; i++) {
      int number = i;
      threads.execute(() -> client.append(Samples.response(number)));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    client.flush(BOUND);

    assertThat(collector.events()).hasSize(201);
    assertThat(collector.events().get(0).data()).isInstanceOf(SurveyLoaded.class);
  }

  @Test
  void everyEventHasAnIdOfItsOwnAndTheSourceOfTheApplication() {
    CollectorClient client = client();
    ContactEvent shown = Samples.shown(1, Samples.respondent(1));
    client.record(shown);
    client.append(Samples.response(1));
    client.flush(BOUND);

    List<WireEvent> events = collector.events();
    assertThat(events).hasSize(3).extracting(WireEvent::source).containsOnly(Samples.SOURCE);
    assertThat(events).allMatch(each -> each.id().version() == 7);
    assertThat(events.get(0).time()).isEqualTo(shown.at());
    assertThat(events.get(0).subject()).isEqualTo("INC-1");
    assertThat(events.get(2).time()).isEqualTo(Samples.response(1).answeredAt());
  }

  @Test
  void erasingRemovesWhatWaitsAndTellsTheCollector() {
    collector.behave(exchange -> exchange.answer(503, "", "Retry-After: 2"));
    CollectorClient client = build(Clients.inMemory(collector).linger(Duration.ZERO));
    for (int i = 0; i < 10; i++) {
      client.append(Samples.response(i, Samples.respondent(i % 2)));
      client.record(Samples.shown(i, Samples.respondent(i % 2)));
    }
    await().atMost(BOUND).until(() -> client.report().sent().retried() > 0);

    int erased = client.erase(Samples.respondent(1));
    collector.behave(ScriptedCollector.HEALTHY);
    client.flush(BOUND);

    assertThat(erased).isEqualTo(5);
    assertThat(collector.erasures()).containsExactly(Samples.respondent(1));
    assertThat(collector.responses())
        .containsExactly(Samples.id(0), Samples.id(2), Samples.id(4), Samples.id(6), Samples.id(8));
    assertThat(collector.events())
        .noneMatch(each -> each.data() instanceof InvitationChanged changed
            && changed.contact().invitation().respondent().equals(Samples.respondent(1)));
  }

  @Test
  void closeAtOnceAfterTenThousandAppendsSendsThemAll() {
    CollectorClient client = client();
    for (int i = 0; i < 10_000; i++) {
      assertThat(client.append(Samples.response(i))).isEqualTo(Kept.STORED);
    }

    FlushResult result = client.close(BOUND);

    assertThat(result.isComplete()).isTrue();
    assertThat(collector.responses()).isEqualTo(ids(0, 10_000));
    assertThat(client.report().state()).isEqualTo(DeliveryState.CLOSED);
  }

  @Test
  void closeKeepsItsBoundWhileTheCollectorHangs() {
    collector.behave(ScriptedCollector.Exchange::hang);
    CollectorClient client = build(Clients.inMemory(collector).linger(Duration.ZERO));
    client.append(Samples.response(1));
    await().atMost(BOUND).until(() -> collector.requests() > 0);

    long begin = System.nanoTime();
    FlushResult result = client.close(Duration.ofSeconds(1));

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_500));
    assertThat(result).isEqualTo(new FlushResult(0, 0, 2));
    assertThat(threads(SenderLoop.THREAD)).isZero();
  }

  @Test
  void closeDoesNotWaitForACollectorThatIsAway() {
    collector.behave(exchange -> exchange.answer(401, ""));
    CollectorClient client = build(Clients.inMemory(collector).linger(Duration.ZERO));
    client.append(Samples.response(1));
    await().atMost(BOUND).until(() -> client.report().state() == DeliveryState.UNAUTHORISED);

    long begin = System.nanoTime();
    client.close(Duration.ofSeconds(10));

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void closeKeepsItsBoundWhileTheTokenSupplierHangs() {
    CountDownLatch never = new CountDownLatch(1);
    CollectorClient client =
        build(Clients.inMemory(collector).linger(Duration.ZERO).token(() -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "too late";
        }));
    client.append(Samples.response(1));
    await().atMost(BOUND).until(() -> threads(SenderLoop.THREAD) == 1);

    client.close(Duration.ofMillis(500));

    await().atMost(BOUND).until(() -> threads(SenderLoop.THREAD) == 0);
    assertThat(collector.requests()).isZero();
  }

  @Test
  void afterCloseNothingIsTakenAnyMore() {
    CollectorClient client = client();
    client.close();

    assertThatThrownBy(() -> client.append(Samples.response(1)))
        .isInstanceOf(DeliveryException.class)
        .hasMessage("the client was closed; build another one");
    assertThatThrownBy(() -> client.record(Samples.shown(1, Samples.respondent(1))))
        .isInstanceOf(DeliveryException.class);
    assertThatThrownBy(() -> client.erase(Samples.respondent(1)))
        .isInstanceOf(DeliveryException.class);
    assertThat(client.close(Duration.ofSeconds(1)).isComplete()).isTrue();
  }

  @Test
  void aFullSpoolSaysSoAndGoesOnWhenTheCollectorDoes() {
    CountDownLatch slow = new CountDownLatch(1);
    collector.behave(exchange -> {
      exchange.waitFor(slow);
      exchange.take();
    });
    CollectorClient client =
        build(Clients.inMemory(collector).spool(SpoolOptions.memory().withMaxBytes(1 << 20)));
    List<UUID> stored = new ArrayList<>();
    int full = 0;
    for (int i = 0; i < 5_000; i++) {
      Kept kept = client.append(Samples.response(i));
      if (kept == Kept.STORED) {
        stored.add(Samples.id(i));
      } else {
        assertThat(kept).isEqualTo(Kept.FULL);
        full++;
      }
    }
    assertThat(full).isPositive();
    assertThat(client.report().rejected()).isEqualTo(Map.of("spool-full", (long) full));
    assertThatThrownBy(() -> {
          for (int i = 0; i < 100; i++) {
            client.record(Samples.shown(i, Samples.respondent(i)));
          }
        })
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.code()).isEqualTo("spool-full"));
    // A person's data can be erased all the same.
    client.erase(Samples.respondent(4_999));

    slow.countDown();
    assertThat(client.flush(BOUND).isComplete()).isTrue();

    assertThat(client.append(Samples.response(5_000))).isEqualTo(Kept.STORED);
    stored.add(Samples.id(5_000));
    client.flush(BOUND);
    assertThat(collector.responses()).isEqualTo(stored);
    assertThat(collector.erasures()).hasSize(1);
  }

  @Test
  void aRecordThatIsTooLargeForTheSpoolIsRefusedAtOnce() {
    CollectorClient client =
        build(Clients.inMemory(collector).spool(SpoolOptions.memory().withMaxBytes(1 << 20)));
    String words = "x".repeat(100_000);

    assertThatThrownBy(() -> client.append(Samples.response(1, Samples.respondent(1), words)))
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.code()).isEqualTo("too-large"));
  }

  @Test
  void theApplicationsExecutorRunsTheSender() throws Exception {
    Set<String> names = ConcurrentHashMap.newKeySet();
    ExecutorService pool =
        Executors.newSingleThreadExecutor(work -> new Thread(work, "host-thread"));
    CollectorClient client = build(Clients.inMemory(collector).executor(pool).token(() -> {
      names.add(Thread.currentThread().getName());
      return "token";
    }));
    client.append(Samples.response(1));
    client.flush(BOUND);
    client.close();
    pool.shutdown();

    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(names).containsExactly("host-thread");
    assertThat(collector.responses()).hasSize(1);
  }

  @Test
  void anExecutorThatRefusesOrInterruptsCostsNoResponse() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    AtomicReference<Boolean> refusing = new AtomicReference<>(true);
    CollectorClient client =
        build(Clients.inMemory(collector).linger(Duration.ZERO).executor(work -> {
          if (refusing.get()) {
            throw new RejectedExecutionException("busy");
          }
          Thread started = new Thread(work, "host-thread");
          started.setDaemon(true);
          thread.set(started);
          started.start();
        }));
    client.append(Samples.response(1));
    assertThat(collector.requests()).isZero();

    refusing.set(false);
    client.append(Samples.response(2));
    await().atMost(BOUND).until(() -> collector.responses().size() == 2);
    thread.get().interrupt();
    await().atMost(BOUND).until(() -> !thread.get().isAlive());
    client.append(Samples.response(3));

    await().atMost(BOUND).until(() -> collector.responses().size() == 3);
  }

  @Test
  void theApplicationsOkHttpClientIsLeftAlone() throws Exception {
    List<String> hosts = new CopyOnWriteArrayList<>();
    OkHttpClient theirs = new OkHttpClient.Builder()
        .addInterceptor(chain -> {
          hosts.add(chain.request().url().encodedPath());
          return chain.proceed(chain.request());
        })
        .build();
    CollectorClient client = build(Clients.inMemory(collector).http(theirs));
    client.append(Samples.response(1));
    client.flush(BOUND);
    client.close();

    assertThat(hosts).containsExactly("/feedback4j/v1/events");
    assertThat(theirs.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(theirs.followRedirects()).isTrue();
    assertThat(theirs.dispatcher().executorService().isShutdown()).isFalse();
    theirs.dispatcher().executorService().shutdown();
    theirs.connectionPool().evictAll();
  }

  @Test
  void anInterceptorThatThrowsCostsNoResponse() {
    AtomicReference<Boolean> broken = new AtomicReference<>(true);
    OkHttpClient theirs = new OkHttpClient.Builder()
        .addInterceptor(chain -> {
          if (broken.getAndSet(false)) {
            throw new IllegalStateException("a mistake of the application");
          }
          return chain.proceed(chain.request());
        })
        .build();
    CollectorClient client = build(Clients.inMemory(collector).http(theirs));
    client.append(Samples.response(1));

    assertThat(client.flush(BOUND).isComplete()).isTrue();
    assertThat(collector.responses()).hasSize(1);
  }

  @Test
  void listenersAreToldAndOneThatThrowsDoesNoHarm() {
    collector.behave(exchange -> {
      if (exchange.number() == 1) {
        exchange.answer(503, "");
      } else {
        exchange.takeWithout(Set.of(Samples.id(2)), "not-valid");
      }
    });
    List<String> heard = new CopyOnWriteArrayList<>();
    DeliveryListener throwing = new DeliveryListener() {
      @Override
      public void onRequest(int records, Duration took, String result) {
        throw new IllegalStateException("a mistake of the application");
      }
    };
    DeliveryListener listening = new DeliveryListener() {
      @Override
      public void onRequest(int records, Duration took, String result) {
        assertThat(took).isPositive();
        heard.add(records + " " + result);
      }

      @Override
      public void onDeadLetter(int records, String reason) {
        heard.add(records + " dead: " + reason);
      }

      @Override
      public void onState(DeliveryState state) {
        heard.add(state.name());
      }
    };
    CollectorClient client =
        build(Clients.inMemory(collector).listener(throwing).listener(listening));
    for (int i = 1; i <= 3; i++) {
      client.append(Samples.response(i));
    }
    client.flush(BOUND);
    client.close();

    assertThat(heard)
        .containsExactly(
            "4 later", "RETRYING", "4 taken", "SENDING", "1 dead: not-valid", "CLOSED");
  }

  @Test
  void aReportSaysHowDeliveryStands() {
    collector.behave(exchange -> exchange.answer(404, ""));
    CollectorClient client = build(Clients.inMemory(collector).linger(Duration.ZERO));
    client.append(Samples.response(1));
    await().atMost(BOUND).until(() -> client.report().state().isStopped());

    DeliveryReport stopped = client.report();
    assertThat(stopped.state()).isEqualTo(DeliveryState.ODD_ANSWER);
    assertThat(stopped.pending().records()).isEqualTo(2);
    assertThat(stopped.pending().bytes()).isGreaterThan(500);
    assertThat(stopped.sent().lastSuccess()).isNull();

    collector.behave(ScriptedCollector.HEALTHY);
    client.flush(BOUND);

    assertThat(client.report().pending())
        .isEqualTo(new DeliveryReport.Pending(0, 0, Duration.ZERO));
    assertThat(client.report().sent().accepted()).isEqualTo(2);
    assertThat(client.report().sent().lastSuccess()).isNotNull();
  }
}
