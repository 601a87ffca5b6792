package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.TroubleLog;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tags kept comments again in a thread that is there for just as long; how far it is stands in the store,
 * where every node sees it.
 */
final class RetagJob implements AutoCloseable {

  private final TroubleLog trouble = new TroubleLog(InstantSource.system());
  private final Feedback feedback;
  private final Executor executor;
  private final AtomicBoolean running = new AtomicBoolean();
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
    if (closed || !running.compareAndSet(false, true)) {
      return;
    }
    failed = false;
    executor.execute(this::run);
  }

  private void run() {
    try {
      feedback.tags().retagAlone(report -> {
        if (closed) {
          throw new Stopped();
        }
      });
    } catch (Stopped e) {
      // Nothing is lost: what is left is found by whoever begins again.
    } catch (RuntimeException e) {
      failed = true;
      trouble.warn("tagging comments again; the rest waits until somebody begins again", e);
    } finally {
      running.set(false);
    }
  }

  /** Returns whether this node is at it. */
  boolean isRunning() {
    return running.get();
  }

  /** Returns whether trouble ended it the last time. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
