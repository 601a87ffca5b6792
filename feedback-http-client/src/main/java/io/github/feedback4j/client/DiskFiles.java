package io.github.feedback4j.client;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of one directory of a disk. */
final class DiskFiles implements SpoolFiles {

  private final Path directory;
  private final boolean canForceDirectory;

  DiskFiles(Path directory) {
    this.directory = directory;
    this.canForceDirectory = canForce(directory);
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  @Override
  public SpoolFile open(String name) throws IOException {
    return new DiskFile(new RandomAccessFile(directory.resolve(name).toFile(), "rw"));
  }

  @Override
  public void replace(String from, String to) throws IOException {
    Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }

  @Override
  public void syncNames() throws IOException {
    if (canForceDirectory) {
      forceDirectory(directory);
    }
  }

  /** Windows opens no directory, and keeps names by itself. */
  private static boolean canForce(Path directory) {
    try {
      forceDirectory(directory);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void forceDirectory(Path directory) throws IOException {
    // There is no other way to open a directory, so an interrupt has to wait.
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Not a FileChannel: one that a thread uses while it is interrupted closes itself. */
  private static final class DiskFile implements SpoolFile {

    private final RandomAccessFile file;
    private long position;

    DiskFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.length();
    }

    @Override
    public void read(long from, byte[] into, int length) throws IOException {
      seek(from);
      int read = 0;
      while (read < length) {
        int count = file.read(into, read, length - read);
        if (count < 0) {
          Arrays.fill(into, read, length, (byte) 0);
          break;
        }
        read += count;
        position += count;
      }
    }

    @Override
    public void write(long to, byte[] from, int length) throws IOException {
      seek(to);
      // Unknown until it is done: a disk that is full may have taken a part.
      position = -1;
      file.write(from, 0, length);
      position = to + length;
    }

    private void seek(long to) throws IOException {
      if (position != to) {
        file.seek(to);
        position = to;
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      position = -1;
      file.setLength(size);
    }

    @Override
    public void force() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
