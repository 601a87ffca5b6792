package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.ConfidenceInterval;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are wanted; days are those of UTC, and an answer belongs to the day on which it was given.
 *
 * @param dimensions of which there is a table each, some of {@link Accountability#DIMENSIONS}
 * @param from the first day, or null for no beginning
 * @param until the first day that no longer counts, or null for no end
 * @param every the length in days of the periods of which there is a table, or 0 for none
 * @param minPersons how many people must stand behind a figure
 * @param level the level of the intervals
 */
record Asked(
    List<String> dimensions,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    int every,
    int minPersons,
    double level)
    implements Serializable {

  /** The name of the table whose groups are periods. */
  static final String PERIOD = "period";

  /** Where periods start that nobody gave a first day: a Monday, so that seven days are a week. */
  private static final LocalDate FIRST_MONDAY = LocalDate.of(1970, 1, 5);

  Asked {
    dimensions = List.copyOf(dimensions);
    dimensions.forEach(Accountability::requireDimension);
    if (Set.copyOf(dimensions).size() < dimensions.size()) {
      throw new IllegalArgumentException("a dimension must be named once, but was: " + dimensions);
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "until must be after from (" + from + "), but was " + until);
    }
    if (every < 0) {
      throw new IllegalArgumentException("every must be at least 1 day, but was " + every);
    }
  }

  /** Returns the wish for one figure per question, over all of the time. */
  static Asked everything(int minPersons) {
    return new Asked(List.of(), null, null, 0, minPersons, ConfidenceInterval.DEFAULT_LEVEL);
  }

  Asked by(String... others) {
    return new Asked(List.of(others), from, until, every, minPersons, level);
  }

  Asked between(@Nullable LocalDate first, @Nullable LocalDate end) {
    return new Asked(dimensions, first, end, every, minPersons, level);
  }

  Asked every(int days) {
    return new Asked(dimensions, from, until, days, minPersons, level);
  }

  /** Returns whether an answer of this time counts. */
  boolean contains(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** Returns the names of the tables: the dimensions, and the periods if there are any. */
  List<String> tables() {
    List<String> tables = new ArrayList<>(dimensions);
    if (every > 0) {
      tables.add(PERIOD);
    }
    return tables;
  }

  /** Returns the first day of the period of a time that counts. */
  String period(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    LocalDate first = from != null ? from : FIRST_MONDAY;
    // Periods begin at their first day and know nothing before it.
    long back = Math.max(0, -Math.floorDiv(day.toEpochDay() - first.toEpochDay(), (long) every));
    return String.valueOf(new Periods(first.minusDays(back * every), every).startOf(time));
  }
}
