package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PausedSurveysTest {

  private Instant now = START;
  private int reads;
  private Set<String> stored = Set.of("nps");
  private final PausedSurveys paused = new PausedSurveys(this::read, () -> now);

  private Set<String> read() {
    reads++;
    return stored;
  }

  @Test
  void readsAgainAfterFiveSecondsAndNotBefore() {
    paused.get();
    stored = Set.of();
    now = now.plus(PausedSurveys.MAX_AGE);
    assertThat(paused.get()).containsExactly("nps");
    assertThat(reads).isEqualTo(1);

    now = now.plusNanos(1);
    assertThat(paused.get()).isEmpty();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void readsAgainWhenTheClockWasSetBackOrThisNodeChangedSomething() {
    paused.get();
    now = now.minusSeconds(60);
    paused.get();
    assertThat(reads).isEqualTo(2);

    paused.forget();
    paused.get();
    assertThat(reads).isEqualTo(3);
  }

  @Test
  void triesAgainAfterAFailure() {
    boolean[] broken = {true};
    PausedSurveys fragile = new PausedSurveys(
        () -> {
          if (broken[0]) {
            throw new IllegalStateException("store gone");
          }
          return stored;
        },
        () -> now);

    assertThatThrownBy(fragile::get).hasMessage("store gone");
    assertThatThrownBy(fragile::get).hasMessage("store gone");
    broken[0] = false;
    assertThat(fragile.get()).containsExactly("nps");
  }

  @Test
  void whoeverWaitsForAReadThatFailsDoesNotWaitForAnotherOne() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    PausedSurveys away = new PausedSurveys(
        () -> {
          reads++;
          reading.countDown();
          await(fail);
          throw new IllegalStateException("store gone");
        },
        () -> now);
    var threads = Executors.newFixedThreadPool(2);
    try {
      var first = CompletableFuture.supplyAsync(away::get, threads);
      assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
      Thread[] waiting = new Thread[1];
      CountDownLatch started = new CountDownLatch(1);
      var second = CompletableFuture.supplyAsync(
          () -> {
            waiting[0] = Thread.currentThread();
            started.countDown();
            return away.get();
          },
          threads);
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      while (waiting[0].getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      fail.countDown();

      assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).hasMessageContaining("store gone");
      assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasMessageContaining("store gone");
      assertThat(reads).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
