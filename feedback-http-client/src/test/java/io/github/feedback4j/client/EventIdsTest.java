package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  private static final Comparator<UUID> UNSIGNED = Comparator.<UUID>comparingLong(
          each -> each.getMostSignificantBits() + Long.MIN_VALUE)
      .thenComparingLong(each -> each.getLeastSignificantBits() + Long.MIN_VALUE);

  private final VirtualTime time = new VirtualTime();
  private final EventIds ids = new EventIds(time, new SplittableRandom(1));

  @Test
  void areOfVersion7AndBeginWithTheMilliseconds() {
    UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.millis());
  }

  @Test
  void eachIsGreaterThanTheOneBeforeAlsoWhenTheClockIsSetBack() {
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(ids.next());
      if (i % 100 == 0) {
        time.jump(Duration.ofMillis(i % 200 == 0 ? 7 : -5));
      }
    }

    assertThat(made).isSortedAccordingTo(UNSIGNED).doesNotHaveDuplicates();
  }

  @Test
  void twoProcessesInTheSameMillisecondMakeOthers() {
    EventIds other = new EventIds(time, new SplittableRandom(2));
    Set<UUID> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(ids.next());
      made.add(other.next());
    }

    assertThat(made).hasSize(2_000);
  }

  @Test
  void threadsNeverGetTheSame() throws Exception {
    Set<UUID> made = ConcurrentHashMap.newKeySet();
    Callable<Void> making = () -> {
      for (int i = 0; i < 10_000; i++) {
        made.add(ids.next());
      }
      return null;
    };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Void> each : threads.invokeAll(List.of(making, making, making, making))) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(made).hasSize(40_000);
  }
}
