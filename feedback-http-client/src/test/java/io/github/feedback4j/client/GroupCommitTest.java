package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When records are forced to the disk, and who waits for it. */
@Timeout(60)
class GroupCommitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final BreakableFiles files = new BreakableFiles();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Lets one force through for each permit. */
  private final Semaphore disk = new Semaphore(0);

  private final CountDownLatch firstForce = new CountDownLatch(1);
  private Spool spool = open(FsyncPolicy.OS, LONG);

  private Spool open(FsyncPolicy policy, Duration timeout) {
    SpoolOptions options =
        SpoolOptions.defaults().withMaxBytes(1L << 20).withFsync(policy).withAppendTimeout(timeout);
    return Spool.open(options, files, null, InstantSource.system(), System::nanoTime);
  }

  private void reopen(FsyncPolicy policy, Duration timeout) {
    spool.close();
    spool = open(policy, timeout);
  }

  private void holdForces() {
    files.whileForcing = () -> {
      firstForce.countDown();
      disk.acquireUninterruptibly();
    };
  }

  private Appended append() {
    return spool.append(UUID.randomUUID(), EventKind.RESPONSE, null, new byte[100]);
  }

  @AfterEach
  void close() {
    disk.release(1_000_000);
    spool.close();
    threads.shutdownNow();
  }

  @Test
  void alwaysReturnsWhenTheRecordIsOnTheDisk() {
    reopen(FsyncPolicy.ALWAYS, LONG);

    for (int i = 1; i <= 20; i++) {
      assertThat(append()).isEqualTo(new Accepted());

      BreakableFiles left = files.afterPowerCut(new Random(i));
      try (Spool found = Spool.open(
          SpoolOptions.defaults().withFsync(FsyncPolicy.OS),
          left,
          null,
          InstantSource.system(),
          System::nanoTime)) {
        assertThat(found.stats().pendingRecords()).isEqualTo(i);
      }
    }
  }

  @Test
  void thoseWhoComeWhileAForceRunsShareTheNext() throws Exception {
    holdForces();
    reopen(FsyncPolicy.ALWAYS, LONG);
    List<Future<Appended>> appends = new ArrayList<>();
    appends.add(threads.submit(this::append));
    firstForce.await();
    for (int i = 0; i < 20; i++) {
      appends.add(threads.submit(this::append));
    }
    awaitPending(21);

    disk.release(2);

    for (Future<Appended> each : appends) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(new Accepted());
    }
    assertThat(files.forces()).isEqualTo(2);
  }

  private void awaitPending(int records) {
    while (spool.stats().pendingRecords() < records) {
      Thread.onSpinWait();
    }
  }

  @Test
  void alwaysAnswersTimeoutWhenTheDiskNeedsLonger() {
    holdForces();
    reopen(FsyncPolicy.ALWAYS, Duration.ofMillis(20));

    assertThat(append()).isEqualTo(new Rejected(Reason.TIMEOUT));
    assertThat(spool.stats().rejected()).containsEntry(Reason.TIMEOUT, 1L);
    assertThat(spool.stats().accepted()).isZero();
  }

  @Test
  void alwaysAnswersDiskWhenForcingFailsAndAcceptsAgainWhenItWorks() {
    reopen(FsyncPolicy.ALWAYS, LONG);
    append();
    files.forcingFails = true;
    assertThat(append()).isEqualTo(new Rejected(Reason.DISK));
    assertThat(append()).isEqualTo(new Rejected(Reason.DISK));
    files.forcingFails = false;

    assertThat(spool.sync()).isTrue();

    assertThat(append()).isEqualTo(new Accepted());
  }

  @Test
  void intervalDoesNotWaitForTheDisk() throws Exception {
    holdForces();
    reopen(FsyncPolicy.INTERVAL, LONG);

    assertThat(append()).isEqualTo(new Accepted());
    firstForce.await();
    assertThat(append()).isEqualTo(new Accepted());
    assertThat(spool.read(new Block(), 10, 1_000)).hasSize(2);
  }

  @Test
  void intervalRefusesWhileForcingFails() {
    reopen(FsyncPolicy.INTERVAL, LONG);
    files.forcingFails = true;
    append();
    spool.sync();

    assertThat(append()).isEqualTo(new Rejected(Reason.DISK));

    files.forcingFails = false;
    spool.sync();
    assertThat(append()).isEqualTo(new Accepted());
  }

  @Test
  void closeForcesWhatThereIs() {
    reopen(FsyncPolicy.INTERVAL, LONG);
    append();

    spool.close();

    try (Spool found = Spool.open(
        SpoolOptions.defaults().withFsync(FsyncPolicy.OS),
        files.afterPowerCut(new Random(3)),
        null,
        InstantSource.system(),
        System::nanoTime)) {
      assertThat(found.stats().pendingRecords()).isEqualTo(1);
    }
  }

  @Test
  void closeReturnsWithinItsBoundWhenTheDiskDoesNotAnswer() throws Exception {
    holdForces();
    reopen(FsyncPolicy.INTERVAL, LONG);
    append();
    firstForce.await();
    Thread thread = spoolThreads().get(0);

    spool.close(Duration.ofMillis(20));

    assertThat(thread.isAlive()).isTrue();
    assertThat(append()).isEqualTo(new Rejected(Reason.CLOSED));
    disk.release(1_000);
    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(files.open()).isZero();
  }

  @Test
  void hasOneDaemonThreadThatEndsWithClose() throws Exception {
    reopen(FsyncPolicy.INTERVAL, LONG);
    append();
    List<Thread> running = spoolThreads();
    assertThat(running).hasSize(1);
    assertThat(running.get(0).isDaemon()).isTrue();
    assertThat(running.get(0).getContextClassLoader()).isNull();

    spool.close();

    running.get(0).join(30_000);
    assertThat(spoolThreads()).isEmpty();
  }

  @Test
  void hasNoThreadWhenNothingIsForced() {
    append();
    try (Spool memory =
        Spool.open(SpoolOptions.memory(), InstantSource.system(), System::nanoTime)) {
      memory.append(UUID.randomUUID(), EventKind.RESPONSE, null, new byte[1]);

      assertThat(spoolThreads()).isEmpty();
    }
  }

  private static List<Thread> spoolThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals(GroupCommit.THREAD_NAME))
        .toList();
  }
}
