package io.github.feedback4j.benchmarks.delivery;

import io.github.feedback4j.client.FsyncPolicy;
import io.github.feedback4j.client.SpoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Who is measured. */
enum Contender {
  /** The raw limit for records of 300 bytes, which the peers send. */
  BARE_300(false),
  /** The raw limit for the very bytes of our events. */
  BARE_EVENTS(false),
  MEMORY(true),
  INTERVAL(true),
  ALWAYS(true),
  OS(true),
  OTEL(false),
  LAUNCHDARKLY(false),
  POSTHOG(false);

  private final boolean ours;

  Contender(boolean ours) {
    this.ours = ours;
  }

  boolean isOurs() {
    return ours;
  }

  boolean isRawLimit() {
    return this == BARE_300 || this == BARE_EVENTS;
  }

  /**
   * Returns a new one.
   *
   * @param records the greatest number that is sent; all of them are made here, so that what that costs
   *     is nobody's, and it may hold all of them, where that can be said
   */
  Sender open(Remote to, int records) {
    return switch (this) {
      case BARE_300 -> new BareLoop(to.url() + "/batch", new Records<>(records, Payload::bytes));
      case BARE_EVENTS ->
        new BareLoop(to.url() + "/batch", new Records<>(records, FeedbackSender::event));
      case MEMORY -> new FeedbackSender(to.url(), SpoolOptions.memory(), records);
      case INTERVAL -> onDisk(to, FsyncPolicy.INTERVAL, records);
      case ALWAYS -> onDisk(to, FsyncPolicy.ALWAYS, records);
      case OS -> onDisk(to, FsyncPolicy.OS, records);
      case OTEL -> new OtelSender(to.url(), new Records<>(records, Payload::text));
      case LAUNCHDARKLY -> new LaunchDarklySender(to.url(), new Records<>(records, Payload::text));
      case POSTHOG -> new PostHogSender(to.url(), new Records<>(records, Payload::text));
    };
  }

  private static Sender onDisk(Remote to, FsyncPolicy fsync, int records) {
    try {
      return new FeedbackSender(
          to.url(),
          SpoolOptions.defaults()
              .withDirectory(Files.createTempDirectory("feedback4j-spool"))
              .withFsync(fsync),
          records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
