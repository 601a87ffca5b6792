package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.TroubleLog;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tags kept comments again in a thread that is there for just as long; how far it is stands in the store,
 * where every node sees it.
 */
final class RetagJob implements AutoCloseable {

  /** Far longer than a batch takes, and not too long for an application that wants to end. */
  private static final long PATIENCE_SECONDS = 10;

  private final TroubleLog trouble = new TroubleLog(InstantSource.system());
  private final Feedback feedback;
  private final Executor executor;
  private final Semaphore idle = new Semaphore(1);
  private volatile boolean failed;
  private volatile boolean closed;

  /** Ends the work after a batch; the next start goes on from there. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the application ends", null, false, false);
    }
  }

  RetagJob(Feedback feedback, Executor executor) {
    this.feedback = feedback;
    this.executor = executor;
  }

  /** Returns what runs a task in a thread that ends with it, so that there is none at other times. */
  static Executor threadOfItsOwn() {
    return task -> {
      Thread thread = new Thread(task, "feedback4j-retag");
      thread.setDaemon(true);
      thread.start();
    };
  }

  /** Begins, unless this node has begun already. */
  void start() {
    if (closed || !idle.tryAcquire()) {
      return;
    }
    // Until it has come to its end, whatever keeps it from that.
    failed = true;
    boolean begun = false;
    try {
      executor.execute(this::run);
      begun = true;
    } finally {
      if (!begun) {
        idle.release();
      }
    }
  }

  private void run() {
    try {
      feedback.tags().retagAlone(report -> {
        if (closed) {
          throw new Stopped();
        }
      });
      failed = false;
    } catch (Stopped e) {
      // Nothing is lost: what is left is found by whoever begins again.
    } catch (RuntimeException e) {
      trouble.warn("tagging comments again; the rest waits until somebody begins again", e);
    } finally {
      idle.release();
    }
  }

  /** Returns whether this node is at it. */
  boolean isRunning() {
    return idle.availablePermits() == 0;
  }

  /** Returns whether trouble ended it the last time. */
  boolean hasFailed() {
    return failed && !isRunning();
  }

  /** Lets a batch come to its end, because what it writes to is closed next. */
  @Override
  public void close() {
    closed = true;
    try {
      if (idle.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        idle.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
