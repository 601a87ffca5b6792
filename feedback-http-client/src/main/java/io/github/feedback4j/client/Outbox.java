package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the log: hands records out in order, remembers which are done, and removes segments
 * that wholly are. It holds no record, only a place in a file and a bit for each.
 *
 * <p>Belongs to whoever holds the lock for reading.
 */
final class Outbox {

  static final String EXPIRED = "expired";

  private static final int WINDOW = 64 << 10;
  private static final int SMALL_WINDOW = 4 << 10;
  private static final int EXPIRED_AT_ONCE = 500;

  private final SpoolFiles files;
  private final SegmentLog log;
  private final DeadLetters deadLetters;
  private final SteadyClock clock;
  private final SpoolOptions options;
  private final SpoolCounters counters;
  private final DiskTrouble trouble;

  private long firstOfThisRun;
  private long cursorBase;
  private long skipped;
  private @Nullable Reading reading;
  private @Nullable Place resume;
  private @Nullable Segment ackedSegment;
  private @Nullable SpoolFile ackFile;
  private long oldestSequence;
  private long oldestMillis;

  Outbox(
      SpoolFiles files,
      SegmentLog log,
      DeadLetters deadLetters,
      SteadyClock clock,
      LongSupplier nanoTime,
      SpoolOptions options,
      SpoolCounters counters) {
    this.files = files;
    this.log = log;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.options = options;
    this.counters = counters;
    this.trouble = new DiskTrouble("read from its disk or note what is done", nanoTime);
  }

  /** A segment that is being handed out. */
  private record Reading(Segment segment, SpoolFile file, FrameReader frames) {}

  /** A place in a segment, to come back to. */
  private record Place(long base, long position, long sequence) {}

  /** Records from this sequence on were appended by this process and have the times of its clock. */
  void start(long firstSequence) {
    firstOfThisRun = firstSequence;
  }

  List<SpoolRecord> read(Block block, int maxRecords, long maxBytes) {
    List<SpoolRecord> batch = new ArrayList<>();
    List<SpoolRecord> expired = new ArrayList<>();
    do {
      // Nobody has an event of it: of a spool that is all too old, only one round is on the heap.
      block.clear();
      expired.clear();
      fill(block, batch, expired, maxRecords, maxBytes);
      expire(expired);
    } while (batch.isEmpty() && !expired.isEmpty());
    if (batch.isEmpty()) {
      resumeSkipped();
    }
    return batch;
  }

  private void fill(
      Block block,
      List<SpoolRecord> batch,
      List<SpoolRecord> expired,
      int maxRecords,
      long maxBytes) {
    long bytes = 0;
    while (batch.size() < maxRecords && expired.size() < EXPIRED_AT_ONCE) {
      try {
        FrameReader frame = next();
        if (frame == null) {
          return;
        }
        if (isExpired(frame)) {
          expired.add(frame.record(block));
        } else if (batch.isEmpty() || bytes + frame.bodyBytes() <= maxBytes) {
          bytes += frame.bodyBytes();
          batch.add(frame.record(block));
        } else {
          frame.back();
          return;
        }
      } catch (IOException e) {
        trouble.begins(e);
        if (!skip()) {
          return;
        }
      }
    }
  }

  /** Goes on to the next record that is not done, or returns null. */
  private @Nullable FrameReader next() throws IOException {
    for (Reading at = reading(); at != null; at = reading()) {
      Segment segment = at.segment;
      FrameReader frame = at.frames;
      boolean sealed = segment.isSealed();
      long after = frame.lastSequence();
      if (frame.next(segment.end())) {
        if (frame.gapBytes() > 0) {
          missing(segment, after, frame.sequence(), frame.gapBytes());
        }
        if (!segment.isDone(frame.sequence())) {
          return frame;
        }
        segment.passStart(frame.frameStart(), frame.position(), frame.sequence());
      } else if (sealed) {
        if (frame.gapBytes() > 0) {
          missing(segment, after, segment.nextSequence(), frame.gapBytes());
        }
        leave(segment);
      } else {
        return null;
      }
    }
    return null;
  }

  private @Nullable Reading reading() throws IOException {
    if (reading == null) {
      for (Segment each : log.segments()) {
        if (each.base() >= cursorBase) {
          cursorBase = each.base();
          SpoolFile file = files.open(each.name());
          FrameReader frames = new FrameReader(file, each.base(), WINDOW);
          Place place = resume;
          if (place != null && place.base == each.base()) {
            frames.seek(place.position, place.sequence);
          } else {
            frames.seek(each.startPosition(), each.startSequence());
          }
          resume = null;
          reading = new Reading(each, file, frames);
          break;
        }
      }
    }
    return reading;
  }

  private void leave(Segment segment) {
    stopReading();
    cursorBase = segment.base() + 1;
    if (segment.isWhollyDone()) {
      settle(segment);
    }
  }

  /** Passes over a segment that cannot be read for now, if there is one to go on with. */
  private boolean skip() {
    long next = 0;
    for (Segment each : log.segments()) {
      if (each.base() > cursorBase) {
        next = each.base();
        break;
      }
    }
    if (next == 0) {
      return false;
    }
    if (skipped == 0) {
      skipped = cursorBase;
    }
    stopReading();
    cursorBase = next;
    return true;
  }

  /** Comes back to what could not be read. What was handed out since may be handed out again. */
  private void resumeSkipped() {
    if (skipped > 0) {
      stopReading();
      cursorBase = skipped;
      skipped = 0;
    }
  }

  private void missing(Segment segment, long after, long before, long bytes) {
    int lost = segment.markMissing(after, before);
    if (lost > 0) {
      counters.corrupt.incrementAndGet();
      // How long their keys were is lost with them.
      counters.pending(-lost, -Math.max(0, bytes - (long) lost * Frame.HEADER));
    }
  }

  private boolean isExpired(FrameReader frame) {
    boolean ofThisRun = frame.sequence() >= firstOfThisRun;
    return clock.ageOf(frame.millis(), ofThisRun) > options.maxAge().toMillis();
  }

  private void expire(List<SpoolRecord> records) {
    if (!records.isEmpty() && setAside(records, EXPIRED)) {
      counters.expired.addAndGet(records.size());
    }
  }

  /** Moves records to the dead letters; returns false if the disk does not let it. */
  boolean setAside(List<SpoolRecord> records, String reason) {
    List<SpoolRecord> waiting = records.stream().filter(this::isWaiting).toList();
    try {
      for (SpoolRecord each : waiting) {
        deadLetters.add(each, reason);
      }
      deadLetters.force();
    } catch (IOException e) {
      trouble.begins(e);
      return false;
    }
    waiting.forEach(each -> counters.deadLettered(reason));
    acknowledge(waiting);
    return true;
  }

  private boolean isWaiting(SpoolRecord record) {
    Segment segment = log.find(record.sequence());
    return segment != null && !segment.isDone(record.sequence());
  }

  void acknowledge(List<SpoolRecord> records) {
    Segment segment = null;
    long done = 0;
    long bytes = 0;
    for (SpoolRecord each : records) {
      if (segment == null || !segment.contains(each.sequence())) {
        if (segment != null) {
          settle(segment);
        }
        segment = log.find(each.sequence());
      }
      if (segment != null && segment.markDone(each.sequence())) {
        done++;
        bytes += each.length();
      }
    }
    // Once, since everybody who appends counts in the same place.
    counters.pending(-done, -bytes);
    if (segment != null) {
      settle(segment);
    }
  }

  /** Takes note of what was overwritten; returns how many of it had been waiting. */
  int erased(Segment segment, List<Eraser.Erased> erased) {
    int waiting = 0;
    for (Eraser.Erased each : erased) {
      if (segment.markDone(each.sequence())) {
        counters.pending(-1, -each.bytes());
        waiting++;
      }
    }
    if (!erased.isEmpty()) {
      if (reading != null && reading.segment == segment) {
        // What it has in its window is not what is there any more.
        reading.frames.seek(reading.frames.position(), reading.frames.lastSequence());
      }
      settle(segment);
    }
    return waiting;
  }

  /** Removes a segment that is wholly done, or notes what of it is. */
  private void settle(Segment segment) {
    try {
      if (log.isOver(segment, false)) {
        remove(segment);
      } else if (!options.isMemory()) {
        writeAcks(segment);
      }
      trouble.ends();
    } catch (IOException e) {
      // At worst it is sent again after a restart, and known there by its id.
      trouble.begins(e);
    }
  }

  private void remove(Segment segment) throws IOException {
    reopen(segment);
    log.release(segment);
    if (ackedSegment == segment) {
      closeAcks();
    }
    files.delete(segment.name());
    log.removed(segment);
    files.delete(segment.acksName());
  }

  private void writeAcks(Segment segment) throws IOException {
    SpoolFile file = ackFile;
    if (ackedSegment != segment || file == null) {
      closeAcks();
      file = files.open(segment.acksName());
      ackFile = file;
      ackedSegment = segment;
    }
    segment.acks().write(file, segment.done());
  }

  private void closeAcks() throws IOException {
    SpoolFile file = ackFile;
    ackFile = null;
    ackedSegment = null;
    if (file != null) {
      file.close();
    }
  }

  void rewind() {
    stopReading();
    resume = null;
    cursorBase = 0;
    skipped = 0;
  }

  /** Lets go of a segment's file, which is about to be replaced or removed, but not of the place in it. */
  void reopen(Segment segment) {
    Reading at = reading;
    if (at != null && at.segment == segment) {
      resume = new Place(segment.base(), at.frames.position(), at.frames.lastSequence());
      stopReading();
    }
  }

  private void stopReading() {
    Reading at = reading;
    reading = null;
    if (at != null) {
      try {
        at.file.close();
      } catch (IOException e) {
        trouble.begins(e);
      }
    }
  }

  /** Returns when the oldest record that waits was appended, or null. */
  @Nullable
  Instant oldest() {
    for (Segment each : log.segments()) {
      if (each.isWhollyDone()) {
        continue;
      }
      if (each.contains(oldestSequence) && !each.isDone(oldestSequence)) {
        return SteadyClock.instant(oldestMillis);
      }
      try (SpoolFile file = files.open(each.name())) {
        FrameReader frame = new FrameReader(file, each.base(), SMALL_WINDOW);
        frame.seek(each.startPosition(), each.startSequence());
        while (frame.next(each.end())) {
          if (!each.isDone(frame.sequence())) {
            oldestSequence = frame.sequence();
            oldestMillis = frame.millis();
            return SteadyClock.instant(oldestMillis);
          }
          each.passStart(frame.frameStart(), frame.position(), frame.sequence());
        }
      } catch (IOException e) {
        trouble.begins(e);
      }
    }
    return null;
  }

  /** Removes what is wholly done, and closes every file. */
  void close() {
    stopReading();
    for (Segment each : log.segments()) {
      if (log.isOver(each, true)) {
        settle(each);
      }
    }
    try {
      closeAcks();
      deadLetters.close();
    } catch (IOException e) {
      trouble.begins(e);
    }
  }
}
