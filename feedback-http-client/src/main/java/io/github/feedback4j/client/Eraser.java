package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites a person's records where they lie, with frames of the same length that say nothing. What is
 * to be done is written down first, so that a crash in the middle is made good at the next start. What
 * cannot be read any more might be theirs, and is overwritten too.
 *
 * <p>Belongs to whoever holds the lock for reading.
 */
final class Eraser {

  static final String INTENT = "erasing.v1";

  private static final int WINDOW = 64 << 10;

  private final SpoolFiles files;
  private final SegmentLog log;
  private final Outbox outbox;
  private final DeadLetters deadLetters;
  private final SpoolCounters counters;
  private @Nullable Person unfinished;

  Eraser(
      SpoolFiles files,
      SegmentLog log,
      Outbox outbox,
      DeadLetters deadLetters,
      SpoolCounters counters) {
    this.files = files;
    this.log = log;
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.counters = counters;
  }

  /** Whose records are to go: those of these kinds before a sequence. Shows no key in any text. */
  static final class Person {

    private final byte[] key;
    private final Set<EventKind> kinds;
    private final long before;

    Person(byte[] key, Set<EventKind> kinds, long before) {
      this.key = key;
      this.kinds = kinds;
      this.before = before;
    }

    boolean owns(FrameReader frame) throws IOException {
      EventKind kind = frame.kind();
      return kind != null && frame.sequence() < before && kinds.contains(kind) && frame.hasKey(key);
    }
  }

  /** A record that was erased. */
  record Erased(long sequence, int bytes) {}

  /** Erases durably, and returns how many records were waiting or set aside. */
  int erase(Person person) throws IOException {
    finish();
    unfinished = person;
    writeDown(person);
    return carryOut(person);
  }

  /** Finishes what a crash or a broken disk has interrupted. */
  void recover(List<String> names) throws IOException {
    if (names.contains(INTENT)) {
      unfinished = read();
      finish();
    }
  }

  private void finish() throws IOException {
    if (unfinished != null) {
      carryOut(unfinished);
    }
  }

  private int carryOut(Person person) throws IOException {
    int count = deadLetters.erase(person);
    for (Segment each : log.segments()) {
      List<Erased> erased = erase(files, each.name(), each.base(), each.end(), person);
      count += outbox.erased(each, erased);
    }
    files.delete(INTENT);
    files.syncNames();
    unfinished = null;
    counters.erased.addAndGet(count);
    return count;
  }

  private void writeDown(Person person) throws IOException {
    byte kinds = 0;
    for (EventKind each : person.kinds) {
      kinds |= (byte) (1 << each.code());
    }
    FrameWriter writer = new FrameWriter();
    byte[] body = {kinds};
    int length =
        writer.record(person.before, new UUID(0, 0), EventKind.ERASURE, person.key, 0, body);
    try (SpoolFile file = files.open(INTENT)) {
      file.truncate(0);
      file.write(0, writer.buffer(), length);
      file.force();
    }
    files.syncNames();
  }

  /** Returns null if it was not written to its end: then nothing was erased yet. */
  private @Nullable Person read() throws IOException {
    try (SpoolFile file = files.open(INTENT)) {
      FrameReader reader = new FrameReader(file, FrameReader.ANY_ORDER, 4 << 10);
      if (!reader.next(file.size())) {
        files.delete(INTENT);
        return null;
      }
      SpoolRecord intent = reader.record(new Block());
      Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
      for (EventKind each : EventKind.values()) {
        if ((intent.block()[intent.from()] & (1 << each.code())) != 0) {
          kinds.add(each);
        }
      }
      return new Person(reader.keyBytes(), kinds, intent.sequence());
    }
  }

  static List<Erased> erase(SpoolFiles files, String name, long base, long end, Person person)
      throws IOException {
    List<Erased> erased = new ArrayList<>();
    boolean changed = false;
    FrameWriter writer = new FrameWriter();
    try (SpoolFile file = files.open(name)) {
      FrameReader reader = new FrameReader(file, base, WINDOW);
      for (boolean more = true; more; ) {
        long from = reader.position();
        more = reader.next(end);
        if (reader.gapBytes() > 0) {
          zero(file, from, reader.gapBytes());
          changed = true;
        }
        if (more && person.owns(reader)) {
          writer.erased(reader.sequence(), reader.length());
          file.write(reader.frameStart(), writer.buffer(), reader.length());
          erased.add(new Erased(reader.sequence(), reader.bodyBytes()));
          changed = true;
        }
      }
      if (changed) {
        file.force();
      }
    }
    return erased;
  }

  private static void zero(SpoolFile file, long from, long count) throws IOException {
    byte[] zeros = new byte[(int) Math.min(count, WINDOW)];
    for (long done = 0; done < count; done += zeros.length) {
      file.write(from + done, zeros, (int) Math.min(zeros.length, count - done));
    }
  }
}
