package io.github.feedback4j.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where the spool is, how much it holds, for how long, and how durable it is.
 *
 * <p>Immutable: each {@code with…} method returns changed options and leaves these as they are.
 *
 * @since 0.1
 */
public final class SpoolOptions {

  /** The least {@link #maxBytes}: 1 MB. */
  public static final long LEAST_MAX_BYTES = 1L << 20;

  private static final Duration LONGEST_AGE = Duration.ofDays(3650);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
  private static final int SEGMENTS = 32;
  private static final int LEAST_SEGMENT_BYTES = 64 << 10;
  private static final int MOST_SEGMENT_BYTES = 8 << 20;
  private static final SpoolOptions DEFAULTS = new SpoolOptions(new Parts());

  private final Parts parts;

  private SpoolOptions(Parts parts) {
    this.parts = parts;
    check();
  }

  /**
   * Returns the options unless said otherwise: the directory {@code .feedback4j/spool} of the working
   * directory, 256 MB, 7 days, {@link FsyncPolicy#INTERVAL}, and one second for an append.
   */
  public static SpoolOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the default options of a spool that has no directory and ends with the process, for
   * containers without a disk. Everything it holds is on the heap: set {@link #withMaxBytes}.
   */
  public static SpoolOptions memory() {
    return DEFAULTS.change(p -> p.memory = true);
  }

  /** Returns these options with another directory; it is made if it is not there. */
  public SpoolOptions withDirectory(Path directory) {
    return change(p -> {
      p.directory = directory;
      p.memory = false;
    });
  }

  /**
   * Returns these options with another bound of everything the spool occupies, at least {@link
   * #LEAST_MAX_BYTES}. Of it a sixteenth is set aside for dead letters and a sixteenth for bookkeeping
   * and erasures, so the records take the rest. A spool that is full refuses, it never drops.
   */
  public SpoolOptions withMaxBytes(long maxBytes) {
    return change(p -> p.maxBytes = maxBytes);
  }

  /**
   * Returns these options with another age, more than zero and at most ten years, from which on a
   * record is not sent any more and becomes a dead letter.
   */
  public SpoolOptions withMaxAge(Duration maxAge) {
    return change(p -> p.maxAge = maxAge);
  }

  /** Returns these options with another policy of forcing to the disk; memory has no use for it. */
  public SpoolOptions withFsync(FsyncPolicy fsync) {
    return change(p -> p.fsync = fsync);
  }

  /**
   * Returns these options with another bound, from one millisecond to one minute, of how long an append
   * waits for other threads and, with {@link FsyncPolicy#ALWAYS}, for the disk.
   */
  public SpoolOptions withAppendTimeout(Duration appendTimeout) {
    return change(p -> p.appendTimeout = appendTimeout);
  }

  /** Returns the directory of the spool; it means nothing in memory mode. */
  public Path directory() {
    return parts.directory;
  }

  /** Returns whether the spool is on the heap and ends with the process. */
  public boolean isMemory() {
    return parts.memory;
  }

  /** Returns the bound of everything the spool occupies, in bytes. */
  public long maxBytes() {
    return parts.maxBytes;
  }

  /** Returns the age from which on a record is not sent any more. */
  public Duration maxAge() {
    return parts.maxAge;
  }

  /** Returns when records are forced to the disk. */
  public FsyncPolicy fsync() {
    return parts.fsync;
  }

  /** Returns how long an append waits at most. */
  public Duration appendTimeout() {
    return parts.appendTimeout;
  }

  /**
   * Returns the greatest size of one record with what the spool adds to it, in bytes: a 32nd of {@link
   * #maxBytes}, at least 64 KB and at most 8 MB.
   */
  public int maxRecordBytes() {
    long share = parts.maxBytes / SEGMENTS;
    return (int) Math.max(LEAST_SEGMENT_BYTES, Math.min(share, MOST_SEGMENT_BYTES));
  }

  @Override
  public String toString() {
    String place = parts.memory ? "memory" : parts.directory + ", fsync " + parts.fsync;
    return "SpoolOptions[%s, %d bytes, %s, append within %s]"
        .formatted(place, parts.maxBytes, parts.maxAge, parts.appendTimeout);
  }

  private SpoolOptions change(Consumer<Parts> change) {
    Parts changed = parts.copy();
    change.accept(changed);
    return new SpoolOptions(changed);
  }

  private void check() {
    if (parts.maxBytes < LEAST_MAX_BYTES) {
      throw new IllegalArgumentException(
          "maxBytes must be at least %d, but was %d".formatted(LEAST_MAX_BYTES, parts.maxBytes));
    }
    if (!isBetween(Duration.ofMillis(1), parts.maxAge, LONGEST_AGE)) {
      throw new IllegalArgumentException(
          "maxAge must be between 1 ms and 3650 days, but was " + parts.maxAge);
    }
    if (!isBetween(Duration.ofMillis(1), parts.appendTimeout, LONGEST_TIMEOUT)) {
      throw new IllegalArgumentException(
          "appendTimeout must be between 1 ms and 1 minute, but was " + parts.appendTimeout);
    }
  }

  private static boolean isBetween(Duration least, Duration value, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private static final class Parts {
    private Path directory = Path.of(".feedback4j", "spool");
    private boolean memory;
    private long maxBytes = 256L << 20;
    private Duration maxAge = Duration.ofDays(7);
    private FsyncPolicy fsync = FsyncPolicy.INTERVAL;
    private Duration appendTimeout = Duration.ofSeconds(1);

    private Parts copy() {
      Parts copy = new Parts();
      copy.directory = directory;
      copy.memory = memory;
      copy.maxBytes = maxBytes;
      copy.maxAge = maxAge;
      copy.fsync = fsync;
      copy.appendTimeout = appendTimeout;
      return copy;
    }
  }
}
