package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.Appended.Reason;
import io.github.feedback4j.client.Appended.Rejected;
import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log, where records are appended. A record is with the operating system before its lock
 * is given back, so the death of the process takes nothing; forcing to the disk happens elsewhere and
 * without this lock.
 */
final class SegmentLog {

  private static final Appended ACCEPTED = new Accepted();

  /** Held for the time of one write; taken after the lock for reading where both are needed. */
  final ReentrantLock lock = new ReentrantLock();

  private final SpoolFiles files;
  private final SpoolOptions options;
  private final SpoolBounds bounds;
  private final SteadyClock clock;
  private final LongSupplier nanoTime;
  private final SpoolCounters counters;
  private final DiskTrouble trouble;
  private final FrameWriter writer = new FrameWriter();
  private final List<Segment> segments = new CopyOnWriteArrayList<>();
  private final AtomicLong usedBytes = new AtomicLong();

  private @Nullable GroupCommit commit;
  private @Nullable Segment active;
  private long nextSequence;
  private int failures;
  private boolean closed;

  /** Whether there are names that {@link SpoolFiles#syncNames} has not seen. */
  private boolean hasNewNames;

  SegmentLog(
      SpoolFiles files,
      SpoolOptions options,
      SteadyClock clock,
      LongSupplier nanoTime,
      SpoolCounters counters) {
    this.files = files;
    this.options = options;
    this.bounds = new SpoolBounds(options);
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.counters = counters;
    this.trouble = new DiskTrouble("write to its disk", nanoTime);
  }

  /** Takes over what was found on the disk; goes on in the last segment. */
  void start(List<Segment> found, long firstSequence, GroupCommit groupCommit) {
    commit = groupCommit;
    nextSequence = firstSequence;
    segments.addAll(found);
    found.forEach(each -> usedBytes.addAndGet(each.end()));
    found.stream().limit(Math.max(0, found.size() - 1)).forEach(Segment::seal);
    active = found.isEmpty() ? null : found.get(found.size() - 1);
    // Acknowledgements that recovery removed and that came back would be taken for those of a new
    // segment.
    namesAreNew();
  }

  void namesAreNew() {
    lock.lock();
    try {
      hasNewNames = true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether there are names to be forced, and believes that they will be. */
  boolean takeNewNames() {
    lock.lock();
    try {
      boolean taken = hasNewNames;
      hasNewNames = false;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  List<Segment> segments() {
    return segments;
  }

  long usedBytes() {
    return usedBytes.get();
  }

  /** Returns the segment that has this sequence, or null if it is gone. */
  @Nullable
  Segment find(long sequence) {
    for (Segment each : segments) {
      if (each.contains(sequence)) {
        return each;
      }
    }
    return null;
  }

  Appended append(UUID id, EventKind kind, @Nullable String key, byte[] bytes) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    int length = FrameWriter.length(keyBytes, bytes.length);
    if (length > options.maxRecordBytes()
        || (keyBytes != null && keyBytes.length > Frame.MOST_KEY_BYTES)) {
      return reject(Reason.TOO_LARGE);
    }
    long now = nanoTime.getAsLong();
    long timeout = options.appendTimeout().toNanos();
    if (!Patience.acquire(lock, timeout, nanoTime)) {
      return reject(Reason.TIMEOUT);
    }
    long sequence;
    try {
      Reason refusal = refusal(kind, length);
      if (refusal != null) {
        return reject(refusal);
      }
      sequence = nextSequence;
      write(id, kind, keyBytes, clock.millisAt(now), bytes, length);
    } catch (IOException e) {
      failures++;
      trouble.begins(e);
      return reject(Reason.DISK);
    } finally {
      lock.unlock();
    }
    Reason refusal = commit().written(sequence, now + timeout);
    if (refusal != null) {
      return reject(refusal);
    }
    counters.accepted.increment();
    return ACCEPTED;
  }

  private Appended reject(Reason reason) {
    counters.rejected(reason);
    return new Rejected(reason);
  }

  private @Nullable Reason refusal(EventKind kind, int length) {
    if (closed) {
      return Reason.CLOSED;
    }
    if (usedBytes.get() + length > bounds.bytesFor(kind)) {
      return Reason.FULL;
    }
    return commit().isFailing() ? Reason.DISK : null;
  }

  private void write(
      UUID id, EventKind kind, byte @Nullable [] key, long millis, byte[] bytes, int length)
      throws IOException {
    Segment segment = active;
    // A file that fails twice may be broken where the directory is not.
    boolean goOn = segment != null && (failures < 2 || segment.end() == 0);
    if (segment == null
        || !goOn
        || !segment.hasRoomFor(nextSequence, length, options.maxRecordBytes())) {
      segment = startSegment();
    }
    SpoolFile file = segment.file;
    if (file == null) {
      file = files.open(segment.name());
      segment.file = file;
    }
    writer.record(nextSequence, id, kind, key, millis, bytes);
    try {
      file.write(segment.end(), writer.buffer(), length);
    } catch (IOException e) {
      // The next record is written over it anyway; this only gives the space back.
      cutOff(file, segment.end(), e);
      throw e;
    }
    counters.pending(1, bytes.length);
    usedBytes.addAndGet(length);
    segment.appended(nextSequence++, segment.end() + length);
    if (failures > 0) {
      failures = 0;
      trouble.ends();
    }
  }

  private static void cutOff(SpoolFile file, long end, IOException cause) {
    try {
      file.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private Segment startSegment() throws IOException {
    Segment next = new Segment(nextSequence);
    next.file = files.open(next.name());
    hasNewNames = true;
    seal();
    segments.add(next);
    active = next;
    return next;
  }

  private void seal() {
    Segment last = active;
    active = null;
    if (last != null) {
      last.seal();
      if (!commit().isRunning()) {
        retireFile(last);
      }
    }
  }

  /** Gives a segment's file to be closed when nobody forces it any more; the lock is held. */
  void retireFile(Segment segment) {
    SpoolFile file = segment.file;
    segment.file = null;
    if (file != null) {
      commit().retire(file);
    }
  }

  /**
   * Returns whether all of a segment is done and nothing more will come to it. Ends the one that is being
   * written for that, if it is worth a new file.
   */
  boolean isOver(Segment segment, boolean whateverItsSize) {
    if (!segment.isWhollyDone()) {
      return false;
    }
    lock.lock();
    try {
      // Once more, because somebody may have appended to it, and even ended it, in between.
      if (!segment.isWhollyDone()) {
        return false;
      }
      if (!segment.isSealed()
          && (whateverItsSize || segment.end() >= options.maxRecordBytes() / 8)) {
        seal();
      }
      return segment.isSealed();
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of the file of a segment that is about to be removed. */
  void release(Segment segment) {
    lock.lock();
    try {
      retireFile(segment);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a segment whose file is gone. */
  void removed(Segment segment) {
    if (segments.remove(segment)) {
      usedBytes.addAndGet(-segment.end());
    }
  }

  /** Returns the first sequence that no record has yet. */
  long nextSequence() {
    lock.lock();
    try {
      return nextSequence;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether it is closed now: not if somebody holds the lock for so long. */
  boolean close(long nanos) {
    if (!Patience.acquire(lock, nanos, nanoTime)) {
      return false;
    }
    try {
      closed = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more records, from when a write that is under way has ended. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of all segments, whose files may belong to somebody else from now on. */
  void forget() {
    segments.forEach(this::release);
    segments.clear();
  }

  private GroupCommit commit() {
    GroupCommit started = commit;
    if (started == null) {
      throw new IllegalStateException("the log must be started before it is used");
    }
    return started;
  }
}
