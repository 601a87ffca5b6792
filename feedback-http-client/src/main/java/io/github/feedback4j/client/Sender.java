package io.github.feedback4j.client;

import io.github.feedback4j.client.InHand.Sent;
import io.github.feedback4j.client.Warnings.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes records out of the spool and to the collector, one step at a time.
 *
 * <p>Used by one thread, except for {@link #hurry}.
 */
final class Sender {

  /*
   * One request is in flight at a time and the oldest record goes first, so a respondent's events arrive
   * in order without any bookkeeping by respondent. A batch that fails stays in hand, and nothing behind
   * it is sent: what is wrong with the way there is wrong for all. What is wrong with one record shows
   * in halves: the batch is split until that record is alone, and its neighbours go on.
   *
   * A step either sends, or says how long there is nothing to do; it never waits. So one day of outages
   * is a loop of a few thousand steps under a clock that a test turns, and the thread is a loop of six
   * lines (SenderLoop).
   *
   * A batch of which something says "bad request" may have a flaw, or that something is a gateway that
   * says so to everything; a collector names its reason, a gateway does not. After DOUBTS refusals in a
   * row without a name and without one batch that was taken, it is a gateway: everything is kept. 500
   * records take ten requests to find the first that is flawed, so flaws come to light before doubt.
   */

  static final int FAILURES_UNTIL_OPEN = 5;
  static final int DOUBTS = 16;
  static final Duration SAME_TOKEN_AGAIN = Duration.ofMinutes(5);

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long TOKEN_POLL = Duration.ofSeconds(1).toNanos();
  private static final long HURRY_POLL = Duration.ofMillis(10).toNanos();
  private static final String TOO_LARGE = "too-large";

  private final InHand inHand;
  private final Arrivals arrivals;
  private final BatchSize size;
  private final long linger;
  private final Tokens tokens;
  private final HttpTransport transport;
  private final Backoff backoff;
  private final DeliveryMeter meter;
  private final Warnings warnings;
  private final InstantSource time;
  private final LongSupplier nanoTime;
  private final AtomicInteger inAHurry = new AtomicInteger();

  /** What a step that rests says once a minute. */
  private @Nullable Trouble trouble;

  private boolean resting;
  private long restUntil;
  private long pollAt;
  private boolean mayBeMore = true;
  private boolean lingering;
  private long lingerUntil;
  private long lastRead;
  private int doubts;

  private record Trouble(Cause cause, String text) {}

  /** What a sender works with and has no thought of its own about. */
  record Tools(
      HttpTransport transport,
      Tokens tokens,
      DeliveryMeter meter,
      Warnings warnings,
      InstantSource time,
      LongSupplier nanoTime) {}

  /** Creates a sender that has read nothing yet. */
  Sender(
      InHand inHand,
      Arrivals arrivals,
      BatchSize size,
      Duration linger,
      Backoff backoff,
      Tools tools) {
    this.inHand = inHand;
    this.arrivals = arrivals;
    this.size = size;
    this.linger = linger.toNanos();
    this.backoff = backoff;
    this.transport = tools.transport;
    this.tokens = tools.tokens;
    this.meter = tools.meter;
    this.warnings = tools.warnings;
    this.time = tools.time;
    this.nanoTime = tools.nanoTime;
    this.lastRead = nanoTime.getAsLong();
  }

  /** Lets small batches go at once, or ends that; calls nest, by any thread. */
  void hurry(boolean begin) {
    inAHurry.addAndGet(begin ? 1 : -1);
  }

  /** Does one thing; returns for how many nanoseconds there is nothing else to do, unless told. */
  long step() {
    long now = nanoTime.getAsLong();
    if (resting) {
      long rest = rest(now);
      if (rest > 0) {
        return rest;
      }
      resting = false;
    }
    Sent first = inHand.first();
    if (first == null) {
      long wait = untilDue(now);
      if (wait > 0) {
        return wait;
      }
      first = read(now);
    }
    if (first == null) {
      return inAHurry.get() > 0 ? HURRY_POLL : Math.max(1, untilDue(now));
    }
    send(first);
    return 0;
  }

  /** Gives back what is in hand and rests, after something of our own broke. */
  void recover(RuntimeException e) {
    warnings.warn(Cause.SENDER, "sending failed and is tried again", e);
    inHand.startOver();
    mayBeMore = true;
    restAfterFailure(null);
    meter.become(DeliveryState.RETRYING);
  }

  /** Returns how long to rest on; once a minute has old records expire, and says why it rests. */
  private long rest(long now) {
    long left = restUntil - now;
    if (left <= 0 || hasAnotherToken(now)) {
      return 0;
    }
    if (now - lastRead >= MINUTE) {
      // The spool looks for what has expired when it is read, also among what is in hand.
      inHand.startOver();
      lastRead = now;
      mayBeMore = inHand.refill(size.records(), size.bytes());
      if (trouble != null) {
        warnings.warn(trouble.cause, trouble.text);
      }
    }
    long wait = Math.min(left, MINUTE - (now - lastRead));
    return meter.state() == DeliveryState.UNAUTHORISED ? Math.min(wait, TOKEN_POLL) : wait;
  }

  private boolean hasAnotherToken(long now) {
    if (meter.state() != DeliveryState.UNAUTHORISED || now - pollAt < 0) {
      return false;
    }
    pollAt = now + TOKEN_POLL;
    return tokens.askForAnother();
  }

  private long untilDue(long now) {
    if (mayBeMore || arrivals.fillABatch() || inAHurry.get() > 0) {
      return 0;
    }
    if (!arrivals.any()) {
      return MINUTE - (now - lastRead);
    }
    if (!lingering) {
      lingering = true;
      lingerUntil = now + linger;
    }
    return lingerUntil - now;
  }

  private @Nullable Sent read(long now) {
    if (now - lastRead >= MINUTE) {
      // Nothing is in hand, so what the disk did not let the spool settle is found again here.
      inHand.startOver();
    }
    arrivals.reset();
    lingering = false;
    lastRead = now;
    mayBeMore = inHand.refill(size.records(), size.bytes());
    return inHand.first();
  }

  private void send(Sent sent) {
    if (!tokens.ask()) {
      later(new Outcome.Later("no token", null));
      return;
    }
    long start = nanoTime.getAsLong();
    Outcome outcome = transport.send(sent.records(), sent.body(), tokens.current());
    if (outcome instanceof Outcome.Later && transport.isClosed()) {
      return;
    }
    Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
    meter.request(sent.records().size(), took, outcome);
    if (outcome instanceof Outcome.Taken taken) {
      taken(sent, taken);
    } else if (outcome instanceof Outcome.Later later) {
      later(later);
    } else if (outcome instanceof Outcome.TooLarge tooLarge) {
      refused(sent, TOO_LARGE, tooLarge.named());
    } else if (outcome instanceof Outcome.Flawed flawed) {
      refused(sent, flawed.reason(), flawed.named());
    } else if (outcome instanceof Outcome.Unauthorised unauthorised) {
      unauthorised(unauthorised);
    } else if (outcome instanceof Outcome.Odd odd) {
      odd(odd);
    }
  }

  private void taken(Sent sent, Outcome.Taken taken) {
    Map<UUID, String> flaws = new HashMap<>();
    taken.refused().forEach(each -> flaws.put(each.id(), each.code()));
    // Counted before it leaves the spool: who flushes looks at the spool, and then tells the
    // counts.
    meter.taken(taken, time.instant());
    size.taken();
    backoff.succeeded();
    doubts = 0;
    trouble = null;
    meter.become(DeliveryState.SENDING);
    settle(sent, flaws);
  }

  private void settle(Sent sent, Map<UUID, String> flaws) {
    meter.deadLettered(inHand.settle(sent, flaws));
  }

  /** Something in this batch, or its size, is refused; which record it is shows in halves. */
  private void refused(Sent sent, String reason, boolean named) {
    doubts = named ? 0 : doubts + 1;
    if (doubts >= DOUBTS) {
      odd(new Outcome.Odd("'%s' to everything".formatted(reason)));
      return;
    }
    boolean tooLarge = reason.equals(TOO_LARGE);
    if (sent.records().size() > 1) {
      if (tooLarge) {
        size.tooLarge(sent.records().size(), sent.bytes());
      }
      inHand.split(sent);
      return;
    }
    if (tooLarge) {
      size.oneWasTooLarge();
    }
    settle(sent, Map.of(sent.records().get(0).id(), reason));
  }

  private void later(Outcome.Later later) {
    restAfterFailure(later.leaveAlone());
    meter.become(
        backoff.failures() < FAILURES_UNTIL_OPEN
            ? DeliveryState.RETRYING
            : DeliveryState.CIRCUIT_OPEN);
    say(
        Cause.RETRY,
        "the collector could not take a batch (" + later.cause()
            + "); everything is kept and sent again");
  }

  private void unauthorised(Outcome.Unauthorised unauthorised) {
    tokens.refuse();
    boolean first = meter.state() != DeliveryState.UNAUTHORISED;
    meter.become(DeliveryState.UNAUTHORISED);
    say(
        Cause.UNAUTHORISED,
        "the collector refuses the token (status " + unauthorised.status()
            + "); everything is kept until it takes the token or there is another one");
    pollAt = nanoTime.getAsLong() + TOKEN_POLL;
    // A second one waits for the poll: a supplier with a new token for every call is no reason to
    // ask in a loop.
    if (!first || !tokens.askForAnother()) {
      restFor(SAME_TOKEN_AGAIN.toNanos());
    }
  }

  private void odd(Outcome.Odd odd) {
    restAfterFailure(null);
    meter.become(DeliveryState.ODD_ANSWER);
    say(
        Cause.ODD_ANSWER,
        "what answers is not the collector (" + odd.cause()
            + "); everything is kept; look at address, proxy and gateway");
  }

  private void say(Cause cause, String text) {
    trouble = new Trouble(cause, text);
    warnings.warn(cause, text);
  }

  private void restAfterFailure(@Nullable Duration asked) {
    restFor(backoff.failed(nanoTime.getAsLong(), asked));
  }

  private void restFor(long nanos) {
    resting = true;
    restUntil = nanoTime.getAsLong() + nanos;
  }
}
