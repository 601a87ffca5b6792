package io.github.feedback4j.prompt;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Moments that are used again, so that deciding makes no garbage; at most a few for each processor.
 *
 * <p>Not kept in threads: an application that is undeployed leaves nothing behind. A decision inside of
 * another one simply gets a new moment.
 */
final class Moments {

  // A thread that decides again and again owns a moment, which it takes with plain reads: an
  // exchange
  // that other threads must see waits for all that was read and written before, among it the memory
  // of the key, and costs as much as the rest of the decision. Nobody takes a moment from a thread
  // that
  // lives; from one that has ended, the next one takes it over. Who finds the place taken, be it
  // one
  // of many virtual threads, uses those that are free to all.

  /** Far enough apart that two threads do not share a line of the processor's cache. */
  private static final int STRIDE = 16;

  private static final int MOST = 128;

  private final Numbering numbering;
  private final InstantSource time;
  private final AtomicReferenceArray<Moment> owned;
  private final AtomicReferenceArray<Moment> free;
  private final int mask;

  Moments(Numbering numbering, InstantSource time) {
    this.numbering = numbering;
    this.time = time;
    int slots =
        Integer.highestOneBit(Math.min(MOST, 4 * Runtime.getRuntime().availableProcessors()));
    this.owned = new AtomicReferenceArray<>(slots * STRIDE);
    this.free = new AtomicReferenceArray<>(slots * STRIDE);
    this.mask = slots - 1;
  }

  Moment take() {
    Thread thread = Thread.currentThread();
    Moment moment = owned.getPlain(slot(thread));
    return moment != null && moment.isFreeFor(thread) ? moment.taken() : another(thread);
  }

  private Moment another(Thread thread) {
    int slot = slot(thread);
    Moment moment = owned.getAcquire(slot);
    if (moment == null) {
      Moment made = new Moment(numbering, time);
      if (made.isTakenOverBy(thread) && owned.compareAndSet(slot, null, made)) {
        return made.taken();
      }
    } else if (moment.isTakenOverBy(thread)) {
      return moment.taken();
    }
    Moment unused = free.getAndSet(slot, null);
    return unused == null ? new Moment(numbering, time) : unused;
  }

  void giveBack(Moment moment) {
    moment.end();
    if (!moment.isGivenBack()) {
      free.setRelease(slot(Thread.currentThread()), moment);
    }
  }

  private int slot(Thread thread) {
    return ((int) thread.getId() & mask) * STRIDE;
  }
}
