package io.github.feedback4j.benchmarks.delivery;

import io.github.feedback4j.client.FsyncPolicy;
import java.util.function.IntFunction;

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
   * @param room how many records it may hold, where that can be said
   */
  Sender open(Remote to, int room) {
    IntFunction<byte[]> small = Payload::bytes;
    return switch (this) {
      case BARE_300 -> new BareLoop(to.url() + "/batch", small);
      case BARE_EVENTS -> new BareLoop(to.url() + "/batch", FeedbackSender::event);
      case MEMORY -> FeedbackSender.inMemory(to.url());
      case INTERVAL -> FeedbackSender.onDisk(to.url(), FsyncPolicy.INTERVAL);
      case ALWAYS -> FeedbackSender.onDisk(to.url(), FsyncPolicy.ALWAYS);
      case OS -> FeedbackSender.onDisk(to.url(), FsyncPolicy.OS);
      case OTEL -> new OtelSender(to.url(), room);
      case LAUNCHDARKLY -> new LaunchDarklySender(to.url(), room);
      case POSTHOG -> new PostHogSender(to.url());
    };
  }
}
