package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.CountExchange.Step;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this node may hand out of one budget, of a survey or of all: a leased slice, and the knowledge that
 * there is nothing to lease.
 *
 * <p>Safe for use by several threads; one at a time goes to the store.
 */
final class Allowance {

  // A slice is a sixteenth of what is left, at least one unit. So the nodes together never hold
  // much
  // of a budget that somebody else could use, and a small budget is handed out one by one.
  //
  // What the store does not know yet of invitations and answers is told with the next lease; the
  // invitation for
  // which a slice is leased is told in the same exchange. An exchange that throws may have taken
  // place:
  // what errs towards too few answers is told again, what errs towards too many is not.

  /** How long a node believes that there is nothing, although another one may have given back. */
  static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  static final int MAX_SLICE = 100;
  static final int SHARE = 16;

  private static final long LEAST_STEP = 60;

  private final @Nullable String survey;
  private final Budget budget;
  private final SurveyCounters counters;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Integer> unanswered = new TreeMap<>();
  private final Map<Long, Integer> answered = new TreeMap<>();
  private @Nullable Counter counter;
  private int free;
  private volatile @Nullable Dry dry;

  /** That there was nothing to lease. */
  private record Dry(Instant since, Instant until, Decision.Skip skip) {}

  /** A unit out of this allowance, for one invitation. */
  private record Unit(Counter counter, @Nullable Long moment, boolean told) {}

  /** Makes the allowance of one survey, or of all if {@code survey} is null. */
  Allowance(@Nullable String survey, Budget budget, SurveyCounters counters) {
    this.survey = survey;
    this.budget = budget;
    this.counters = counters;
  }

  /** Returns why there is nothing as far as is known here, or null; looks nowhere. */
  Decision.@Nullable Skip judge(Instant now) {
    Dry known = dry;
    // A clock that was set back makes it worthless.
    return known != null && now.isBefore(known.until) && now.isAfter(known.since.minus(LOOK_AGAIN))
        ? known.skip
        : null;
  }

  /** Finds out whether there is a unit, and takes none. */
  void look(Instant now) {
    lock.lock();
    try {
      Counter current = budget.counter(now);
      if (free > 0 && current.equals(counter)) {
        return;
      }
      Count count = counters.load(current).count();
      Count known = current.equals(counter) ? told(count, now) : count.at(now.getEpochSecond());
      dry = budget.limit(known, now) > known.taken() ? null : dry(known, now);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a unit for an invitation that is being made, or returns null if there is none. */
  @Nullable
  Hold take(Invitation invitation) {
    Instant now = invitation.invitedAt();
    lock.lock();
    try {
      Counter current = turnTo(now);
      Long moment = moment(invitation, current);
      if (free > 0) {
        free--;
        return new Hold(new Unit(current, moment, false));
      }
      if (judge(now) != null) {
        return null;
      }
      int leased = lease(current, now, moment);
      if (leased == 0) {
        return null;
      }
      free = leased - 1;
      dry = null;
      return new Hold(new Unit(current, moment, moment != null));
    } finally {
      lock.unlock();
    }
  }

  private int lease(Counter current, Instant now, @Nullable Long moment) {
    return tell(current, count -> {
      Count known = told(count, now);
      long available = budget.limit(known, now) - known.taken();
      if (available <= 0) {
        dry = dry(known, now);
        return new Step<>(known, 0);
      }
      int slice = (int) Math.max(1, Math.min(MAX_SLICE, available / SHARE));
      Count next = budget.noted(known, now).take(slice);
      return new Step<>(moment == null ? next : next.opened(moment, 1), slice);
    });
  }

  /** Returns a count with what this node has not told yet, and without what has expired. */
  private Count told(Count count, Instant now) {
    Count told = count;
    for (Map.Entry<Long, Integer> each : unanswered.entrySet()) {
      told = told.opened(each.getKey(), each.getValue());
    }
    for (Map.Entry<Long, Integer> each : answered.entrySet()) {
      for (int i = 0; i < each.getValue(); i++) {
        told = told.answered(each.getKey());
      }
    }
    return told.at(now.getEpochSecond());
  }

  private <T> T tell(Counter current, Function<Count, Step<T>> change) {
    boolean[] loaded = new boolean[1];
    try {
      T result = CountExchange.run(counters, current, count -> {
        loaded[0] = true;
        return change.apply(count);
      });
      unanswered.clear();
      answered.clear();
      return result;
    } catch (RuntimeException e) {
      if (loaded[0]) {
        unanswered.clear();
      }
      throw e;
    }
  }

  private Dry dry(Count count, Instant now) {
    Instant next = budget.nextUnit(count, now);
    Instant until = now.plus(LOOK_AGAIN);
    if (next != null && next.isBefore(until)) {
      until = next;
    }
    Long moment = count.nextMoment();
    if (moment != null && moment < until.getEpochSecond()) {
      until = Instant.ofEpochSecond(moment);
    }
    return new Dry(now, until, new Decision.Skip(budget.reason(), survey, budget.rule(), next));
  }

  /** Makes this an allowance of the period that has this time, and returns the period. */
  private Counter turnTo(Instant now) {
    Counter current = budget.counter(now);
    Counter before = counter;
    if (!current.equals(before)) {
      if (before != null) {
        handBack(before, now);
      }
      counter = current;
      dry = null;
    }
    return current;
  }

  /** Gives back the slice of a period, unless that is over and nobody can use it. */
  private void handBack(Counter before, Instant now) {
    int unused = free;
    if (now.isBefore(before.until())
        && (unused > 0 || !unanswered.isEmpty() || !answered.isEmpty())) {
      tell(before, count -> {
        free = 0;
        return new Step<>(told(count, now).giveBack(unused), unused);
      });
    }
    free = 0;
    unanswered.clear();
    answered.clear();
  }

  /** Gives back what was leased and not used. */
  void close(Instant now) {
    lock.lock();
    try {
      Counter current = counter;
      if (current != null) {
        handBack(current, now);
        counter = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Frees the unit of an invitation that was closed without an answer. */
  void release(Invitation invitation, Instant now) {
    Counter then = budget.counter(invitation.invitedAt());
    if (now.isBefore(then.until())) {
      release(then, moment(invitation, then));
    }
  }

  private void release(Counter then, @Nullable Long moment) {
    CountExchange.run(counters, then, count -> new Step<>(count.released(moment), 1));
    dry = null;
  }

  /**
   * Keeps the unit of an invitation that is answered from coming back.
   *
   * @param closed whether it was closed before and its unit freed, so that the answer takes another,
   *     even if there is none
   */
  void answered(Invitation invitation, boolean closed, Instant now) {
    Counter then = budget.counter(invitation.invitedAt());
    Long moment = moment(invitation, then);
    if (!now.isBefore(then.until()) || (moment == null && !closed)) {
      return;
    }
    try {
      CountExchange.run(
          counters,
          then,
          count ->
              new Step<>(closed || moment == null ? count.take(1) : count.answered(moment), 1));
    } catch (RuntimeException e) {
      if (!closed && moment != null) {
        tellLater(then, moment);
      }
      throw e;
    }
  }

  private void tellLater(Counter then, long moment) {
    lock.lock();
    try {
      if (then.equals(counter) && answered.size() < Count.MAX_MOMENTS) {
        answered.merge(moment, 1, Integer::sum);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the moment, in seconds, at which the unit of this invitation comes back if nobody answers:
   * its expiry, rounded up to a sixteenth of its life; null if that is after the period, or it does not
   * come back.
   */
  private @Nullable Long moment(Invitation invitation, Counter counter) {
    if (!budget.comesBackUnanswered()) {
      return null;
    }
    long expires = invitation.expiresAt().getEpochSecond();
    long life = expires - invitation.invitedAt().getEpochSecond();
    long step = Math.max(LEAST_STEP, life / SHARE);
    long moment = (Math.floorDiv(expires, step) + 1) * step;
    return moment < counter.until().getEpochSecond() ? (Long) moment : null;
  }

  /** A unit in the hand of somebody who is making an invitation; one of the two must follow. */
  final class Hold {

    private final Unit unit;

    private Hold(Unit unit) {
      this.unit = unit;
    }

    /** The invitation was made, or may have been. */
    void use() {
      Long moment = unit.moment;
      if (unit.told || moment == null) {
        return;
      }
      lock.lock();
      try {
        if (unit.counter.equals(counter) && unanswered.size() < Count.MAX_MOMENTS) {
          unanswered.merge(moment, 1, Integer::sum);
        }
      } finally {
        lock.unlock();
      }
    }

    /** The invitation was not made. */
    void giveBack() {
      lock.lock();
      try {
        if (!unit.told && unit.counter.equals(counter)) {
          free++;
          dry = null;
          return;
        }
      } finally {
        lock.unlock();
      }
      release(unit.counter, unit.told ? unit.moment : null);
    }
  }
}
