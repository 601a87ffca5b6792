package io.github.feedback4j.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.bucket4j.caffeine.CaffeineProxyManager;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.ContactLedger.Commit;
import io.github.feedback4j.prompt.ContactLedger.Versioned;
import io.github.feedback4j.prompt.EngineWork;
import io.github.feedback4j.prompt.InMemoryLedger;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Looks a person up, checks the gap, and commits.
 *
 * <p>Everybody is checked against a gap of one day and passes, so that every call commits; what is
 * committed says the same as before, so that nothing drifts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class LedgerBenchmark {

  private static final long GAP = TimeUnit.DAYS.toMillis(1);
  private static final long NOW = Workload.NOW.toEpochMilli();

  /** Who keeps the contacts. */
  public enum Who {
    /** See {@link PackedTable}. */
    PACKED,
    /** What the engine does with the ledger in memory, see {@link EngineWork}. */
    LEDGER,
    /** What any ledger offers: load, check, compare-and-set of the loaded history, as objects. */
    LEDGER_OBJECTS,
    /** The same, with a history that is made anew as an invitation makes it. */
    LEDGER_NEW_HISTORY,
    /** A look-up and the check, without a commit. */
    MAP_GET,
    /** With the commit of a small value. */
    MAP_GET_PUT,
    /** A look-up in a bounded cache and the check, without a commit. */
    CAFFEINE_GET,
    /** Check and commit in one computation. */
    CAFFEINE_COMPUTE,
    /** One token of a bucket that is never empty, in a bounded cache. */
    BUCKET4J
  }

  /** The number of people. */
  @Param("1000000")
  public int people;

  /** Who keeps the contacts. */
  @Param
  public Who who = Who.PACKED;

  private People everybody = new People(0);
  private Decider contacts = key -> false;
  private int[] order = {};

  /** Fills the store. */
  @Setup
  public void setUp() {
    everybody = new People(people);
    order = everybody.inRandomOrder();
    contacts = contacts();
    Settle.heap();
  }

  private Decider contacts() {
    return switch (who) {
      case PACKED -> {
        PackedTable table = Floor.packed(everybody);
        yield key -> table.commit(PackedTable.hash(key), NOW, GAP);
      }
      case LEDGER -> {
        InMemoryLedger ledger = Workload.ledger(everybody, UnaryOperator.identity());
        ThreadLocal<EngineWork> work = ThreadLocal.withInitial(() ->
            new EngineWork(ledger, Workload.surveys(1), Workload.touchpoint(1), Workload.CLOCK));
        yield key -> work.get().commit(new RespondentKey(key), GAP * 1_000_000);
      }
      case LEDGER_OBJECTS -> {
        ContactLedger ledger = Workload.ledger(everybody, UnaryOperator.identity());
        yield key -> recommit(ledger, new RespondentKey(key));
      }
      case LEDGER_NEW_HISTORY -> {
        ContactLedger ledger = Workload.ledger(everybody, UnaryOperator.identity());
        ThreadLocal<SplittableRandom> random =
            ThreadLocal.withInitial(() -> new SplittableRandom(7));
        yield key -> commitAnew(ledger, new RespondentKey(key), random.get());
      }
      case MAP_GET -> {
        ConcurrentHashMap<String, LastContact> map = Throttle.map(everybody);
        yield key -> isDue(map.get(key));
      }
      case MAP_GET_PUT -> {
        ConcurrentHashMap<String, LastContact> map = Throttle.map(everybody);
        yield key -> {
          LastContact last = map.get(key);
          return last != null && isDue(last) && map.replace(key, last, last.again());
        };
      }
      case CAFFEINE_GET -> {
        Cache<String, LastContact> cache = Throttle.caffeine(everybody);
        yield key -> isDue(cache.getIfPresent(key));
      }
      case CAFFEINE_COMPUTE -> {
        Cache<String, LastContact> cache = Throttle.caffeine(everybody);
        yield key -> isDue(
            cache.asMap().computeIfPresent(key, (k, last) -> isDue(last) ? last.again() : last));
      }
      case BUCKET4J -> {
        CaffeineProxyManager<String> buckets = Throttle.buckets(everybody, Throttle.PLENTY);
        yield key -> buckets.builder().build(key, () -> Throttle.PLENTY).tryConsume(1);
      }
    };
  }

  private static boolean isDue(@Nullable LastContact last) {
    return last != null && NOW - last.askedAtMillis() >= GAP;
  }

  private static boolean recommit(ContactLedger ledger, RespondentKey key) {
    Versioned loaded = ledger.load(key);
    return isDue(loaded.history())
        && ledger.compareAndSet(key, loaded.version(), loaded.history()) == Commit.DONE;
  }

  private static boolean commitAnew(
      ContactLedger ledger, RespondentKey key, SplittableRandom random) {
    Versioned loaded = ledger.load(key);
    if (!isDue(loaded.history())) {
      return false;
    }
    Instant at = loaded.history().contacts().get(0).invitation().invitedAt();
    ContactHistory next =
        new ContactHistory(List.of(Workload.liveContact(key, 12_345, at, random)), null);
    return ledger.compareAndSet(key, loaded.version(), next) == Commit.DONE;
  }

  private static boolean isDue(ContactHistory history) {
    List<Contact> contacts = history.contacts();
    return NOW - contacts.get(contacts.size() - 1).invitation().invitedAt().toEpochMilli() >= GAP;
  }

  /** One thread's way through the people. */
  @State(Scope.Thread)
  public static class Path {
    private Walk walk = new Walk(new int[1], 0, 1);

    /** Puts each thread somewhere else. */
    @Setup
    public void setUp(LedgerBenchmark benchmark, ThreadParams threads) {
      walk = new Walk(benchmark.order, threads.getThreadIndex(), threads.getThreadCount());
    }
  }

  /** Measures check and commit, the making of the key included. */
  @Benchmark
  public Object contact(Path path) {
    return contact(path.walk.next());
  }

  Object contact(int person) {
    return contacts.decide(everybody.key(person));
  }
}
