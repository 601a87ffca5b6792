package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds out what a directory holds after whatever has happened to it: cuts torn ends off, marks what is
 * missing as done, and removes what has no meaning any more.
 */
final class Recovery {

  private static final int WINDOW = 64 << 10;

  private final SpoolFiles files;
  private final SpoolCounters counters;
  private final List<Segment> segments = new ArrayList<>();
  private long nextSequence = 1;

  Recovery(SpoolFiles files, SpoolCounters counters) {
    this.files = files;
    this.counters = counters;
  }

  /** Reads everything once, so this takes as long as the disk needs for it. */
  void run(List<String> names) throws IOException {
    for (String each : names.stream().sorted().toList()) {
      long base = Segment.baseOf(each);
      if (base > 0) {
        recover(new Segment(base), names);
      } else if (each.equals(SegmentRewriter.TEMPORARY) || isOrphan(each, names)) {
        files.delete(each);
      } else if (each.startsWith("segment-") && Segment.baseOfAcks(each) == 0) {
        throw new IOException(each + " was written by another version of feedback4j");
      }
    }
  }

  /** The segments that have something to send, in order. */
  List<Segment> segments() {
    return segments;
  }

  /** A sequence that no record has, nor any record that is known to be done. */
  long nextSequence() {
    return nextSequence;
  }

  private static boolean isOrphan(String name, List<String> names) {
    long base = Segment.baseOfAcks(name);
    return base > 0 && !names.contains(new Segment(base).name());
  }

  private void recover(Segment segment, List<String> names) throws IOException {
    BitSet acked = new BitSet();
    if (names.contains(segment.acksName())) {
      try (SpoolFile file = files.open(segment.acksName())) {
        acked = segment.acks().read(file);
      }
    }
    try (SpoolFile file = files.open(segment.name())) {
      recover(segment, file, acked);
    }
    nextSequence = Math.max(nextSequence, segment.nextSequence());
    if (segment.isWhollyDone()) {
      files.delete(segment.name());
      files.delete(segment.acksName());
    } else {
      segments.add(segment);
    }
  }

  private void recover(Segment segment, SpoolFile file, BitSet acked) throws IOException {
    long size = file.size();
    FrameReader frame = new FrameReader(file, segment.base(), WINDOW);
    long last = segment.base() - 1;
    while (frame.next(size)) {
      if (frame.gapBytes() > 0) {
        counters.corrupt.incrementAndGet();
      }
      segment.markMissing(last, frame.sequence());
      last = frame.sequence();
      if (frame.isErased() || acked.get((int) (last - segment.base()))) {
        segment.markDone(last);
      } else {
        counters.pending(1, frame.bodyBytes());
      }
    }
    if (frame.gapBytes() > 0) {
      (frame.looksComplete() ? counters.corrupt : counters.torn).incrementAndGet();
      file.truncate(frame.position());
    }
    // What was acknowledged and is not here was lost in a power cut; its sequence is not used
    // again,
    // because the next record would be taken for done.
    long next = Math.max(last + 1, segment.base() + acked.length());
    segment.markMissing(last, next);
    segment.recovered(next, frame.position());
  }
}
