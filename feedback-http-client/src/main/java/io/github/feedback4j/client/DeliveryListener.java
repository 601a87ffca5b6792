package io.github.feedback4j.client;

import java.time.Duration;

/**
 * Is told of requests and what came of them, for meters.
 *
 * <p>Called by the sender's thread between two requests, so answer at once. What it throws is logged and
 * goes no further. Every method does nothing unless overridden.
 *
 * @since 0.1
 */
public interface DeliveryListener {

  /**
   * A request has ended.
   *
   * @param records how many records were in it
   * @param took from its start until its answer was read
   * @param result one of {@code taken}, {@code later}, {@code too-large}, {@code flawed}, {@code
   *     unauthorised} and {@code odd}
   */
  default void onRequest(int records, Duration took, String result) {}

  /**
   * Records will never be taken by the collector, and were set aside. What has expired is in {@link
   * DeliveryReport#deadLettered} only.
   *
   * @param records how many
   * @param reason a code in lower case, such as {@code too-large}
   */
  default void onDeadLetter(int records, String reason) {}

  /** Delivery stands otherwise than before. */
  default void onState(DeliveryState state) {}
}
