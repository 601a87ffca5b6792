package io.github.feedback4j.benchmarks;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.InMemoryLedger;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints the bytes per person that one store keeps, by the used heap after collections and, for fewer
 * people, by walking over every object.
 *
 * <p>{@link Bench} runs it in a JVM of its own for each store: {@code MemoryReport LEDGER_ANSWERED
 * 1000000}.
 */
public final class MemoryReport {

  /** So many people are walked over; their number makes no difference but that of tables. */
  private static final int WALKED = 16_384;

  /** What is kept. */
  enum Kept {
    /** The key's text alone. */
    KEY,
    /** See {@link PackedTable}. */
    PACKED,
    /** A map with a small value. */
    MAP,
    /** A bounded cache with a small value. */
    CAFFEINE,
    /** A bucket in a bounded cache. */
    BUCKET4J,
    /** Typical: one ticket that was asked about and answered, 10 days ago. */
    LEDGER_ANSWERED,
    /** The same 100 days ago, when an ordinary rule does not look back to it any more. */
    LEDGER_SETTLED,
    /** One ticket that was asked about 10 days ago and neither shown nor answered so far. */
    LEDGER_LIVE,
    /** The same 100 days ago: it has expired without an answer. */
    LEDGER_EXPIRED
  }

  private MemoryReport() {}

  /** Prints {@code store usedBytes walkedBytes}, per person. */
  public static void main(String[] args) {
    Kept kept = Kept.valueOf(args[0]);
    int size = Integer.parseInt(args[1]);
    double walked = walked(kept);
    System.out.printf("%s %.1f %.1f%n", kept, used(kept, size), walked);
  }

  private static double used(Kept kept, int size) {
    People people = new People(size);
    long before = Settle.heap();
    Object store = store(kept, people);
    try {
      return (double) (Settle.heap() - before) / size;
    } finally {
      Reference.reachabilityFence(store);
      Reference.reachabilityFence(people);
    }
  }

  /** Returns NaN where the walk leaves the store, such as into the threads behind a cache. */
  private static double walked(Kept kept) {
    if (kept == Kept.CAFFEINE || kept == Kept.BUCKET4J) {
      return Double.NaN;
    }
    long empty = GraphLayout.parseInstance(store(kept, new People(0))).totalSize();
    long full = GraphLayout.parseInstance(store(kept, new People(WALKED))).totalSize();
    return (double) (full - empty) / WALKED;
  }

  static Object store(Kept kept, People people) {
    return switch (kept) {
      case KEY -> keys(people);
      case PACKED -> Floor.packed(people);
      case MAP -> Throttle.map(people);
      case CAFFEINE -> Throttle.caffeine(people);
      case BUCKET4J -> Throttle.buckets(people);
      case LEDGER_ANSWERED -> ledger(people, true, Workload.LATELY);
      case LEDGER_SETTLED -> ledger(people, true, Workload.LONG_AGO);
      case LEDGER_LIVE -> ledger(people, false, Workload.LATELY);
      case LEDGER_EXPIRED -> ledger(people, false, Workload.LONG_AGO);
    };
  }

  /** The array is a part of it: somebody has to hold a key. */
  private static Object keys(People people) {
    String[] keys = new String[people.size()];
    for (int person = 0; person < keys.length; person++) {
      keys[person] = people.key(person);
    }
    return keys;
  }

  private static Object ledger(People people, boolean answered, Instant invitedAt) {
    InMemoryLedger ledger = new InMemoryLedger(Math.max(1, people.size()), Workload.CLOCK);
    for (int person = 0; person < people.size(); person++) {
      RespondentKey key = new RespondentKey(people.key(person));
      ContactHistory history = answered
          ? Workload.answered(key, person, invitedAt)
          : new ContactHistory(
              List.of(
                  Workload.liveContact(key, person, invitedAt, new SplittableRandom(person + 1L))),
              null);
      ledger.compareAndSet(key, 0, history);
    }
    return ledger;
  }
}
