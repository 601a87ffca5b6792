package io.github.feedback4j.benchmarks.delivery;

import io.github.feedback4j.jdbc.Arrival;
import io.github.feedback4j.jdbc.JdbcInbox;
import io.github.feedback4j.jdbc.JdbcResponseStore;
import io.github.feedback4j.jdbc.JdbcSchema;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.wire.EventReader;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A collector in a process of its own that keeps what comes in a database, and misbehaves by chance.
 *
 * <p>Arguments: the file of the database, and the seed of the faults. It prints its port, and ends when
 * its standard input does.
 */
public final class StoringCollector {

  private static final long UP_MILLIS = 60_000;
  private static final long DOWN_MILLIS = 5_000;

  private final JdbcConnectionPool pool;
  private final JdbcInbox inbox;
  private final SplittableRandom random;
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();
  private volatile boolean calm = true;

  private StoringCollector(String file, long seed) {
    pool = JdbcConnectionPool.create("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sa", "");
    JdbcSchema.initialize(pool, JdbcSchema.DEFAULT_PREFIX);
    inbox = new JdbcInbox(pool, JdbcSchema.DEFAULT_PREFIX, InstantSource.system());
    random = new SplittableRandom(seed);
  }

  /** Runs until the standard input ends. */
  public static void main(String[] args) throws IOException {
    StoringCollector collector = new StoringCollector(args[0], Long.parseLong(args[1]));
    RawServer server = new RawServer(collector::handle, collector::fault);
    System.out.println(server.port());
    Thread outages = new Thread(() -> collector.outages(server), "outages");
    outages.setDaemon(true);
    outages.start();
    for (int next = System.in.read(); next >= 0; next = System.in.read()) {
      // Nothing is said this way; its end is what matters.
    }
    server.close();
  }

  /** Goes away for some seconds every minute. */
  private void outages(RawServer server) {
    try {
      while (true) {
        RawServer.pause(UP_MILLIS);
        if (!calm) {
          faults.incrementAndGet();
          server.downFor(DOWN_MILLIS);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Fault fault() {
    if (calm) {
      return Fault.NONE;
    }
    int draw = random.nextInt(1_000);
    Fault fault = draw < 30
        ? Fault.RESET
        : draw < 60
            ? Fault.LOST_ANSWER
            : draw < 90
                ? Fault.UNAVAILABLE
                : draw < 100
                    ? Fault.THROTTLED
                    : draw < 103 ? Fault.SLOW : draw < 104 ? Fault.SILENT : Fault.NONE;
    if (fault != Fault.NONE) {
      faults.incrementAndGet();
    }
    return fault;
  }

  private String handle(String path, byte[] body) throws IOException {
    switch (path) {
      case "/control/start" -> calm = false;
      case "/control/calm" -> calm = true;
      case "/control/state" -> {
        return state();
      }
      default -> {
        return take(body);
      }
    }
    return "";
  }

  private String take(byte[] body) {
    List<WireEvent> events = new ArrayList<>();
    int unreadable = 0;
    for (ReadEvent each : EventReader.readBatch(body, JdbcInbox.MAX_BATCH)) {
      if (each instanceof ReadEvent.Readable readable) {
        events.add(readable.event());
      } else {
        unreadable++;
      }
    }
    if (unreadable > 0) {
      throw new IllegalStateException(unreadable + " events cannot be read");
    }
    int accepted = 0;
    int again = 0;
    StringBuilder no = new StringBuilder();
    List<Arrival> arrivals = inbox.accept(events);
    for (int i = 0; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      if (arrival instanceof Arrival.Accepted) {
        accepted++;
      } else if (arrival instanceof Arrival.Duplicate) {
        again++;
      } else if (arrival instanceof Arrival.Rejected why) {
        no.append(no.isEmpty() ? "" : ",")
            .append("{\"id\":\"%s\",\"code\":\"%s\",\"detail\":\"\"}"
                .formatted(events.get(i).id(), why.code()));
        rejected.incrementAndGet();
      }
    }
    duplicates.addAndGet(again);
    return "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[%s]}".formatted(accepted, again, no);
  }

  /** Returns the responses, the ratings in the roll-up, duplicates that came, rejected, and faults. */
  private String state() {
    long rolledUp = new JdbcResponseStore(pool)
        .ratings(ResponseFilter.of("ticket-csat"), "satisfaction").stream()
            .mapToLong(RatingCount::count)
            .sum();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM feedback4j_response")) {
      rows.next();
      return "%d %d %d %d %d"
          .formatted(rows.getLong(1), rolledUp, duplicates.get(), rejected.get(), faults.get());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
