package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.CountExchange.Step;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Sampling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many answers each group of a survey has in the current period, as far as this node knows, and
 * the rate that follows.
 *
 * <p>Safe for use by several threads. One of them looks into the store about once a minute, for all
 * groups together; the others go on with what was known before.
 */
final class CoverageCounts {

  // All groups of a survey are one count, so one look brings them all, and a period that is over is
  // forgotten with everything in it. The rates of a look stay the same until the next one: a
  // decision
  // is judged, and its probability recorded, with the same rate. For decisions that began before
  // another thread looked, the look before that is kept as well.
  //
  // The store is not needed to go on: without it groups have the rate that they had, or the base
  // rate,
  // which asks fewer people and never more.

  /** How long a node goes on with what it knows. */
  static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final String name;
  private final Sampling.Coverage coverage;
  private final CalendarPeriod period;
  private final ZoneId zone;
  private final SurveyCounters counters;
  private final TroubleLog trouble;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Look latest;

  /**
   * What was seen at some time.
   *
   * @param counter the period for which it holds
   * @param count what the groups have, or null if the store could not tell
   * @param due how many answers every group should have by then
   */
  private record Look(
      Instant at,
      Instant until,
      Counter counter,
      @Nullable Count count,
      long due,
      @Nullable Look before) {}

  CoverageCounts(
      String survey, Sampling.Coverage coverage, SurveyCounters counters, TroubleLog trouble) {
    this.name = survey + "/coverage/" + coverage.group();
    this.coverage = coverage;
    this.period = coverage.period();
    this.zone = coverage.zone();
    this.counters = counters;
    this.trouble = trouble;
  }

  /** Returns the name of the accountability that makes a group. */
  String group() {
    return coverage.group();
  }

  boolean isSamePeriod(Instant one, Instant other) {
    return number(one) == number(other);
  }

  /** Returns the rate of a group, at least the survey's own. */
  double rate(String group, Instant now) {
    Look look = look(now);
    Count count = look.count;
    long hash = SamplingPosition.unitHash(group);
    return count == null || !count.hasPlaceForGroup(hash)
        ? coverage.rate()
        : rate(coverage.rate(), count.ofGroup(hash), look.due);
  }

  /** The base rate with all answers that are due, 1 with half of them or less, in between a line. */
  static double rate(double base, long answers, long due) {
    if (answers >= due) {
      return base;
    }
    double met = Math.max(0, 2.0 * answers / due - 1);
    // In this form rounding cannot make a higher base, or more that is due, give a lower rate.
    return Math.max(base, 1 - (1 - base) * met);
  }

  /** Counts an answer that was given at this time. */
  void answered(String group, Instant at) {
    long hash = SamplingPosition.unitHash(group);
    CountExchange.run(counters, counter(at), count -> new Step<>(count.inGroup(hash), hash));
  }

  private Look look(Instant now) {
    Look known = latest;
    if (known == null) {
      lock.lock();
    } else if (isFresh(known, now)) {
      return beganBefore(known, now) && known.before != null ? known.before : known;
    } else if (!lock.tryLock()) {
      return known;
    }
    try {
      Look current = latest;
      if (current != null && isFresh(current, now)) {
        return current;
      }
      Look next = lookAgain(now, current);
      latest = next;
      return next;
    } finally {
      lock.unlock();
    }
  }

  private static boolean beganBefore(Look look, Instant now) {
    return now.isBefore(look.at);
  }

  /** A clock that was set back by more than a decision takes makes a look worthless. */
  private static boolean isFresh(Look look, Instant now) {
    return now.isBefore(look.until) && now.isAfter(look.at.minus(LOOK_AGAIN));
  }

  private Look lookAgain(Instant now, @Nullable Look before) {
    Counter counter = counter(now);
    Look kept = before == null
        ? null
        : new Look(before.at, before.until, before.counter, before.count, before.due, null);
    Count count;
    try {
      count = counters.load(counter).count();
    } catch (RuntimeException e) {
      trouble.warn("looking for groups with too few answers, which keep the rate they had", e);
      count = before != null && before.counter.equals(counter) ? before.count : null;
    }
    Instant until = now.plus(LOOK_AGAIN);
    Instant end = counter.until();
    return new Look(
        now, end.isBefore(until) ? end : until, counter, count, due(counter, now), kept);
  }

  /** Returns the even share of what every group is to have, all of it after three quarters. */
  private long due(Counter counter, Instant now) {
    long length = ChronoUnit.SECONDS.between(counter.from(), counter.until());
    long passed = Math.max(0, ChronoUnit.SECONDS.between(counter.from(), now));
    long least = coverage.minPerGroup();
    return Math.min(least, least * passed * 4 / (length * 3));
  }

  private Counter counter(Instant at) {
    long number = number(at);
    return new Counter(
        name,
        Budget.startOf(period.first(number), zone),
        Budget.startOf(period.first(number + 1), zone));
  }

  private long number(Instant at) {
    return period.number(LocalDate.ofInstant(at, zone));
  }
}
