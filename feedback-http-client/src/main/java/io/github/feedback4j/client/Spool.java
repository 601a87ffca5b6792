package io.github.feedback4j.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps events until the collector has them, in the order in which they were appended.
 *
 * <p>Safe for use by several threads. Appending waits for nobody longer than {@link
 * SpoolOptions#appendTimeout}; everything else may read or write files. Trouble of the disk is answered,
 * counted and logged, never thrown, with one exception: {@link #erase}.
 */
final class Spool implements AutoCloseable {

  /*
   * A log of segments, because a queue that is written once, read once and removed from the front needs
   * nothing more, and everything more is slower, larger, or loses something (docs/rationale.md).
   *
   * Frame, FrameWriter, FrameReader   how a record lies in a file, and how to find it in a broken one
   * Segment, AckFile                  a file of records, and which of them are done
   * SegmentLog                        the end where records are appended
   * GroupCommit, SegmentRewriter      forcing to the disk, and what to do when that fails
   * Outbox                            the end where they are handed out, acknowledged and removed
   * DeadLetters, Eraser               what is not sent any more, and what must not be here any more
   * Recovery, DirectoryLock           the start
   * SpoolFiles                        all of the file system that this needs; a disk, or the heap
   *
   * What holds always:
   * - A record is in a file, in the hands of the operating system, before its append returns.
   * - Sequences order the records; times only tell their age. No sequence is used twice for records that
   *   could be mixed up, so what was acknowledged never hides what was not.
   * - Nothing about a record is on the heap but one bit. A restart finds all of it in the files.
   * - What was acknowledged may come back after a crash, what was not is never gone.
   *
   * Three locks, taken in this order: forcing (one force at a time), reading (the outbox, dead letters,
   * erasing), appending (one write). A force holds only the first, so it blocks neither end.
   *
   * Tried and dropped: files that are filled with zeros in advance (no quicker to force, and twice the
   * bytes written); mapped files (a disk that is full kills the process, and what is mapped cannot be
   * let go); marking a record done where it lies (writes every page a second time).
   */

  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);

  private final SpoolOptions options;
  private final LongSupplier nanoTime;
  private final SpoolCounters counters = new SpoolCounters();
  private final @Nullable DirectoryLock directoryLock;
  private final SegmentLog segments;
  private final DeadLetters deadLetters;
  private final Outbox outbox;
  private final Eraser eraser;
  private final GroupCommit commit;

  /** Held by whoever touches outbox, dead letters and eraser. */
  private final ReentrantLock reading = new ReentrantLock();

  private boolean released;

  private Spool(
      SpoolOptions options,
      SpoolFiles files,
      @Nullable DirectoryLock directoryLock,
      InstantSource time,
      LongSupplier nanoTime)
      throws IOException {
    this.options = options;
    this.nanoTime = nanoTime;
    this.directoryLock = directoryLock;
    SteadyClock clock = new SteadyClock(time, nanoTime);
    segments = new SegmentLog(files, options, clock, nanoTime, counters);
    deadLetters = new DeadLetters(files, new SpoolBounds(options).deadLetterBytes());
    outbox = new Outbox(files, segments, deadLetters, clock, nanoTime, options, counters);
    eraser = new Eraser(files, segments, outbox, deadLetters, counters);
    SegmentRewriter rewriter = new SegmentRewriter(files, segments, outbox, reading);
    commit = new GroupCommit(segments, rewriter, files, options, nanoTime, this::release);

    List<String> names = files.names();
    Recovery recovery = new Recovery(files, counters);
    recovery.run(names);
    deadLetters.recover(names);
    segments.start(recovery.segments(), recovery.nextSequence(), commit);
    outbox.start(recovery.nextSequence());
    eraser.recover(names);
    commit.start();
  }

  /**
   * Opens the spool and finds what an earlier process has left in it; that takes as long as the disk
   * needs to read it. Starts at most one thread, a daemon, and none in memory mode or with {@link
   * FsyncPolicy#OS}.
   *
   * @param nanoTime monotonic nanoseconds, by which ages are measured
   * @throws SpoolException if the directory is in use, is not writable or cannot be understood
   */
  static Spool open(SpoolOptions options, InstantSource time, LongSupplier nanoTime) {
    if (options.isMemory()) {
      return open(options, new MemoryFiles(), null, time, nanoTime);
    }
    DirectoryLock lock = DirectoryLock.take(options.directory());
    boolean opened = false;
    try {
      Spool spool = open(options, new DiskFiles(options.directory()), lock, time, nanoTime);
      opened = true;
      return spool;
    } finally {
      if (!opened) {
        release(lock);
      }
    }
  }

  /** As the other one, on other files. */
  static Spool open(
      SpoolOptions options,
      SpoolFiles files,
      @Nullable DirectoryLock lock,
      InstantSource time,
      LongSupplier nanoTime) {
    Spool spool;
    try {
      spool = new Spool(options, files, lock, time, nanoTime);
    } catch (IOException e) {
      throw new SpoolException(
          "the spool in %s could not be read (%s): repair the disk, or move the files away"
              .formatted(options.directory().toAbsolutePath(), e.getMessage()),
          e);
    }
    spool.sayWhatWasFound();
    return spool;
  }

  private void sayWhatWasFound() {
    long records = counters.pendingRecords.get();
    long corrupt = counters.corrupt.get();
    if (corrupt > 0) {
      log.warn(
          "The spool in {} has {} places that could not be read; {} records wait to be sent",
          options.directory(),
          corrupt,
          records);
    } else if (records > 0) {
      log.info("The spool in {} has {} records to be sent", options.directory(), records);
    }
  }

  /**
   * Takes a record, and returns when it is as durable as the policy says.
   *
   * @param key the key of the respondent it is about, if any
   * @param bytes the event as it goes over the wire; may be changed afterwards
   */
  Appended append(UUID id, EventKind kind, @Nullable String key, byte[] bytes) {
    return segments.append(id, kind, key, bytes);
  }

  /**
   * Returns the oldest records that were not handed out yet, in order; what became older than {@link
   * SpoolOptions#maxAge} becomes a dead letter instead, for the reason {@code expired}.
   *
   * @param block where their events are put; what was in it is gone
   * @param maxRecords how many at most, at least 1
   * @param maxBytes how many bytes at most; a first record may be larger
   */
  List<SpoolRecord> read(Block block, int maxRecords, long maxBytes) {
    reading.lock();
    try {
      return released ? List.of() : outbox.read(block, maxRecords, maxBytes);
    } finally {
      reading.unlock();
    }
  }

  /** Takes note that the collector has these; in any order, and again does no harm. */
  void acknowledge(List<SpoolRecord> records) {
    reading.lock();
    try {
      if (!released) {
        outbox.acknowledge(records);
      }
    } finally {
      reading.unlock();
    }
  }

  /**
   * Sets a record aside for a person to look at, durably, and counts it as done. If the disk does not let
   * it, the record goes on waiting.
   *
   * @param reason why, in a few words without anything personal
   */
  void deadLetter(SpoolRecord record, String reason) {
    reading.lock();
    try {
      if (!released) {
        outbox.setAside(List.of(record), reason);
      }
    } finally {
      reading.unlock();
    }
  }

  /** Starts handing out from the oldest record that is not done. */
  void rewind() {
    reading.lock();
    try {
      outbox.rewind();
    } finally {
      reading.unlock();
    }
  }

  /**
   * Removes what is about a person, appended before this call, from what waits and from the dead letters,
   * and overwrites it on the disk. What was handed out before is in the hands of whoever has it.
   *
   * @return how many records there were
   * @throws UncheckedIOException if the disk does not let it: call it again; what had begun is finished at
   *     the next start at the latest
   */
  int erase(String key, Set<EventKind> kinds) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    reading.lock();
    try {
      if (released) {
        throw new IllegalStateException("the spool is closed; erase before that");
      }
      return eraser.erase(new Eraser.Person(keyBytes, Set.copyOf(kinds), segments.nextSequence()));
    } catch (IOException e) {
      throw new UncheckedIOException("a person's records could not be erased from the spool", e);
    } finally {
      reading.unlock();
    }
  }

  /** Returns the newest dead letters, the newest last. */
  List<DeadLetter> deadLetters(int max) {
    reading.lock();
    try {
      return deadLetters.newest(max);
    } catch (IOException e) {
      log.warn("The dead letters of the spool could not be read: {}", e.toString());
      return List.of();
    } finally {
      reading.unlock();
    }
  }

  /** Returns how it stands; reads a little of a file to tell the oldest record. */
  SpoolStats stats() {
    reading.lock();
    try {
      return new SpoolStats(
          counters.pendingRecords.get(),
          counters.pendingBytes.get(),
          released ? null : outbox.oldest(),
          segments.usedBytes() + deadLetters.bytes(),
          counters.accepted.sum(),
          counters.rejected(),
          counters.expired.get(),
          counters.erased.get(),
          counters.corrupt.get(),
          counters.torn.get(),
          counters.deadLettered());
    } finally {
      reading.unlock();
    }
  }

  /** Returns, after as long as the disk takes, whether everything appended before is on the disk. */
  boolean sync() {
    return commit.sync();
  }

  /** Closes within five seconds. */
  @Override
  public void close() {
    close(CLOSE_BOUND);
  }

  /**
   * Takes no more records, forces what there is, ends the thread and gives the directory free. If the
   * disk needs longer than the bound this returns all the same, and the thread does the rest.
   */
  void close(Duration bound) {
    long deadline = nanoTime.getAsLong() + bound.toNanos();
    boolean closed = segments.close(bound.toNanos());
    closed &= commit.close(deadline - nanoTime.getAsLong());
    if (closed && !commit.isRunning()) {
      closed = releaseWithin(deadline - nanoTime.getAsLong());
    }
    if (!closed) {
      log.warn("The spool could not be closed within {}, because its disk does not answer", bound);
    }
  }

  private boolean releaseWithin(long nanos) {
    if (!Patience.acquire(reading, nanos, nanoTime)) {
      return false;
    }
    try {
      release();
      return true;
    } finally {
      reading.unlock();
    }
  }

  /** What is done last: by the thread, if there is one. */
  private void release() {
    reading.lock();
    try {
      if (released) {
        return;
      }
      segments.close();
      outbox.close();
      segments.forget();
      released = true;
      if (directoryLock != null) {
        release(directoryLock);
      }
    } finally {
      reading.unlock();
    }
  }

  private static void release(DirectoryLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      log.warn("The lock file of the spool could not be closed: {}", e.toString());
    }
  }
}
