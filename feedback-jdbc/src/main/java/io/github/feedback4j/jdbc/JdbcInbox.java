package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.wire.WireEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches of events of other applications into the database, each event once.
 *
 * <p>Of a response the highest revision stands; an erasure also holds for what was said before it and
 * arrives after it. Whatever the order and the batches in which events come, and however often, the
 * tables are the same in the end, and the roll-up is exact at any time.
 *
 * <p>Safe for use by several threads and by several nodes, also with the same events at once. Each call
 * borrows one connection at a time and blocks for as long as the database does; no thread is started.
 *
 * @since 0.1
 */
public final class JdbcInbox {

  /** The greatest number of events in a batch. */
  public static final int MAX_BATCH = 5_000;

  /** So many events are taken in before what is too old is forgotten, which is that many and more. */
  private static final int PRUNED_AFTER = 1_000;

  private final Database database;
  private final InstantSource time;
  private final InboxSurveys surveys;
  private final boolean takesUnverified;
  private final TroubleLog trouble;
  private final AtomicLong sincePruned = new AtomicLong(PRUNED_AFTER);

  /**
   * The surveys of the collector itself, which it has without anybody registering them; a {@code
   * SurveyCatalog} has such a method.
   */
  @FunctionalInterface
  public interface OwnSurveys {

    /** Returns a version of a survey, or null if it is no survey of the collector; does no I/O. */
    @Nullable
    Survey find(String key, int version);
  }

  /** Creates an inbox of a collector without surveys of its own; responses to unknown ones are rejected. */
  public JdbcInbox(DataSource dataSource, String prefix, InstantSource time) {
    this(dataSource, prefix, time, (key, version) -> null, false);
  }

  /**
   * Creates an inbox; connects to nothing before the first call.
   *
   * @param dataSource where connections come from; it stays yours to close
   * @param prefix what the names of the tables start with
   * @param time the clock by which it is said when an event came
   * @param own the surveys that need not be registered
   * @param takesUnverified whether a response is kept whose survey nobody has registered: it is checked
   *     when somebody does, and removed if it does not fit. Until then it is not in any figure, because
   *     figures are of surveys that are known. At most 10,000 to each version of a survey
   * @throws IllegalArgumentException if the prefix is ill-formed
   */
  public JdbcInbox(
      DataSource dataSource,
      String prefix,
      InstantSource time,
      OwnSurveys own,
      boolean takesUnverified) {
    this.database = new Database(dataSource, prefix);
    this.time = time;
    this.surveys = new InboxSurveys(own, new JdbcSurveyRegistry(database, time));
    this.takesUnverified = takesUnverified;
    this.trouble = new TroubleLog(time);
  }

  /**
   * Takes events in and returns what became of each, in their order.
   *
   * <p>All that are accepted are committed together before it returns, or none if it throws: send the
   * same events again then, which is right also if the commit was done and only its answer was lost. An
   * event that the database refuses is rejected alone.
   *
   * @param events at most {@value #MAX_BATCH}
   * @throws IllegalArgumentException if there are more
   * @throws StoreException if the database cannot be reached, or others were faster several times
   */
  public List<Arrival> accept(List<WireEvent> events) {
    if (events.size() > MAX_BATCH) {
      throw new IllegalArgumentException(
          "events must be at most %d, but are %d; send them in several batches"
              .formatted(MAX_BATCH, events.size()));
    }
    if (events.isEmpty()) {
      return List.of();
    }
    Instant now = time.instant();
    List<Arrival> arrivals = together(List.copyOf(events), now);
    if (sincePruned.addAndGet(events.size()) >= PRUNED_AFTER) {
      prune(now, (int) Math.min(sincePruned.getAndSet(0), MAX_BATCH));
    }
    return arrivals;
  }

  private List<Arrival> together(List<WireEvent> events, Instant now) {
    try {
      return database.transaction("take in events", session -> {
        InboxBatch.begin(session, events);
        return batch(session, surveys.seenBy(session), now).accept(events);
      });
    } catch (StoreException e) {
      if (!Dialect.isData(e.sqlState())) {
        throw e;
      }
      trouble.warn("taking in a batch; its events are taken in one by one", e);
    } catch (RuntimeException e) {
      trouble.warn("taking in a batch; its events are taken in one by one", e);
    }
    return database.transaction("take in events one by one", session -> {
      InboxBatch.begin(session, events);
      List<Arrival> arrivals = new ArrayList<>();
      for (WireEvent each : events) {
        arrivals.add(alone(session, each, now));
      }
      return List.copyOf(arrivals);
    });
  }

  private InboxBatch batch(Session session, InboxSurveys.Seen seen, Instant now) {
    return new InboxBatch(session, seen, takesUnverified, now);
  }

  /**
   * Here the roll-up is written with each event, so two nodes may wait for each other; the database
   * notices, and one of them begins anew.
   */
  private Arrival alone(Session session, WireEvent event, Instant now) throws SQLException {
    try {
      return session
          .undoable(() -> batch(session, surveys.seenAgainBy(session), now).accept(List.of(event)))
          .get(0);
    } catch (SQLException e) {
      if (!Dialect.isData(e.getSQLState())) {
        throw e;
      }
      return new Arrival.Rejected(
          "not-stored", "the database refuses it with SQLState " + e.getSQLState());
    } catch (RuntimeException e) {
      return new Arrival.Rejected(
          "not-stored", "it cannot be written: " + e.getClass().getSimpleName());
    }
  }

  /** What was taken in stays so, whatever becomes of this. */
  private void prune(Instant now, int most) {
    try {
      database.transaction("forget old events", session -> {
        Delivered.prune(session, now, 2 * most);
        return now;
      });
    } catch (RuntimeException e) {
      trouble.warn("forgetting old events; they are forgotten later", e);
    }
  }

  /**
   * Returns how many responses are kept that nobody has checked, because their survey is not registered.
   *
   * @throws StoreException if the database cannot be reached
   */
  public long unverified() {
    return database.statement(
        "count unverified responses",
        session -> Objects.requireNonNull(session.first(
            "SELECT COUNT(*) AS found FROM ${prefix}unverified", row -> row.number("found"))));
  }
}
