package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alarm soon after the share of unhappy answers has doubled, and says since when.
 *
 * <p>Each answer moves a sum: an unhappy one up by {@code ln(p₁/p₀)}, any other down by {@code ln((1 −
 * p₀)/(1 − p₁))}, never below 0; at {@code h} there is an alarm (Page 1954; for single answers Reynolds
 * &amp; Stoumbos 1999). p₀ is the usual share, p₁ = 2p₀ the one that matters, h = 5. The change began,
 * most likely, after the last time the sum was 0. {@link #expectedAnswersToAlarm} says what that means:
 * how many answers there are to the next false alarm, and to the alarm after a change.
 *
 * <p>Immutable and safe for use by several threads; the sum is a {@link State} to be kept.
 *
 * @since 0.1
 */
public final class BernoulliCusum {

  // The problem. The steps up and down have an irrational ratio, so the sum has no finite set of
  // values, and its run length only approximations.
  //
  // The idea of Reynolds & Stoumbos: give p₁ a nudge so that the ratio becomes one of small whole
  // numbers. Then the sum is a whole number of steps, kept exactly, and the expected number of
  // answers is the solution of a finite linear system, see RunLength. The nudge is at most 1 % of
  // the ratio, and alarmingShare() tells the result.

  /** The sum of log likelihood ratios that raises an alarm unless said otherwise, 5. */
  public static final double DEFAULT_THRESHOLD = 5;

  private static final double CLOSE_ENOUGH = 0.01;
  private static final int MAX_DOWN = 1000;
  private static final int MAX_STATES = 50_000;
  private static final int MAX_CELLS = 4_000_000;

  private final double usualShare;
  private final double alarmingShare;
  private final double threshold;
  private final int up;
  private final int down;
  private final int limit;

  private BernoulliCusum(double usualShare, double alarmingShare, double threshold) {
    double ratio = Math.log(alarmingShare / usualShare)
        / (Math.log1p(-usualShare) - Math.log1p(-alarmingShare));
    int bestDown = 1;
    double bestError = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= MAX_DOWN && bestError > CLOSE_ENOUGH; k++) {
      double error = Math.abs(Math.max(1, Math.rint(k * ratio)) / k / ratio - 1);
      if (error < bestError) {
        bestError = error;
        bestDown = k;
      }
    }
    this.usualShare = usualShare;
    this.threshold = threshold;
    this.down = bestDown;
    this.up = (int) Math.max(1, Math.rint(bestDown * ratio));
    this.alarmingShare = shareWithRatio((double) up / down, usualShare);
    double step = Math.log(this.alarmingShare / usualShare) / up;
    double states = Math.ceil(threshold / step - 1e-9);
    if (!(states <= MAX_STATES) || states * down > MAX_CELLS) {
      throw new IllegalArgumentException(
          "alarming share must be farther away from the usual share %s, or the threshold %s smaller, but the share was %s"
              .formatted(usualShare, threshold, alarmingShare));
    }
    this.limit = (int) states;
  }

  /** Returns the p₁ for which the steps up and down have this ratio. */
  private static double shareWithRatio(double ratio, double usualShare) {
    double near = usualShare;
    double far = 1;
    while (true) {
      double middle = near + (far - near) / 2;
      if (middle <= near || middle >= far) {
        return middle;
      }
      double rise = Math.log(middle / usualShare);
      double fall = Math.log1p(-usualShare) - Math.log1p(-middle);
      if (rise > ratio * fall) {
        near = middle;
      } else {
        far = middle;
      }
    }
  }

  /**
   * Returns the chart that watches for a doubling, with h = 5.
   *
   * @param usualShare the share of unhappy answers while all is as usual, 0.001 to 0.49
   * @throws IllegalArgumentException if it is out of bounds
   */
  public static BernoulliCusum watchingForDoubling(double usualShare) {
    if (!(usualShare >= 0.001 && usualShare <= 0.49)) {
      throw new IllegalArgumentException(
          "usual share must be between 0.001 and 0.49 to double, but was " + usualShare
              + "; name the alarming share for another one");
    }
    return of(usualShare, 2 * usualShare, DEFAULT_THRESHOLD);
  }

  /**
   * Returns the chart that watches for any greater share.
   *
   * @param usualShare p₀, 0.001 to 0.98
   * @param alarmingShare p₁, above p₀ and at most 0.99; so near to it that an alarm would take ages is refused
   * @param threshold h, from 1 to 20: e^h is the likelihood ratio of an alarm
   * @throws IllegalArgumentException that names the value which is out of bounds
   */
  public static BernoulliCusum of(double usualShare, double alarmingShare, double threshold) {
    if (!(usualShare >= 0.001 && usualShare <= 0.98)) {
      throw new IllegalArgumentException(
          "usual share must be between 0.001 and 0.98, but was " + usualShare);
    }
    if (!(alarmingShare > usualShare && alarmingShare <= 0.99)) {
      throw new IllegalArgumentException(
          "alarming share must be above the usual share %s and at most 0.99, but was %s"
              .formatted(usualShare, alarmingShare));
    }
    if (!(threshold >= 1 && threshold <= 20)) {
      throw new IllegalArgumentException(
          "threshold must be between 1 and 20, but was " + threshold);
    }
    return new BernoulliCusum(usualShare, alarmingShare, threshold);
  }

  /**
   * Where the sum stands: all that has to be kept between two answers.
   *
   * @param steps the sum in whole steps, at least 0; see {@link #sum}
   * @param since the day of the first answer after the last 0, or null at 0
   * @param unhappy how many answers were unhappy since then
   * @param answers how many there were since then
   * @param alarm whether the last answer raised an alarm
   */
  public record State(
      long steps, @Nullable LocalDate since, long unhappy, long answers, boolean alarm) {

    /**
     * Checks that the counts go together.
     *
     * @throws IllegalArgumentException that says which do not
     */
    public State {
      if (steps < 0 || (steps == 0) != (since == null)) {
        throw new IllegalArgumentException(
            "a sum must be at least 0, and have a first day unless it is 0, but was " + steps
                + " steps since " + since);
      }
      if (unhappy < 0 || unhappy > answers) {
        throw new IllegalArgumentException("unhappy answers must be between 0 and the " + answers
            + " answers, but was " + unhappy);
      }
    }

    /** Returns the share of unhappy answers since the last 0 in percent, or empty at 0. */
    public OptionalDouble share() {
      return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * unhappy / answers);
    }
  }

  /**
   * A change for the worse that was noticed.
   *
   * @param noticed the day of the alarm
   * @param start the day on which the change began, most likely: the first after the last 0
   * @param unhappy how many answers were unhappy from then to the alarm
   * @param answers how many there were
   */
  public record Alarm(LocalDate noticed, LocalDate start, long unhappy, long answers) {

    /** Returns the share of unhappy answers from the start to the alarm in percent. */
    public double share() {
      return 100.0 * unhappy / answers;
    }

    /**
     * Returns the 95 % interval of that share in percent; the start was chosen to make the share
     * high, so the truth is rather in its lower half.
     */
    public ConfidenceInterval interval() {
      return ConfidenceInterval.ofShare(
          (double) unhappy / answers, answers, ConfidenceInterval.DEFAULT_LEVEL);
    }
  }

  /** Returns the state before the first answer. */
  public State start() {
    return new State(0, null, 0, 0, false);
  }

  /** Returns the state after one more answer; after an alarm the sum starts at 0 again. */
  public State next(State state, LocalDate day, boolean unhappy) {
    return next(state, day, unhappy ? 1 : 0, 1);
  }

  /**
   * Returns the state after the answers of a day, whose order does not matter.
   *
   * <p>The sum moves once, by all of them. It is never above the sum that goes answer by answer, in
   * whichever order they came, so an alarm here is one there, and the expected number of answers to a
   * false alarm is at least that of {@link #expectedAnswersToAlarm}. A day without answers changes
   * nothing.
   *
   * @throws IllegalArgumentException that names the count which is out of bounds
   */
  public State next(State state, LocalDate day, long unhappy, long answers) {
    DailySeries.Day checked = new DailySeries.Day(day, unhappy, answers);
    State before = state.alarm() ? start() : state;
    if (checked.answers() == 0) {
      return before;
    }
    long sum = before.steps() + unhappy * up - (answers - unhappy) * down;
    if (sum <= 0) {
      return start();
    }
    LocalDate since = before.since() == null ? day : before.since();
    return new State(
        sum, since, before.unhappy() + unhappy, before.answers() + answers, sum >= limit);
  }

  /** Returns the alarms of a series, in ascending order, day by day from a sum of 0. */
  public List<Alarm> alarms(DailySeries series) {
    List<Alarm> alarms = new ArrayList<>();
    State state = start();
    for (DailySeries.Day each : series.days()) {
      state = next(state, each.date(), each.unhappy(), each.answers());
      LocalDate since = state.since();
      if (state.alarm() && since != null) {
        alarms.add(new Alarm(each.date(), since, state.unhappy(), state.answers()));
      }
    }
    return List.copyOf(alarms);
  }

  /**
   * Returns the expected number of answers from a sum of 0 to an alarm, computed exactly.
   *
   * <p>With {@link #usualShare} that is how often there is a false alarm; with {@link #alarmingShare}
   * how soon a change is noticed, where the sum was 0 when it came. Takes some milliseconds.
   *
   * @param share the true share of unhappy answers, above 0 and at most 1
   * @throws IllegalArgumentException if it is out of bounds
   */
  public double expectedAnswersToAlarm(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be above 0 and at most 1, but was " + share);
    }
    return RunLength.expected(up, down, limit, share);
  }

  /** Returns p₀, the share of unhappy answers while all is as usual, 0 to 1. */
  public double usualShare() {
    return usualShare;
  }

  /** Returns p₁ as it is used, 0 to 1: near the one asked for, so that the sum has whole steps. */
  public double alarmingShare() {
    return alarmingShare;
  }

  /** Returns h, the sum that raises an alarm. */
  public double threshold() {
    return threshold;
  }

  /** Returns the sum of a state as a log likelihood ratio, for a chart that has the threshold too. */
  public double sum(State state) {
    return state.steps() * (Math.log(alarmingShare / usualShare) / up);
  }

  /** Returns how many steps up an unhappy answer is. */
  int up() {
    return up;
  }

  /** Returns how many steps down any other answer is. */
  int down() {
    return down;
  }

  /** Returns how many steps raise an alarm. */
  int limit() {
    return limit;
  }

  @Override
  public String toString() {
    return "BernoulliCusum[p0 = %s, p1 = %s, h = %s]"
        .formatted(usualShare, alarmingShare, threshold);
  }
}
