package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private final Moments moments = new Moments(new Numbering(List.of()), () -> Instant.EPOCH);

  @Test
  void aThreadGetsItsMomentAgain() {
    Moment first = moments.take();
    moments.giveBack(first);

    assertThat(moments.take()).isSameAs(first);
  }

  @Test
  void aDecisionInsideOfAnotherOneGetsAnotherMoment() {
    Moment outer = moments.take();
    Moment inner = moments.take();

    assertThat(inner).isNotSameAs(outer);
    moments.giveBack(inner);
    moments.giveBack(outer);
    assertThat(moments.take()).isSameAs(outer);
    assertThat(moments.take()).isSameAs(inner);
  }

  @Test
  void whatAnEndedThreadLeftBehindIsTakenOver() throws Exception {
    // More threads, one after the other, than there are places: each finds one that nobody uses.
    Set<Moment> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 1_000; i++) {
      FutureTask<Moment> task = new FutureTask<>(this::takeAndGiveBack);
      Thread thread = new Thread(task);
      thread.start();
      seen.add(task.get());
      thread.join();
    }

    assertThat(seen).hasSizeLessThanOrEqualTo(128);
  }

  private Moment takeAndGiveBack() {
    Moment moment = moments.take();
    moments.giveBack(moment);
    return moment;
  }

  @Test
  void noTwoThreadsHaveTheSameMomentAtATime() throws Exception {
    int threads = 300;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 3; round++) {
        CountDownLatch allHaveOne = new CountDownLatch(threads);
        Callable<Moment> hold = () -> {
          Moment moment = moments.take();
          allHaveOne.countDown();
          allHaveOne.await();
          moments.giveBack(moment);
          return moment;
        };
        Set<Moment> held = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Future<Moment>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          running.add(executor.submit(hold));
        }
        for (Future<Moment> each : running) {
          held.add(each.get());
        }
        assertThat(held).hasSize(threads);
      }
    } finally {
      executor.shutdown();
    }
  }
}
