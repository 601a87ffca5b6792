package io.github.feedback4j.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files that break as real ones do: the disk gets full within a write, forcing fails and lies afterwards,
 * the process dies at any byte, and a power cut takes any part of what was not forced.
 */
final class BreakableFiles implements SpoolFiles {

  /** The process died. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died() {
      super("killed", null, false, false);
    }
  }

  private static final int SECTOR = 512;

  private final Map<String, Disk> names = new LinkedHashMap<>();

  /** The names as they were forced, and after each change since. */
  private final List<Map<String, Disk>> pastNames = new ArrayList<>(List.of(Map.of()));

  /** How many bytes can be written before the process dies. */
  long bytesToLive = Long.MAX_VALUE;

  /** How many bytes can be written before the disk is full. */
  long freeBytes = Long.MAX_VALUE;

  boolean forcingFails;
  boolean namesFail;
  boolean readingFails;
  boolean deletingFails;

  private int forces;
  private int open;
  private int mostOpen;

  /** Called within a force, when it is set. */
  volatile Runnable whileForcing = () -> {};

  /** What a disk has of a file, and what is on the way to it. */
  private static final class Disk {
    private byte[] content = {};
    private byte[] forced = {};
    private final List<Change> unforced = new ArrayList<>();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Change(long position, byte[] bytes, boolean isTruncation) {}

  @Override
  public synchronized List<String> names() {
    alive(0);
    return List.copyOf(names.keySet());
  }

  @Override
  public synchronized SpoolFile open(String name) throws IOException {
    alive(1);
    if (!names.containsKey(name) && freeBytes < 0) {
      throw noSpace();
    }
    Disk file = names.get(name);
    if (file == null) {
      file = new Disk();
      names.put(name, file);
      remember();
    }
    mostOpen = Math.max(mostOpen, ++open);
    return new Handle(file);
  }

  @Override
  public synchronized void replace(String from, String to) throws IOException {
    alive(1);
    Disk file = names.remove(from);
    if (file == null) {
      throw new FileNotFoundException(from);
    }
    names.put(to, file);
    remember();
  }

  @Override
  public synchronized void delete(String name) throws IOException {
    alive(1);
    if (deletingFails) {
      throw new IOException("Device or resource busy");
    }
    if (names.remove(name) != null) {
      remember();
    }
  }

  private void remember() {
    pastNames.add(Map.copyOf(names));
  }

  @Override
  public synchronized void syncNames() throws IOException {
    alive(1);
    if (namesFail) {
      throw new IOException("Input/output error");
    }
    pastNames.clear();
    remember();
  }

  /** Returns what a process that starts after a kill finds. */
  synchronized BreakableFiles afterKill() {
    BreakableFiles left = new BreakableFiles();
    Map<Disk, Disk> copies = new HashMap<>();
    left.pastNames.clear();
    for (Map<String, Disk> each : pastNames) {
      Map<String, Disk> copied = new HashMap<>();
      each.forEach(
          (name, file) -> copied.put(name, copies.computeIfAbsent(file, BreakableFiles::copy)));
      left.pastNames.add(copied);
    }
    names.forEach(
        (name, file) -> left.names.put(name, copies.computeIfAbsent(file, BreakableFiles::copy)));
    return left;
  }

  /**
   * Returns what a power cut may leave: the names as they were at some time since they were forced, and
   * of each file what was forced, and any part of what was not.
   */
  synchronized BreakableFiles afterPowerCut(Random random) {
    BreakableFiles left = new BreakableFiles();
    Map<String, Disk> kept = pastNames.get(random.nextInt(pastNames.size()));
    kept.forEach((name, file) -> left.change(name, whatIsLeft(file, random)));
    return left;
  }

  private static Disk copy(Disk file) {
    Disk copy = new Disk();
    copy.content = file.content.clone();
    copy.forced = file.forced.clone();
    copy.unforced.addAll(file.unforced);
    return copy;
  }

  private static byte[] whatIsLeft(Disk file, Random random) {
    byte[] left = file.forced.clone();
    for (Change each : file.unforced) {
      if (each.isTruncation) {
        left = random.nextBoolean()
            ? Arrays.copyOf(left, Math.min(left.length, (int) each.position))
            : left;
        continue;
      }
      for (int from = 0; from < each.bytes.length; from += SECTOR) {
        int count = Math.min(SECTOR, each.bytes.length - from);
        if (random.nextInt(4) > 0) {
          left = written(left, each.position + from, each.bytes, from, count);
        }
      }
    }
    return left;
  }

  private static byte[] written(byte[] into, long position, byte[] from, int offset, int count) {
    int end = (int) position + count;
    byte[] result = end > into.length ? Arrays.copyOf(into, end) : into;
    System.arraycopy(from, offset, result, (int) position, count);
    return result;
  }

  synchronized byte[] content(String name) {
    return names.get(name).content;
  }

  /** Changes what is in a file that may be open. */
  synchronized void overwrite(String name, byte[] content) {
    names.get(name).content = content.clone();
  }

  /** Puts another file in the place of one, or adds one. */
  synchronized void change(String name, byte[] content) {
    Disk file = new Disk();
    file.content = content.clone();
    file.forced = content.clone();
    names.put(name, file);
    pastNames.clear();
    remember();
  }

  /** Returns the name of the segment at this place in the order of their names. */
  synchronized String segment(int index) {
    return names.keySet().stream()
        .filter(each -> Segment.baseOf(each) > 0)
        .sorted()
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  /** Returns how often something was forced. */
  synchronized int forces() {
    return forces;
  }

  /** Returns how many files are open. */
  synchronized int open() {
    return open;
  }

  /** Returns how many files were open at most. */
  synchronized int mostOpen() {
    return mostOpen;
  }

  synchronized boolean contains(String text) {
    return names.values().stream()
        .anyMatch(file -> new String(file.content, StandardCharsets.ISO_8859_1).contains(text));
  }

  synchronized long bytes() {
    return names.values().stream().mapToLong(file -> file.content.length).sum();
  }

  private void alive(long bytes) {
    bytesToLive -= bytes;
    if (bytesToLive < 0) {
      throw new Died();
    }
  }

  private static IOException noSpace() {
    return new IOException("No space left on device");
  }

  private final class Handle implements SpoolFile {

    private final Disk disk;
    private boolean closed;

    Handle(Disk disk) {
      this.disk = disk;
    }

    @Override
    public long size() {
      synchronized (BreakableFiles.this) {
        return disk.content.length;
      }
    }

    @Override
    public void read(long position, byte[] into, int length) throws IOException {
      synchronized (BreakableFiles.this) {
        alive(0);
        if (readingFails) {
          throw new IOException("Input/output error");
        }
        int there = (int) Math.max(0, Math.min(length, disk.content.length - position));
        if (there > 0) {
          System.arraycopy(disk.content, (int) position, into, 0, there);
        }
        Arrays.fill(into, there, length, (byte) 0);
      }
    }

    @Override
    public void write(long position, byte[] from, int length) throws IOException {
      synchronized (BreakableFiles.this) {
        assertOpen();
        int count = (int) Math.max(0, Math.min(length, Math.min(freeBytes, bytesToLive)));
        byte[] bytes = Arrays.copyOf(from, count);
        disk.content = written(disk.content, position, bytes, 0, count);
        disk.unforced.add(new Change(position, bytes, false));
        freeBytes -= length;
        alive(length);
        if (count < length) {
          throw noSpace();
        }
      }
    }

    @Override
    public void truncate(long size) {
      synchronized (BreakableFiles.this) {
        alive(1);
        if (size < disk.content.length) {
          disk.content = Arrays.copyOf(disk.content, (int) size);
          disk.unforced.add(new Change(size, new byte[0], true));
        }
      }
    }

    @Override
    public void force() throws IOException {
      whileForcing.run();
      synchronized (BreakableFiles.this) {
        alive(1);
        assertOpen();
        forces++;
        if (forcingFails) {
          // As Linux does: what could not be written counts as clean, and is lost.
          disk.unforced.clear();
          throw new IOException("Input/output error");
        }
        if (!disk.unforced.isEmpty()) {
          disk.forced = after(disk);
          disk.unforced.clear();
        }
      }
    }

    private void assertOpen() {
      if (closed) {
        throw new IllegalStateException("the file is closed");
      }
    }

    private byte[] after(Disk file) {
      byte[] result = file.forced;
      for (Change each : file.unforced) {
        result = each.isTruncation
            ? Arrays.copyOf(result, Math.min(result.length, (int) each.position))
            : written(result, each.position, each.bytes, 0, each.bytes.length);
      }
      return result;
    }

    @Override
    public void close() {
      synchronized (BreakableFiles.this) {
        open -= closed ? 0 : 1;
        closed = true;
      }
    }
  }
}
