package io.github.feedback4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the sender does and tells the listeners. Written by the sender's thread, read by any.
 */
final class DeliveryMeter {

  private final List<DeliveryListener> listeners;
  private final Warnings warnings;
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private volatile @Nullable Instant lastSuccess;
  private final AtomicReference<DeliveryState> state = new AtomicReference<>(DeliveryState.SENDING);

  DeliveryMeter(List<DeliveryListener> listeners, Warnings warnings) {
    this.listeners = List.copyOf(listeners);
    this.warnings = warnings;
  }

  void request(int records, Duration took, Outcome outcome) {
    String result = result(outcome);
    tell(each -> each.onRequest(records, took, result));
    if (outcome instanceof Outcome.Later) {
      retried.incrementAndGet();
    }
  }

  void taken(Outcome.Taken taken, Instant at) {
    accepted.addAndGet(taken.accepted());
    duplicates.addAndGet(taken.duplicates());
    lastSuccess = at;
  }

  /** Takes note of how many records were set aside, by reason. */
  void deadLettered(Map<String, Integer> counts) {
    counts.forEach((reason, records) -> {
      tell(each -> each.onDeadLetter(records, reason));
      warnings.warn(
          Warnings.Cause.DEAD_LETTER,
          "records will never be taken and were set aside as dead letters; {} of them: {}",
          records,
          reason);
    });
  }

  void become(DeliveryState next) {
    // A sender that was hanging when the client was closed changes nothing any more.
    DeliveryState before = state.getAndUpdate(now -> now == DeliveryState.CLOSED ? now : next);
    if (before != next && before != DeliveryState.CLOSED) {
      tell(each -> each.onState(next));
    }
  }

  DeliveryState state() {
    return state.get();
  }

  /** Returns how many records the collector has taken. */
  long delivered() {
    return accepted.get() + duplicates.get();
  }

  DeliveryReport report(SpoolStats spool, Duration oldestAge) {
    Map<String, Long> rejected = new TreeMap<>();
    spool
        .rejected()
        .forEach((reason, count) -> rejected.put(DeliveryException.code(reason), count));
    return new DeliveryReport(
        state.get(),
        new DeliveryReport.Sent(accepted.get(), duplicates.get(), retried.get(), lastSuccess),
        new DeliveryReport.Pending(spool.pendingRecords(), spool.pendingBytes(), oldestAge),
        rejected,
        spool.deadLettered(),
        spool.corrupt());
  }

  private void tell(Consumer<DeliveryListener> what) {
    for (DeliveryListener each : listeners) {
      try {
        what.accept(each);
      } catch (RuntimeException e) {
        warnings.warn(Warnings.Cause.LISTENER, "a delivery listener threw; it is told on", e);
      }
    }
  }

  private static String result(Outcome outcome) {
    if (outcome instanceof Outcome.Taken) {
      return "taken";
    }
    if (outcome instanceof Outcome.Later) {
      return "later";
    }
    if (outcome instanceof Outcome.TooLarge) {
      return "too-large";
    }
    if (outcome instanceof Outcome.Flawed) {
      return "flawed";
    }
    return outcome instanceof Outcome.Unauthorised ? "unauthorised" : "odd";
  }
}
