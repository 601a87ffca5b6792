package io.github.feedback4j.prompt;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Moments that are used again, so that deciding makes no garbage; at most a few for each processor.
 *
 * <p>Not bound to threads: an application that is undeployed leaves nothing behind, and a decision inside
 * of another one simply gets a new moment.
 */
final class Moments {

  /** Far enough apart that two threads do not share a line of the processor's cache. */
  private static final int STRIDE = 16;

  private final Numbering numbering;
  private final InstantSource time;
  private final AtomicReferenceArray<Moment> kept;
  private final int mask;

  Moments(Numbering numbering, InstantSource time) {
    this.numbering = numbering;
    this.time = time;
    int slots = Integer.highestOneBit(Math.min(64, 4 * Runtime.getRuntime().availableProcessors()));
    this.kept = new AtomicReferenceArray<>(slots * STRIDE);
    this.mask = slots - 1;
  }

  Moment take() {
    Moment moment = kept.getAndSet(slot(), null);
    return moment == null ? new Moment(numbering, time) : moment;
  }

  void giveBack(Moment moment) {
    moment.end();
    kept.setRelease(slot(), moment);
  }

  private int slot() {
    return ((int) Thread.currentThread().getId() & mask) * STRIDE;
  }
}
