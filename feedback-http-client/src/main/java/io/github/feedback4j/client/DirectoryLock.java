package io.github.feedback4j.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a directory has one spool, among all processes and within this one.
 *
 * <p>The operating system keeps other processes out. Within one process it would not: there a second
 * attempt, when it closes the lock file, gives up the lock of the first. So the directories in use are
 * also noted in the system properties, which all class loaders share and which hold none of them.
 */
final class DirectoryLock {

  static final String FILE = "lock";

  private static final String PROPERTY = "io.github.feedback4j.spool.";

  private final String property;
  private final FileChannel channel;

  private DirectoryLock(String property, FileChannel channel) {
    this.property = property;
    this.channel = channel;
  }

  /**
   * Makes the directory if it is not there, and takes it.
   *
   * @throws SpoolException if that cannot be done
   */
  static DirectoryLock take(Path directory) {
    Path real;
    try {
      Files.createDirectories(directory);
      real = directory.toRealPath();
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
    Path file = real.resolve(FILE);
    String property = PROPERTY + real;
    if (System.getProperties().putIfAbsent(property, "open") != null) {
      throw inUse(file, null);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        DirectoryLock taken = new DirectoryLock(property, channel);
        channel = null;
        property = null;
        return taken;
      }
      throw inUse(file, null);
    } catch (OverlappingFileLockException e) {
      throw inUse(file, e);
    } catch (IOException e) {
      throw notWritable(directory, e);
    } finally {
      giveBack(channel, property);
    }
  }

  private static void giveBack(@Nullable FileChannel channel, @Nullable String property) {
    if (property != null) {
      System.getProperties().remove(property);
    }
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new SpoolException("the lock file of the spool could not be closed", e);
      }
    }
  }

  private static SpoolException inUse(Path lockFile, @Nullable Exception cause) {
    return new SpoolException(
        "the directory of the spool is in use, see the lock file " + lockFile
            + ": give each process, and each client in a process, a directory of its own",
        cause);
  }

  private static SpoolException notWritable(Path directory, IOException cause) {
    return new SpoolException(
        "the directory of the spool must be writable, but " + directory.toAbsolutePath()
            + " is not: choose another one, or SpoolOptions.memory(), which does not outlive the "
            + "process",
        cause);
  }

  void release() throws IOException {
    try {
      channel.close();
    } finally {
      System.getProperties().remove(property);
    }
  }
}
