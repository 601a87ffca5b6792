package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HistoryTableTest {

  private final HistoryTable table = new HistoryTable(entry -> hash(entry[1]));

  /** So bad a hash that people meet in the same stripe, with the same mark, at the same place. */
  private static long hash(int person) {
    return person % 3;
  }

  private static HistoryOutput key(int person) {
    HistoryOutput key = new HistoryOutput();
    key.put(1);
    key.put(person);
    return key;
  }

  private static byte[] entry(int person, int value) {
    return new byte[] {1, (byte) person, (byte) value};
  }

  private byte[] find(int person) {
    return table.find(key(person), hash(person));
  }

  private boolean exchange(int person, byte[] expected, byte[] next) {
    return table.exchange(key(person), hash(person), expected, next);
  }

  @Test
  void doesWhatAMapDoesUnderAnyCollisions() {
    SplittableRandom random = new SplittableRandom(4);
    Map<Integer, byte[]> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int person = random.nextInt(100);
      byte[] current = find(person);
      assertThat(current).isSameAs(map.get(person));
      byte[] next = random.nextInt(3) == 0 ? null : entry(person, i);

      assertThat(exchange(person, current, next)).isTrue();
      if (next == null) {
        map.remove(person);
      } else {
        map.put(person, next);
      }
    }
  }

  @Test
  void anExchangeOfWhatIsThereNoMoreIsRefused() {
    byte[] first = entry(1, 1);
    byte[] second = entry(1, 2);
    assertThat(exchange(1, null, first)).isTrue();

    assertThat(exchange(1, null, second)).isFalse();
    assertThat(exchange(1, first.clone(), second)).isFalse();
    assertThat(exchange(1, first, second)).isTrue();
    assertThat(exchange(1, first, null)).isFalse();
    assertThat(find(1)).isSameAs(second);
  }

  @Test
  void removesWhatIsAskedFor() {
    for (int person = 0; person < 100; person++) {
      exchange(person, null, entry(person, person));
    }

    assertThat(table.removeIf(entry -> entry[2] % 2 == 0)).isEqualTo(50);

    assertThat(find(1)).isNotNull();
    assertThat(find(2)).isNull();
  }

  @Test
  void whoIsLookedForIsNeverMistakenForWhoTakesTheirPlace() throws Exception {
    exchange(2, null, entry(2, 2));
    List<Callable<Integer>> work = new ArrayList<>();
    work.add(() -> {
      for (int i = 0; i < 300_000; i++) {
        int person = i % 2 == 0 ? 5 : 8; // with the hash of 2, so they come to the same place
        byte[] entry = entry(person, i);
        exchange(person, null, entry);
        exchange(person, entry, null);
      }
      return 0;
    });
    work.add(() -> {
      int mistaken = 0;
      HistoryOutput key = key(5);
      for (int i = 0; i < 600_000; i++) {
        byte[] found = table.find(key, hash(5));
        mistaken += found != null && found[1] != 5 ? 1 : 0;
      }
      return mistaken;
    });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Integer> each : threads.invokeAll(work)) {
        assertThat(each.get()).isZero();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void readersFindWhatIsThereWhileOthersMakeItGrow() throws Exception {
    InMemoryLedger ledger = new InMemoryLedger();
    List<RespondentKey> known = people("known", 1_000);
    for (RespondentKey each : known) {
      ledger.compareAndSet(each, 0, ContactHistory.EMPTY);
    }
    List<Callable<Integer>> work = new ArrayList<>();
    work.add(() -> {
      for (RespondentKey each : people("new", 50_000)) {
        ledger.compareAndSet(each, 0, ContactHistory.EMPTY);
      }
      return 0;
    });
    work.add(() -> {
      int lost = 0;
      for (int i = 0; i < 200; i++) {
        for (RespondentKey each : known) {
          lost += ledger.load(each).version() == 0 ? 1 : 0;
        }
      }
      return lost;
    });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Integer> each : threads.invokeAll(work)) {
        assertThat(each.get()).isZero();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(ledger.size()).isEqualTo(51_000);
  }

  private static List<RespondentKey> people(String prefix, int count) {
    List<RespondentKey> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(new RespondentKey(prefix + "-" + i));
    }
    return people;
  }
}
