package io.github.feedback4j.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own for a test, as small as it likes; only root can mount one. */
final class SmallDisk implements AutoCloseable {

  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  /** Mounts a disk in a directory, or ends the test where that is not allowed. */
  static SmallDisk mount(Path directory, String how) throws IOException {
    Path root = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", how, "tmpfs", root.toString()) == 0);
    return new SmallDisk(root);
  }

  Path root() {
    return root;
  }

  /** Changes how it is mounted; nothing on it may be open for writing. */
  void remount(String how) throws IOException {
    if (run("mount", "-o", "remount," + how, root.toString()) != 0) {
      throw new IOException("the disk could not be mounted again: " + how);
    }
  }

  @Override
  public void close() throws IOException {
    if (run("umount", root.toString()) != 0) {
      throw new IOException("something on the disk is still open");
    }
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      assumeTrue(false, "there is no " + command[0]);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command[0] + " was interrupted", e);
    }
  }
}
