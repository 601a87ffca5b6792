package io.github.feedback4j.insight;

import io.github.feedback4j.score.Tally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many answers there were on each day, and how many of them were unhappy: all that charts need.
 *
 * <p>Series add and subtract exactly, day by day, in any order, so nodes and months can be summed and
 * an erased answer taken out. What "unhappy" means is up to the caller, such as {@code detractor} or
 * {@code unsatisfied}; the probability with which somebody was asked does not weigh, because early
 * warning watches the answers as they come in. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class DailySeries {

  /** The greatest number of days from the first to the last, some 100 years. */
  public static final int MAX_DAYS = 36_600;

  /** The greatest number of answers on one day. */
  public static final long MAX_ANSWERS = 1_000_000_000_000L;

  private final List<Day> days;

  private DailySeries(List<Day> days) {
    this.days = days;
  }

  /**
   * The answers of one day.
   *
   * @param date the day, in the zone in which days are counted
   * @param unhappy how many answers were unhappy, at most {@code answers}
   * @param answers how many there were, at most {@value #MAX_ANSWERS}
   */
  public record Day(LocalDate date, long unhappy, long answers) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException that names the count which is out of bounds
     */
    public Day {
      if (answers < 0 || answers > MAX_ANSWERS) {
        throw new IllegalArgumentException("answers of %s must be between 0 and %d, but was %d"
            .formatted(date, MAX_ANSWERS, answers));
      }
      if (unhappy < 0 || unhappy > answers) {
        throw new IllegalArgumentException(
            "unhappy answers of %s must be between 0 and its %d answers, but was %d"
                .formatted(date, answers, unhappy));
      }
    }

    /**
     * Returns the day of a tally.
     *
     * @param unhappyClasses the classes of the metric that count as unhappy, such as {@code detractor}
     * @throws IllegalArgumentException that lists the classes if one of these is none
     */
    public static Day of(LocalDate date, Tally tally, Set<String> unhappyClasses) {
      return new Day(date, Unhappy.count(tally, unhappyClasses), tally.n());
    }

    private Day plus(Day other) {
      return new Day(date, unhappy + other.unhappy, answers + other.answers);
    }

    private Day minus(Day other) {
      if (other.unhappy > unhappy || other.answers - other.unhappy > answers - unhappy) {
        throw new IllegalArgumentException(
            "cannot take %d answers (%d unhappy) out of %s: it has %d (%d unhappy)"
                .formatted(other.answers, other.unhappy, date, answers, unhappy));
      }
      return new Day(date, unhappy - other.unhappy, answers - other.answers);
    }
  }

  /** Returns the series without answers. */
  public static DailySeries empty() {
    return new DailySeries(List.of());
  }

  /**
   * Returns the series of these days, in any order; counts of the same day are added up.
   *
   * @throws IllegalArgumentException if the first and the last day are more than {@value #MAX_DAYS}
   *     days apart, or a day has too many answers
   */
  public static DailySeries of(Collection<Day> days) {
    SortedMap<LocalDate, Day> sums = new TreeMap<>();
    for (Day each : days) {
      if (each.answers() > 0) {
        sums.merge(each.date(), each, Day::plus);
      }
    }
    if (!sums.isEmpty()) {
      long span = ChronoUnit.DAYS.between(sums.firstKey(), sums.lastKey()) + 1;
      if (span > MAX_DAYS) {
        throw new IllegalArgumentException("a series must span at most %d days, but %s to %s are %d"
            .formatted(MAX_DAYS, sums.firstKey(), sums.lastKey(), span));
      }
    }
    return new DailySeries(List.copyOf(sums.values()));
  }

  /**
   * Returns this series with some more answers of one day.
   *
   * @throws IllegalArgumentException that names the count which is out of bounds
   */
  public DailySeries with(LocalDate date, long unhappy, long answers) {
    return plus(of(List.of(new Day(date, unhappy, answers))));
  }

  /**
   * Returns the answers of both series.
   *
   * @throws IllegalArgumentException if together they span more than {@value #MAX_DAYS} days
   */
  public DailySeries plus(DailySeries other) {
    return of(Stream.concat(days.stream(), other.days.stream()).toList());
  }

  /**
   * Returns the answers of this series without those of the other one, which must be among them.
   *
   * @throws IllegalArgumentException that names a day on which they are not
   */
  public DailySeries minus(DailySeries other) {
    SortedMap<LocalDate, Day> rest = new TreeMap<>();
    days.forEach(each -> rest.put(each.date(), each));
    for (Day each : other.days) {
      Day present = rest.getOrDefault(each.date(), new Day(each.date(), 0, 0));
      rest.put(each.date(), present.minus(each));
    }
    return of(rest.values());
  }

  /** Returns the part from one day to another, both included. */
  public DailySeries between(LocalDate first, LocalDate last) {
    return new DailySeries(days.stream()
        .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
        .toList());
  }

  /** Returns the days with answers, in ascending order, for a store to keep. */
  public List<Day> days() {
    return days;
  }

  /** Returns the number of unhappy answers, at least 0. */
  public long unhappy() {
    return days.stream().mapToLong(Day::unhappy).sum();
  }

  /** Returns the number of answers, at least 0. */
  public long answers() {
    return days.stream().mapToLong(Day::answers).sum();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DailySeries that && days.equals(that.days);
  }

  @Override
  public int hashCode() {
    return days.hashCode();
  }

  /** Returns the totals as people read them, such as {@code 12 of 340 unhappy on 28 days}. */
  @Override
  public String toString() {
    return unhappy() + " of " + answers() + " unhappy on " + days.size() + " days";
  }
}
