package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.RecordingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RetagJobTest {

  private final RecordingStore store = new RecordingStore();
  private final Feedback feedback = Feedback.builder()
      .survey(Surveys.csat("csat"))
      .store(store)
      .pseudonymKey(new byte[16])
      .build();
  private final List<Runnable> tasks = new ArrayList<>();
  private final RetagJob job = new RetagJob(feedback, tasks::add);

  @Test
  void aNodeBeginsOnceAtATime() {
    job.start();
    job.start();

    assertThat(tasks).hasSize(1);
    assertThat(job.isRunning()).isTrue();
    tasks.get(0).run();
    assertThat(job.isRunning()).isFalse();
    assertThat(job.hasFailed()).isFalse();
    job.start();
    assertThat(tasks).hasSize(2);
  }

  @Test
  void troubleIsSaidUntilTheNextEndWithoutIt() {
    store.breakWith(new IllegalStateException("disk gone"));
    job.start();
    assertThat(job.hasFailed()).as("it is not over").isFalse();
    tasks.get(0).run();
    assertThat(job.hasFailed()).isTrue();

    store.mend();
    job.start();
    tasks.get(1).run();
    assertThat(job.hasFailed()).isFalse();
  }

  @Test
  void whatCannotBeginIsNotRunning() {
    RetagJob refused = new RetagJob(feedback, task -> {
      throw new RejectedExecutionException("no room");
    });

    assertThatThrownBy(refused::start).hasMessage("no room");
    assertThat(refused.isRunning()).isFalse();
    assertThat(refused.hasFailed()).isTrue();
  }

  @Test
  void theEndWaitsForABatchAndNothingBeginsAfterIt() {
    CountDownLatch closing = new CountDownLatch(1);
    RetagJob own = new RetagJob(
        feedback,
        task -> RetagJob.threadOfItsOwn().execute(() -> {
          awaitQuietly(closing);
          task.run();
        }));
    own.start();
    assertThat(own.isRunning()).isTrue();

    closing.countDown();
    own.close();

    assertThat(own.isRunning()).isFalse();
    own.start();
    assertThat(own.isRunning()).isFalse();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
