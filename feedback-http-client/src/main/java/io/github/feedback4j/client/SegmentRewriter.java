package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Writes a segment anew, beside the old file and then in its place, when the old one could not be forced. */
final class SegmentRewriter {

  /** What may be left of this after a crash has no meaning. */
  static final String TEMPORARY = "rewriting.v1";

  private static final int CHUNK = 64 << 10;

  private final SpoolFiles files;
  private final SegmentLog log;
  private final Outbox outbox;
  private final ReentrantLock reading;

  SegmentRewriter(SpoolFiles files, SegmentLog log, Outbox outbox, ReentrantLock reading) {
    this.files = files;
    this.log = log;
    this.outbox = outbox;
    this.reading = reading;
  }

  /** Forces a segment that nobody has open for writing. */
  void forceClosed(Segment segment) throws IOException {
    reading.lock();
    try {
      if (log.segments().contains(segment)) {
        try (SpoolFile file = files.open(segment.name())) {
          file.force();
        }
      }
    } finally {
      reading.unlock();
    }
  }

  /** Returns up to where the segment is on the disk now. Nobody forces it meanwhile. */
  long rewrite(Segment segment) throws IOException {
    reading.lock();
    log.lock.lock();
    try {
      if (log.segments().contains(segment)) {
        copy(segment);
        outbox.reopen(segment);
        SpoolFile old = segment.file;
        segment.file = null;
        if (old != null) {
          old.close();
        }
        files.replace(TEMPORARY, segment.name());
        files.syncNames();
      }
      return segment.end();
    } finally {
      log.lock.unlock();
      reading.unlock();
    }
  }

  private void copy(Segment segment) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (SpoolFile from = files.open(segment.name());
        SpoolFile to = files.open(TEMPORARY)) {
      to.truncate(0);
      for (long at = 0; at < segment.end(); at += CHUNK) {
        int count = (int) Math.min(CHUNK, segment.end() - at);
        from.read(at, chunk, count);
        to.write(at, chunk, count);
      }
      to.force();
    }
  }
}
