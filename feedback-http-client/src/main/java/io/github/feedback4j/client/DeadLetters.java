package io.github.feedback4j.client;

import io.github.feedback4j.client.SpoolFiles.SpoolFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will not be sent any more, in two files of half the bound each: when the newer one is full it
 * takes the place of the older one. Belongs to whoever holds the lock for reading.
 */
final class DeadLetters {

  static final String NEWER = "dead-letters.v1";
  static final String OLDER = "dead-letters-older.v1";

  private static final int WINDOW = 64 << 10;

  private final SpoolFiles files;
  private final long mostBytesEach;
  private final FrameWriter writer = new FrameWriter();
  private @Nullable SpoolFile newer;
  private boolean isNewName;
  private long newerBytes;
  private long olderBytes;

  DeadLetters(SpoolFiles files, long mostBytes) {
    this.files = files;
    this.mostBytesEach = mostBytes / 2;
  }

  /** Finds the ends of what is there; cuts off what a crash has left behind the last one. */
  void recover(List<String> names) throws IOException {
    olderBytes = names.contains(OLDER) ? recover(OLDER) : 0;
    newerBytes = names.contains(NEWER) ? recover(NEWER) : 0;
  }

  private long recover(String name) throws IOException {
    try (SpoolFile file = files.open(name)) {
      long size = file.size();
      FrameReader reader = new FrameReader(file, FrameReader.ANY_ORDER, WINDOW);
      while (reader.next(size)) {
        // Only to find the end.
      }
      if (reader.position() < size) {
        file.truncate(reader.position());
      }
      return reader.position();
    }
  }

  long bytes() {
    return newerBytes + olderBytes;
  }

  /** Adds a record; {@link #force} makes it durable. */
  void add(SpoolRecord record, String reason) throws IOException {
    String key = record.key();
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    int length = writer.deadLetter(record, keyBytes, cut(reason));
    if (newerBytes > 0 && newerBytes + length > mostBytesEach) {
      turnOver();
    }
    SpoolFile file = newer;
    if (file == null) {
      file = files.open(NEWER);
      newer = file;
      isNewName = true;
    }
    file.write(newerBytes, writer.buffer(), length);
    newerBytes += length;
  }

  private static byte[] cut(String reason) {
    byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= Frame.MOST_REASON_BYTES
        ? bytes
        : Arrays.copyOf(bytes, Frame.MOST_REASON_BYTES);
  }

  private void turnOver() throws IOException {
    force();
    close();
    files.replace(NEWER, OLDER);
    olderBytes = newerBytes;
    newerBytes = 0;
  }

  void force() throws IOException {
    if (newer != null) {
      newer.force();
    }
    if (isNewName) {
      files.syncNames();
      isNewName = false;
    }
  }

  /** Returns the newest ones, the newest last. */
  List<DeadLetter> newest(int max) throws IOException {
    ArrayDeque<DeadLetter> kept = new ArrayDeque<>();
    if (olderBytes > 0) {
      read(OLDER, olderBytes, max, kept);
    }
    if (newerBytes > 0) {
      read(NEWER, newerBytes, max, kept);
    }
    return new ArrayList<>(kept);
  }

  private void read(String name, long end, int max, ArrayDeque<DeadLetter> kept)
      throws IOException {
    try (SpoolFile file = files.open(name)) {
      FrameReader reader = new FrameReader(file, FrameReader.ANY_ORDER, WINDOW);
      while (reader.next(end)) {
        if (!reader.isErased()) {
          kept.add(new DeadLetter(reader.record(new Block()), reader.reason()));
          if (kept.size() > max) {
            kept.remove();
          }
        }
      }
    }
  }

  /** Erases the records that match, durably, and returns how many. */
  int erase(Eraser.Person person) throws IOException {
    int count = 0;
    if (olderBytes > 0) {
      count +=
          Eraser.erase(files, OLDER, FrameReader.ANY_ORDER, olderBytes, person).size();
    }
    if (newerBytes > 0) {
      count +=
          Eraser.erase(files, NEWER, FrameReader.ANY_ORDER, newerBytes, person).size();
    }
    return count;
  }

  void close() throws IOException {
    SpoolFile file = newer;
    newer = null;
    if (file != null) {
      file.close();
    }
  }
}
