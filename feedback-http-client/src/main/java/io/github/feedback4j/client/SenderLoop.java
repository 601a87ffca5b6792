package io.github.feedback4j.client;

import io.github.feedback4j.client.Warnings.Cause;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the sender step for as long as the client is open: in one daemon thread of ours, or in one thread
 * of the application's executor. Safe for use by several threads.
 */
final class SenderLoop {

  static final String THREAD = "feedback4j-sender";

  private final Sender sender;
  private final Pause work;
  private final Pause progress;
  private final @Nullable Executor executor;
  private final Warnings warnings;
  private final LongSupplier nanoTime;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile boolean running;
  private volatile boolean stopped;
  private volatile @Nullable Thread ours;

  /**
   * Creates a loop that does not run yet.
   *
   * @param work what the sender waits at
   * @param progress where it tells those that flush
   * @param executor whose thread runs the loop, or null for one of our own
   */
  SenderLoop(
      Sender sender,
      Pause work,
      Pause progress,
      @Nullable Executor executor,
      Warnings warnings,
      LongSupplier nanoTime) {
    this.sender = sender;
    this.work = work;
    this.progress = progress;
    this.executor = executor;
    this.warnings = warnings;
    this.nanoTime = nanoTime;
  }

  /** Starts the loop unless it runs; also again, after the executor's thread was interrupted. */
  void start() {
    if (running || stopped) {
      return;
    }
    starting.lock();
    try {
      if (!running && !stopped) {
        running = true;
        launch();
      }
    } finally {
      starting.unlock();
    }
  }

  private void launch() {
    if (executor == null) {
      Thread thread = new Thread(this::run, THREAD);
      // An application that forgets to close must still be able to end.
      thread.setDaemon(true);
      ours = thread;
      thread.start();
      return;
    }
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      running = false;
      warnings.warn(
          Cause.EXECUTOR, "the executor takes no sender; what is appended is kept, not sent");
    }
  }

  private void run() {
    try {
      while (!stopped) {
        long known = work.news();
        long wait = step();
        progress.tell();
        if (wait > 0 && !stopped) {
          work.await(known, wait);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running = false;
      progress.tell();
    }
  }

  private long step() {
    try {
      return sender.step();
    } catch (RuntimeException e) {
      sender.recover(e);
      return 0;
    }
  }

  boolean isRunning() {
    return running;
  }

  /**
   * Ends the loop; waits for that until a time of the monotonic clock.
   *
   * @param cancel ends the request that is under way
   */
  void stop(Runnable cancel, long deadline) {
    stopped = true;
    cancel.run();
    work.tell();
    boolean interrupted = false;
    try {
      awaitEnd(deadline);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    Thread thread = ours;
    if (running && thread != null) {
      // It hangs in something that we cannot cancel, such as a supplier of tokens.
      thread.interrupt();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd(long deadline) throws InterruptedException {
    while (true) {
      long known = progress.news();
      long left = deadline - nanoTime.getAsLong();
      if (!running || left <= 0) {
        return;
      }
      progress.await(known, left);
    }
  }
}
