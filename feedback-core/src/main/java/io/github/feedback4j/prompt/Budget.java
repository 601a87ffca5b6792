package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.Per;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How many units of something may be out at some time. Stateless; every node comes to the same. */
interface Budget {

  /** Returns what is counted at this time. */
  Counter counter(Instant now);

  /** Returns how many units may be out at this time, for a count of the counter of this time. */
  long limit(Count count, Instant now);

  /** Returns what to keep of a count from which units are taken at this time. */
  Count noted(Count count, Instant now);

  /**
   * Returns when there will be a unit by time alone, later than now, if nobody takes or frees one; null
   * if never.
   */
  @Nullable
  Instant nextUnit(Count count, Instant now);

  /** Returns the reason of a skip for want of a unit. */
  SkipReason reason();

  /** Returns the rule as the definition writes it. */
  String rule();

  /** Returns whether a unit comes back when its invitation expires or is turned away. */
  default boolean comesBackUnanswered() {
    return true;
  }

  /** Returns the counter of the stretch of the calendar that has this time. */
  static Counter counter(String name, Per per, ZoneId zone, Instant now) {
    LocalDate first = per.first(LocalDate.ofInstant(now, zone));
    LocalDate next = per.next(first);
    return new Counter(
        name, startOf(first, zone), next == null ? Counter.NEVER : startOf(next, zone));
  }

  /** Returns when a day begins. */
  static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
