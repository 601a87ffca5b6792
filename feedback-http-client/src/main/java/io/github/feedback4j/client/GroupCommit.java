package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Forces what was appended to the disk: one force for everybody who waits, and who comes while one runs
 * shares the next. Nobody who appends is blocked by it unless he asked for that.
 *
 * <p>A force that failed is never tried again on the same file and believed: the operating system may
 * have dropped what it could not write and say yes the second time. The segment is written anew.
 */
final class GroupCommit {

  static final String THREAD_NAME = "feedback4j-spool";

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SegmentLog log;
  private final SegmentRewriter rewriter;
  private final SpoolFiles files;
  private final FsyncPolicy policy;
  private final LongSupplier nanoTime;
  private final DiskTrouble trouble;
  private final @Nullable Thread thread;

  /** One force at a time; taken before the lock for reading and the one for appending. */
  private final ReentrantLock forcing = new ReentrantLock();

  private final Queue<SpoolFile> retired = new ConcurrentLinkedQueue<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition forced = lock.newCondition();
  private volatile boolean dirty;
  private boolean closing;
  private boolean ended;
  private long forcedSequence;
  private long failedSequence;

  /**
   * @param atEnd what the thread does last, when everything is forced
   */
  GroupCommit(
      SegmentLog log,
      SegmentRewriter rewriter,
      SpoolFiles files,
      SpoolOptions options,
      LongSupplier nanoTime,
      Runnable atEnd) {
    this.log = log;
    this.rewriter = rewriter;
    this.files = files;
    this.policy = options.fsync();
    this.nanoTime = nanoTime;
    this.trouble = new DiskTrouble("force records to its disk", nanoTime);
    boolean needsThread = !options.isMemory() && policy != FsyncPolicy.OS;
    this.thread = needsThread ? thread(() -> run(atEnd)) : null;
  }

  private static Thread thread(Runnable run) {
    // Without the caller's inheritable thread locals and class loader, which would live on with it.
    Thread thread = new Thread(null, run, THREAD_NAME, 0, false);
    thread.setContextClassLoader(null);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    if (thread != null) {
      thread.start();
    }
  }

  boolean isRunning() {
    return thread != null;
  }

  /** Returns whether records cannot be made durable at present. */
  boolean isFailing() {
    return thread != null && trouble.isPresent();
  }

  /**
   * Sees to it that a record which was written becomes durable, and waits for it if the policy says so.
   * Returns why the record does not count as accepted, or null.
   *
   * @param deadline until when to wait, by the monotonic clock
   */
  @Nullable
  Reason written(long sequence, long deadline) {
    if (thread == null) {
      return null;
    }
    if (policy == FsyncPolicy.INTERVAL) {
      if (!dirty) {
        wake();
      }
      return null;
    }
    lock.lock();
    try {
      dirty = true;
      work.signal();
      boolean known = Patience.await(
          forced,
          () -> forcedSequence > sequence || failedSequence > sequence,
          deadline - nanoTime.getAsLong());
      if (forcedSequence > sequence) {
        return null;
      }
      return known ? Reason.DISK : Reason.TIMEOUT;
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      dirty = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run(Runnable atEnd) {
    try {
      while (awaitWork()) {
        boolean done = sync();
        if (!done) {
          pause(RETRY_NANOS);
          dirty = true;
        }
      }
      sync();
    } finally {
      atEnd.run();
      lock.lock();
      try {
        ended = true;
        forced.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Returns false when the spool is being closed. */
  private boolean awaitWork() {
    lock.lock();
    try {
      while (!dirty && !closing) {
        work.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    if (policy == FsyncPolicy.INTERVAL) {
      pause(INTERVAL_NANOS);
    }
    lock.lock();
    try {
      // Before the force looks at what there is, so that whatever comes later is noticed.
      dirty = false;
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  private void pause(long nanos) {
    lock.lock();
    try {
      Patience.await(work, () -> closing, nanos);
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether everything that was appended before is on the disk. */
  boolean sync() {
    forcing.lock();
    try {
      List<Part> parts = new ArrayList<>();
      boolean newNames;
      long next;
      log.lock.lock();
      try {
        next = log.nextSequence();
        newNames = log.takeNewNames();
        for (Segment each : log.segments()) {
          if (each.end() > each.forcedEnd) {
            parts.add(new Part(each, each.file, each.end()));
          }
        }
      } finally {
        log.lock.unlock();
      }
      return force(parts, newNames, next);
    } finally {
      closeRetired();
      forcing.unlock();
    }
  }

  /** What is to be forced of one segment. */
  private record Part(Segment segment, @Nullable SpoolFile file, long end) {}

  private boolean force(List<Part> parts, boolean newNames, long next) {
    IOException failure = null;
    for (Part each : parts) {
      try {
        force(each);
      } catch (IOException e) {
        failure = e;
      }
    }
    try {
      if (newNames) {
        files.syncNames();
      }
    } catch (IOException e) {
      log.namesAreNew();
      failure = e;
    }
    if (failure == null) {
      trouble.ends();
    } else {
      trouble.begins(failure);
    }
    lock.lock();
    try {
      if (failure == null) {
        forcedSequence = next;
      } else {
        failedSequence = next;
      }
      forced.signalAll();
    } finally {
      lock.unlock();
    }
    return failure == null;
  }

  private void force(Part part) throws IOException {
    Segment segment = part.segment;
    if (!segment.suspect) {
      try {
        if (part.file == null) {
          rewriter.forceClosed(segment);
        } else {
          part.file.force();
        }
        segment.forcedEnd = part.end;
        closeIfSealed(segment);
        return;
      } catch (IOException e) {
        segment.suspect = true;
      }
    }
    segment.forcedEnd = rewriter.rewrite(segment);
    segment.suspect = false;
    closeIfSealed(segment);
  }

  private void closeIfSealed(Segment segment) {
    log.lock.lock();
    try {
      if (segment.isSealed() && segment.forcedEnd == segment.end()) {
        log.retireFile(segment);
      }
    } finally {
      log.lock.unlock();
    }
  }

  /** Takes a file that nobody writes to any more, and closes it when it is not being forced. */
  void retire(SpoolFile file) {
    retired.add(file);
    // Who is forcing himself has a list of files, which must stay open to the end.
    if (!forcing.isHeldByCurrentThread() && forcing.tryLock()) {
      try {
        closeRetired();
      } finally {
        forcing.unlock();
      }
    }
  }

  private void closeRetired() {
    for (SpoolFile each = retired.poll(); each != null; each = retired.poll()) {
      try {
        each.close();
      } catch (IOException e) {
        trouble.begins(e);
      }
    }
  }

  /** Ends the thread after a last force; returns whether it has ended within the time. */
  boolean close(long nanos) {
    lock.lock();
    try {
      closing = true;
      work.signalAll();
      return thread == null || Patience.await(forced, () -> ended, nanos);
    } finally {
      lock.unlock();
    }
  }
}
