package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change that somebody means to make, and what it is to move: declared before it starts, so that
 * nobody picks the metric, the team or the weeks in which it happened to look good.
 *
 * <p>The time before is as long as the horizon and ends where the initiative starts, so that both
 * sides hold the same number of weeks. Days are those by which the tallies are kept.
 *
 * @param name what it is called, not blank
 * @param start the first day of the change
 * @param scope where it takes place: values by dimension, such as {@code team: network}; empty if
 *     everywhere
 * @param metric what it is to move
 * @param direction whether the value of the metric is to rise or to fall
 * @param horizon after what time it is judged, longer than zero
 * @since 0.1
 */
public record Initiative(
    String name,
    LocalDate start,
    Map<String, String> scope,
    MetricDefinition metric,
    Direction direction,
    Period horizon) {

  /** Which way a value is to go. */
  public enum Direction {
    /** The value is to become greater. */
    RISE,
    /** The value is to become smaller. */
    FALL
  }

  /**
   * Checks the name and the horizon, and copies the scope in the order of its dimensions.
   *
   * @throws IllegalArgumentException that names what is wrong
   */
  public Initiative {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of an initiative must not be blank");
    }
    if (!start.plus(horizon).isAfter(start)) {
      throw new IllegalArgumentException(
          "horizon of initiative '%s' must be longer than zero, but was %s"
              .formatted(name, horizon));
    }
    scope = Collections.unmodifiableSortedMap(new TreeMap<>(scope));
  }

  /** Returns the first day of the time before. */
  public LocalDate beforeFrom() {
    return start.minus(horizon);
  }

  /** Returns the first day that is no longer judged. */
  public LocalDate until() {
    return start.plus(horizon);
  }

  /** Returns whether the horizon is over on this day, so that the result is the one that counts. */
  public boolean isOver(LocalDate today) {
    return !today.isBefore(until());
  }

  /**
   * Returns what became of it, with 95 % intervals.
   *
   * @param before the answers of its scope from {@link #beforeFrom} until the day before the start
   * @param after the answers of its scope from the start until the day before {@link #until}
   * @throws IllegalArgumentException if a tally is not of the declared metric
   */
  public InitiativeEffect effect(Tally before, Tally after) {
    return InitiativeEffect.of(this, before, after, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns what became of it, adjusted for the mix of strata, with 95 % intervals.
   *
   * @param before the answers of its scope before, by the value of one dimension
   * @param after the answers of its scope after, by the same dimension
   * @throws IllegalArgumentException if a tally is not of the declared metric
   */
  public InitiativeEffect effect(Map<String, Tally> before, Map<String, Tally> after) {
    return InitiativeEffect.of(this, before, after, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns its effect as it can be seen on each day, for those who do not wait for the horizon; see
   * {@link ConfidenceSequence}. Days out of the horizon are left out.
   *
   * @param sequence how sure one wants to be, and after how many answers
   * @param before the answers of its scope before
   * @param after the answers of its scope by day; not summed up
   * @throws IllegalArgumentException if a tally is not of the declared metric
   */
  public List<ConfidenceSequence.Look> watch(
      ConfidenceSequence sequence, Tally before, SortedMap<LocalDate, Tally> after) {
    Difference.requireSameSeries(metric, before.metric());
    return sequence.follow(before, after.subMap(start, until()));
  }
}
