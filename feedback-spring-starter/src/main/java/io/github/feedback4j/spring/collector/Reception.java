package io.github.feedback4j.spring.collector;

import io.github.feedback4j.jdbc.Arrival;
import io.github.feedback4j.jdbc.StoreException;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.wire.EventReader;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.ReadEvent.Readable;
import io.github.feedback4j.wire.ReadEvent.Unreadable;
import io.github.feedback4j.wire.WireEvent;
import io.github.feedback4j.wire.WireFormatException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch, takes what its sender may send into the database, and says what became of each event.
 * Safe for use by several threads.
 */
final class Reception {

  static final String TAKEN = "taken";
  static final String STORE_UNAVAILABLE = "store-unavailable";
  static final String ACCEPTED = "accepted";
  static final String DUPLICATE = "duplicate";
  static final String REJECTED = "rejected";

  private static final String UNREADABLE = "unreadable";
  private static final String SOURCE_MISMATCH = "source-mismatch";

  private final Function<List<WireEvent>, List<Arrival>> inbox;
  private final int maxEvents;
  private final List<Watcher> watchers;
  private final Warnings warnings;

  Reception(
      Function<List<WireEvent>, List<Arrival>> inbox,
      int maxEvents,
      List<Watcher> watchers,
      Warnings warnings) {
    this.inbox = inbox;
    this.maxEvents = maxEvents;
    this.watchers = List.copyOf(watchers);
    this.warnings = warnings;
  }

  /** An event that was not taken, and why. */
  record Rejected(@Nullable UUID id, String code, String detail) {}

  /** What became of a batch; the three together are as many as its events. */
  record Outcome(int accepted, int duplicates, List<Rejected> rejected) {}

  /**
   * Takes a batch.
   *
   * @throws Problem with status 400 or 413 if it is no batch or too large a one, 403 if none of it is of
   *     the sender's source, 503 or 500 if it could not be kept
   */
  Outcome take(Sender sender, byte[] json) {
    List<ReadEvent> events = read(json);
    List<WireEvent> own = own(sender, events);
    List<Arrival> arrivals = own.isEmpty() ? List.of() : keep(own);
    Count count = new Count();
    Iterator<Arrival> next = arrivals.iterator();
    for (ReadEvent each : events) {
      if (each instanceof Unreadable unreadable) {
        count.reject(UNREADABLE, unreadable.id(), unreadable.code(), unreadable.detail());
      } else if (each instanceof Readable readable) {
        WireEvent event = readable.event();
        if (isOf(sender, event)) {
          count.add(event, next.next());
        } else {
          count.reject(
              type(event),
              event.id(),
              SOURCE_MISMATCH,
              "source must be the one that is configured with the token");
        }
      }
    }
    count.byKind.forEach((kind, number) -> watchers.forEach(
        each -> each.arrived(sender.source(), kind.type(), kind.outcome(), number)));
    return new Outcome(count.accepted, count.duplicates, List.copyOf(count.rejected));
  }

  private List<Arrival> keep(List<WireEvent> events) {
    try {
      return inbox.apply(events);
    } catch (StoreException e) {
      // Its message has what was to be done and the SQLState, and nothing that was sent.
      warnings.say("store", "the collector " + e.getMessage());
      throw Problem.of(503, STORE_UNAVAILABLE, "the events could not be kept; send them again");
    } catch (RuntimeException e) {
      // The host's error page might turn it into a redirect or a 401, and the sender would stop for
      // that. Its message may repeat what was sent.
      warnings.say(
          "failure", "the collector failed: %s at %s".formatted(e.getClass().getName(), place(e)));
      throw Problem.of(
          500, "failed", "the events could not be kept; the collector's log says more");
    }
  }

  private static String place(RuntimeException failure) {
    StackTraceElement[] places = failure.getStackTrace();
    return places.length == 0 ? "an unknown place" : places[0].toString();
  }

  private List<ReadEvent> read(byte[] json) {
    try {
      return EventReader.readBatch(json, maxEvents);
    } catch (WireFormatException e) {
      int status = e.code().equals("too-many") ? 413 : 400;
      throw Problem.of(status, e.code(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the events of the sender's source.
   *
   * @throws Problem with status 403 if there are others only: whoever sends them has to mend its
   *     configuration, and keeps them until then
   */
  private static List<WireEvent> own(Sender sender, List<ReadEvent> events) {
    List<WireEvent> own = new ArrayList<>(events.size());
    boolean hasOthers = false;
    for (ReadEvent each : events) {
      if (each instanceof Readable readable) {
        if (isOf(sender, readable.event())) {
          own.add(readable.event());
        } else {
          hasOthers = true;
        }
      }
    }
    if (hasOthers && own.isEmpty()) {
      throw Problem.of(
          403,
          SOURCE_MISMATCH,
          "the token is of another source than these events; give the sender the token, or the "
              + "source, that belongs to the other");
    }
    return own;
  }

  private static boolean isOf(Sender sender, WireEvent event) {
    return event.source().toString().equals(sender.source());
  }

  private static String type(WireEvent event) {
    return event.data().type().name().toLowerCase(Locale.ROOT);
  }

  /** What is counted apart. */
  private record Kind(String type, String outcome) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : outcome.compareTo(other.outcome);
    }
  }

  private static final class Count {
    private final Map<Kind, Integer> byKind = new TreeMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int accepted;
    private int duplicates;

    void add(WireEvent event, Arrival arrival) {
      if (arrival instanceof Arrival.Accepted) {
        accepted++;
        byKind.merge(new Kind(type(event), ACCEPTED), 1, Integer::sum);
      } else if (arrival instanceof Arrival.Duplicate) {
        duplicates++;
        byKind.merge(new Kind(type(event), DUPLICATE), 1, Integer::sum);
      } else if (arrival instanceof Arrival.Rejected refusal) {
        reject(type(event), event.id(), refusal.code(), refusal.detail());
      }
    }

    void reject(String type, @Nullable UUID id, String code, String detail) {
      rejected.add(new Rejected(id, code, detail));
      byKind.merge(new Kind(type, REJECTED), 1, Integer::sum);
    }
  }
}
