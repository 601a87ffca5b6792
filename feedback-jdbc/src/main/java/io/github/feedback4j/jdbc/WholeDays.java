package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.ResponseFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/** Cuts a window into whole days of UTC, which a roll-up knows, and the rest, which only the rows know. */
final class WholeDays {

  /** What is counted from where. */
  interface Parts {
    /** Counts days from the first until before the last. */
    void days(long first, long end);

    /** Counts rows. */
    void rows(Conditions where);
  }

  private WholeDays() {}

  /**
   * Cuts the window of a filter.
   *
   * @param apart by what else it is counted
   * @param time the name of the columns with the time
   * @param rows the conditions on rows, without that time
   */
  static void cut(
      ResponseFilter filter,
      Collection<String> apart,
      String time,
      Supplier<Conditions> rows,
      Parts parts) {
    Instant from = filter.from();
    Instant until = filter.until();
    long first = from == null ? Long.MIN_VALUE : firstWholeDay(from);
    long end = until == null ? Long.MAX_VALUE : day(until);
    if (first >= end
        || !RollUpCell.DIMENSIONS.containsAll(apart)
        || !RollUpCell.DIMENSIONS.containsAll(filter.dimensions().keySet())) {
      parts.rows(rows.get().from(time, from).until(time, until));
      return;
    }
    parts.days(first, end);
    if (from != null && day(from) != first) {
      parts.rows(rows.get().from(time, from).until(time, first * RollUpCell.SECONDS_PER_DAY, 0));
    }
    if (until != null && firstWholeDay(until) != end) {
      parts.rows(rows.get().from(time, end * RollUpCell.SECONDS_PER_DAY, 0).until(time, until));
    }
  }

  static long day(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), RollUpCell.SECONDS_PER_DAY);
  }

  /** Returns the first day that is not before a time in any part. */
  private static long firstWholeDay(Instant time) {
    boolean atMidnight = time.getNano() == 0
        && Math.floorMod(time.getEpochSecond(), RollUpCell.SECONDS_PER_DAY) == 0;
    return atMidnight ? day(time) : day(time) + 1;
  }
}
