package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of consecutive records, and which of them are done. Written at the end by whoever holds the
 * lock for appending; everything about what is done belongs to whoever holds the lock for reading.
 */
final class Segment {

  private static final String PREFIX = "segment-";
  private static final String SUFFIX = ".v1";
  private static final String ACKS_SUFFIX = ".acks.v1";

  private final long base;
  private final BitSet done = new BitSet();
  private final AckFile acks = new AckFile();

  // Written by the appender: first the sequence, then the end, so that who reads the end knows
  // both.
  private volatile long nextSequence;
  private volatile long end;
  private volatile boolean sealed;

  /** What the appender writes to; closed when the segment is sealed and forced. */
  @Nullable
  SpoolFile file;

  /** Up to where the segment is known to survive a power cut; belongs to the group commit. */
  long forcedEnd;

  /** A force has failed: what the operating system says of this file is not to be trusted. */
  boolean suspect;

  private int doneCount;
  private long startPosition;
  private long startSequence;

  Segment(long base) {
    this.base = base;
    this.nextSequence = base;
    this.startSequence = base - 1;
  }

  /** Returns the first sequence of the segment that has this name, or 0 if it is no segment's name. */
  static long baseOf(String name, String suffix) {
    if (!name.startsWith(PREFIX) || !name.endsWith(suffix)) {
      return 0;
    }
    String digits = name.substring(PREFIX.length(), name.length() - suffix.length());
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }

  static long baseOf(String name) {
    return baseOf(name, SUFFIX);
  }

  static long baseOfAcks(String name) {
    return baseOf(name, ACKS_SUFFIX);
  }

  private static String name(long base, String suffix) {
    return String.format(Locale.ROOT, "%s%018d%s", PREFIX, base, suffix);
  }

  long base() {
    return base;
  }

  String name() {
    return name(base, SUFFIX);
  }

  String acksName() {
    return name(base, ACKS_SUFFIX);
  }

  AckFile acks() {
    return acks;
  }

  BitSet done() {
    return done;
  }

  // What the appender does.

  void appended(long sequence, long newEnd) {
    nextSequence = sequence + 1;
    end = newEnd;
  }

  void seal() {
    sealed = true;
  }

  boolean isSealed() {
    return sealed;
  }

  long end() {
    return end;
  }

  long nextSequence() {
    return nextSequence;
  }

  boolean hasRoomFor(long sequence, int length, int segmentBytes) {
    return end + length <= segmentBytes && sequence - base < FrameReader.MOST_SPAN;
  }

  // What recovery does.

  void recovered(long newNextSequence, long newEnd) {
    nextSequence = newNextSequence;
    end = newEnd;
  }

  // What readers do.

  boolean contains(long sequence) {
    return sequence >= base && sequence < nextSequence;
  }

  boolean isDone(long sequence) {
    return done.get((int) (sequence - base));
  }

  /** Returns whether it was not done before. */
  boolean markDone(long sequence) {
    int bit = (int) (sequence - base);
    if (done.get(bit)) {
      return false;
    }
    done.set(bit);
    doneCount++;
    return true;
  }

  /** Marks what is missing between two sequences, both exclusive; returns how many were not done. */
  int markMissing(long after, long before) {
    int missing = 0;
    for (long sequence = after + 1; sequence < before; sequence++) {
      if (markDone(sequence)) {
        missing++;
      }
    }
    return missing;
  }

  boolean isWhollyDone() {
    return doneCount == nextSequence - base;
  }

  /** Where the first record that may not be done begins. */
  long startPosition() {
    return startPosition;
  }

  /** The sequence before that record. */
  long startSequence() {
    return startSequence;
  }

  /** Moves the start over a frame that is done, if it is the one at the start. */
  void passStart(long frameStart, long frameEnd, long sequence) {
    if (frameStart == startPosition) {
      startPosition = frameEnd;
      startSequence = sequence;
    }
  }
}
