package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The process that {@link InboxKillIT} kills: takes batches in until then, and prints each one's number. */
final class InboxKillChild {

  static final int BATCH = 25;
  static final int THREADS = 3;
  static final int MOST_BATCHES = 100_000;
  static final String LINE_END = ".";

  private InboxKillChild() {}

  /** Takes the URL of a database with tables, and the first batch. */
  public static void main(String[] args) {
    LendingDataSource dataSource = new LendingDataSource(args[0], true, THREADS);
    int first = Integer.parseInt(args[1]);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      JdbcInbox inbox = inbox(dataSource);
      new Thread(() -> {
            for (int batch = first + thread; batch < MOST_BATCHES; batch += THREADS) {
              inbox.accept(batch(batch));
              acknowledge(batch);
            }
          })
          .start();
    }
  }

  static JdbcInbox inbox(LendingDataSource dataSource) {
    return new JdbcInbox(
        dataSource,
        JdbcSchema.DEFAULT_PREFIX,
        () -> Instant.parse("2026-02-01T00:00:00Z"),
        (key, version) -> SampleEvents.SURVEY,
        false);
  }

  /** Returns the events of a batch, the same in every process. */
  static List<WireEvent> batch(int batch) {
    List<WireEvent> events = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      SampleResponse response = SampleResponse.of(BATCH * batch + i)
          .rating(1 + i % 5)
          .accountable(Accountability.none().team("team-" + i % 3));
      events.add(numbered(batch, i, SampleEvents.response(response)));
      events.add(numbered(batch, BATCH + i, SampleEvents.contact(response, Outcome.ANSWERED)));
    }
    return events;
  }

  private static WireEvent numbered(int batch, int number, WireEvent event) {
    return new WireEvent(
        new UUID(batch, number),
        URI.create("https://desk.example"),
        event.subject(),
        event.time(),
        event.data());
  }

  private static void acknowledge(int batch) {
    synchronized (InboxKillChild.class) {
      System.out.println(batch + " " + LINE_END);
      System.out.flush();
    }
  }
}
