package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.CountExchange.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Counts what is counted for all people together: the quota and the pacing of a survey, the answers of
 * its groups where it samples for coverage, and budgets of your own.
 *
 * <p>A store is dumb on purpose: it loads one count and exchanges it if nobody else did in between.
 * {@link #lease} and {@link #giveBack} are made of these two, so every store hands out the same units,
 * and never more than there are, whatever two nodes do at the same time. A node leases a slice and
 * hands out of it without a look-up; what it has leased when it is killed is lost for that period,
 * never handed out twice.
 *
 * <p>Stores may throw any unchecked exception for trouble of their own; the engine then asks nobody.
 * An exchange that throws is never tried again by the caller, because it may have taken place.
 * Implementations are safe for use by several threads, and by several processes where the store is
 * shared. {@code SurveyCountersContract} in the testkit is the test that each must pass.
 *
 * @since 0.1
 */
public interface SurveyCounters {

  /**
   * Names one count: what is counted, in which stretch of time.
   *
   * @param name what is counted, such as {@code ticket-csat/quota}, at most {@value #MAX_NAME}
   *     characters
   * @param from when the stretch begins, in whole seconds
   * @param until when it is over, in whole seconds; {@link #NEVER} if it never is
   */
  record Counter(String name, Instant from, Instant until) {

    /** The greatest length of a name. */
    public static final int MAX_NAME = 128;

    /** The end of a stretch that does not end. */
    public static final Instant NEVER = Instant.ofEpochSecond(Instant.MAX.getEpochSecond());

    /** Checks the name and the times. */
    public Counter {
      if (name.isBlank() || name.length() > MAX_NAME) {
        throw new IllegalArgumentException(
            "name must have 1 to %d characters, but has %d".formatted(MAX_NAME, name.length()));
      }
      if (!from.isBefore(until) || !isWhole(from) || !isWhole(until)) {
        throw new IllegalArgumentException(
            "until (%s) must be after from (%s), both in whole seconds".formatted(until, from));
      }
    }

    private static boolean isWhole(Instant time) {
      return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /** A count with the version that {@link #compareAndSet} must name. */
  record Versioned(Count count, long version) {

    /** What {@link SurveyCounters#load} returns for what was never counted. */
    public static final Versioned ABSENT = new Versioned(Count.NONE, 0);
  }

  /** Returns a count, {@link Versioned#ABSENT} if there is none. */
  Versioned load(Counter counter);

  /**
   * Puts {@code next} in the place of the count that had {@code version}, 0 for none, and returns
   * whether it did.
   *
   * <p>Of several attempts with the same version exactly one succeeds, so repeating one changes
   * nothing. When the first count of a stretch is kept, those of the same name whose stretch was over
   * before the new one began are forgotten, but for the one that ended just then: a node whose clock
   * is behind may still count there. So a name never has more than a few counts.
   */
  boolean compareAndSet(Counter counter, long version, Count next);

  /**
   * Takes up to {@code slice} units of a budget, and returns how many: fewer near the end of it, 0
   * when it is used up.
   *
   * @param counter what is counted
   * @param limit the whole budget of that stretch of time, the same on every node
   * @param slice how many units are wanted, at least 1
   */
  default int lease(Counter counter, long limit, int slice) {
    if (slice < 1) {
      throw new IllegalArgumentException("slice must be at least 1, but was " + slice);
    }
    return CountExchange.run(this, counter, count -> {
      int units = (int) Math.max(0, Math.min(slice, limit - count.taken()));
      return new Step<>(count.take(units), units);
    });
  }

  /**
   * Gives back units that were leased and not used, once; it cannot give back what was never taken.
   *
   * <p>If this throws, do not repeat it: they may be back already, and twice would be too many.
   */
  default void giveBack(Counter counter, int units) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, but was " + units);
    }
    CountExchange.run(this, counter, count -> new Step<>(count.giveBack(units), units));
  }
}
