package io.github.feedback4j.score;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which answers a {@link Score} is wanted for: a survey, a question, a time and a part of the
 * organisation.
 *
 * <p>A query that only names the survey means its first rating question, all time, everybody, and a
 * 95 % interval. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class Query {

  /** The greatest number of values that one query can filter for, over all dimensions. */
  public static final int MAX_FILTERS = 16;

  /** The longest time that {@link #last} looks back, some 100 years. */
  public static final Duration MAX_LAST = Duration.ofDays(36_500);

  private static final int MAX_NAME = 64;
  private static final int MAX_VALUE = 200;

  private final String survey;
  private final @Nullable String question;
  private final @Nullable Duration last;
  private final Window window;
  private final Map<String, Set<String>> filters;
  private final double level;
  private final boolean onDemand;

  private Query(
      String survey,
      @Nullable String question,
      @Nullable Duration last,
      Window window,
      Map<String, Set<String>> filters,
      double level,
      boolean onDemand) {
    this.survey = survey;
    this.question = question;
    this.last = last;
    this.window = window;
    this.filters = filters;
    this.level = level;
    this.onDemand = onDemand;
  }

  /**
   * A time from an instant on, until just before another one.
   *
   * @param from the first instant that belongs to it, or null if it has no beginning
   * @param until the first instant that no longer does, or null if it has no end
   */
  public record Window(@Nullable Instant from, @Nullable Instant until) {

    private static final Window ALWAYS = new Window(null, null);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the window ends before or when it starts
     */
    public Window {
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException(
            "until must be after from (" + from + "), but was " + until);
      }
    }

    /** Returns whether an instant belongs to this window. */
    public boolean contains(Instant instant) {
      return (from == null || !instant.isBefore(from))
          && (until == null || instant.isBefore(until));
    }
  }

  /**
   * Returns a query for all answers to the first rating of a survey.
   *
   * @param survey the key of the survey
   * @throws IllegalArgumentException if the key is blank or longer than 64 characters
   */
  public static Query of(String survey) {
    return new Query(
        requireText("survey", survey, MAX_NAME),
        null,
        null,
        Window.ALWAYS,
        Map.of(),
        ConfidenceInterval.DEFAULT_LEVEL,
        false);
  }

  /**
   * Returns this query for another question.
   *
   * @param question the id of the question, or null for the first rating of the survey
   * @throws IllegalArgumentException if the id is blank or longer than 64 characters
   */
  public Query question(@Nullable String question) {
    String checked = question == null ? null : requireText("question", question, MAX_NAME);
    return new Query(survey, checked, last, window, filters, level, onDemand);
  }

  /**
   * Returns this query for the time that ends when it is answered; replaces any other time.
   *
   * @param last how far to look back, longer than zero and at most {@link #MAX_LAST}
   * @throws IllegalArgumentException if the duration is out of bounds
   */
  public Query last(Duration last) {
    if (last.isZero() || last.isNegative() || last.compareTo(MAX_LAST) > 0) {
      throw new IllegalArgumentException(
          "last must be longer than zero and at most %d days, but was %s"
              .formatted(MAX_LAST.toDays(), last));
    }
    return new Query(survey, question, last, Window.ALWAYS, filters, level, onDemand);
  }

  /**
   * Returns this query for the last whole days, today included; replaces any other time. Days are
   * those of UTC, as in every roll-up.
   *
   * @param days 1 to 36,500
   * @param today the current day of UTC
   * @throws IllegalArgumentException if there are too few or too many days
   */
  public Query lastDays(int days, LocalDate today) {
    if (days < 1 || days > MAX_LAST.toDays()) {
      throw new IllegalArgumentException(
          "days must be between 1 and %d, but was %d".formatted(MAX_LAST.toDays(), days));
    }
    return between(
        today.minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toInstant(),
        today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * Returns this query for a fixed time; replaces any other time.
   *
   * @param from the first instant that counts
   * @param until the first instant that no longer counts
   * @throws IllegalArgumentException if {@code until} is not after {@code from}
   */
  public Query between(Instant from, Instant until) {
    return new Query(survey, question, null, new Window(from, until), filters, level, onDemand);
  }

  /**
   * Returns this query for the time from an instant on, without an end unless {@link #until} gave it
   * one; replaces {@link #last}.
   *
   * @param from the first instant that counts
   * @throws IllegalArgumentException if it is not before the end
   */
  public Query from(Instant from) {
    return new Query(
        survey, question, null, new Window(from, window.until()), filters, level, onDemand);
  }

  /**
   * Returns this query for the time until an instant, without a beginning unless {@link #from} gave
   * it one; replaces {@link #last}.
   *
   * @param until the first instant that no longer counts
   * @throws IllegalArgumentException if it is not after the beginning
   */
  public Query until(Instant until) {
    return new Query(
        survey, question, null, new Window(window.from(), until), filters, level, onDemand);
  }

  /**
   * Returns this query for the answers with a value in a dimension, such as {@code team}.
   *
   * <p>Several dimensions must all match; of several values in one dimension, one must. Values
   * match exactly, including upper and lower case.
   *
   * @param dimension the name of the dimension, at most 64 characters
   * @param value the value, at most 200 characters
   * @throws IllegalArgumentException if one of them is blank or too long, or if there are more than
   *     {@link #MAX_FILTERS} values
   */
  public Query where(String dimension, String value) {
    requireText("value of " + dimension, value, MAX_VALUE);
    return filter(dimension, value);
  }

  /**
   * Returns this query for the answers that have no value in a dimension, such as those of no team;
   * among {@link #where} values of the same dimension it is one more of them.
   *
   * @throws IllegalArgumentException as for {@link #where}
   */
  public Query whereMissing(String dimension) {
    return filter(dimension, "");
  }

  private Query filter(String dimension, String value) {
    requireText("dimension", dimension, MAX_NAME);
    Map<String, Set<String>> copy = new TreeMap<>(filters);
    Set<String> values = new TreeSet<>(copy.getOrDefault(dimension, Set.of()));
    values.add(value);
    copy.put(dimension, Collections.unmodifiableSet(values));
    int size = copy.values().stream().mapToInt(Set::size).sum();
    if (size > MAX_FILTERS) {
      throw new IllegalArgumentException(
          "query must filter for at most " + MAX_FILTERS + " values, but has " + size);
    }
    return new Query(
        survey, question, last, window, Collections.unmodifiableMap(copy), level, onDemand);
  }

  /**
   * Returns this query with another level of the confidence interval.
   *
   * @param level between 0 and 1, both excluded, such as 0.9
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public Query level(double level) {
    return new Query(
        survey, question, last, window, filters, ConfidenceInterval.requireLevel(level), onDemand);
  }

  /**
   * Returns this query for the answers of people who opened the survey themselves, and for no others.
   * Nobody chose them, so their score says nothing of everybody; without this they are left out.
   */
  public Query onDemand() {
    return new Query(survey, question, last, window, filters, level, true);
  }

  // The text itself stays out of the message: it may name a person.
  private static String requireText(String what, String text, int maxLength) {
    if (text.isBlank() || text.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s must have 1 to %d characters that are not all blank, but has %d"
              .formatted(what, maxLength, text.length()));
    }
    return text;
  }

  /** Returns the key of the survey. */
  public String survey() {
    return survey;
  }

  /** Returns the id of the question, or null for the first rating of the survey. */
  public @Nullable String question() {
    return question;
  }

  /**
   * Returns the time that is asked about, as seen at {@code now}.
   *
   * <p>After {@link #last} it starts that long before {@code now} and has no end, so that an answer
   * given at {@code now}, or by a clock that is a little ahead, counts. Without a time it has
   * neither beginning nor end.
   */
  public Window window(Instant now) {
    return last == null ? window : new Window(now.minus(last), null);
  }

  /**
   * Returns the values that are let through, by dimension, sorted; an empty text stands for having
   * none. Empty without filters.
   */
  public Map<String, Set<String>> filters() {
    return filters;
  }

  /** Returns the level of the confidence interval, between 0 and 1. */
  public double level() {
    return level;
  }

  /** Returns whether the answers of people who opened the survey themselves are meant. */
  public boolean isOnDemand() {
    return onDemand;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Query that
        && survey.equals(that.survey)
        && Objects.equals(question, that.question)
        && Objects.equals(last, that.last)
        && window.equals(that.window)
        && filters.equals(that.filters)
        && level == that.level
        && onDemand == that.onDemand;
  }

  @Override
  public int hashCode() {
    return Objects.hash(survey, question, last, window, filters, level, onDemand);
  }

  /** Returns what is asked for, but only the dimensions of filters: a value can be a person. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Query[").append(survey);
    if (question != null) {
      text.append('.').append(question);
    }
    if (last != null) {
      text.append(", last ").append(last);
    } else if (!window.equals(Window.ALWAYS)) {
      text.append(", from ").append(window.from()).append(" until ").append(window.until());
    }
    if (!filters.isEmpty()) {
      text.append(", where ").append(String.join(", ", filters.keySet()));
    }
    if (onDemand) {
      text.append(", on demand");
    }
    return text.append(", level ").append(level).append(']').toString();
  }
}
