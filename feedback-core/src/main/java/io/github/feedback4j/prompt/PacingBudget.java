package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.Pacing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A number that rises through the days of a period, and through the hours of each day. */
final class PacingBudget implements Budget {

  // Day d of D gets its even share of n, which is ⌊nd/D⌋ − ⌊n(d−1)/D⌋, and of what earlier days
  // left
  // unused as much as an even spreading over the days that are left gives it, rounded up. The last
  // day gets all that is left. If every day uses its budget, the budgets are the even shares, and
  // their sum is n.
  //
  // Within a day a budget of b is released at the rate of b per window: ⌊b·f + p⌋ units when the
  // fraction f of the window has passed. The phase p, at least 0 and less than 1, differs from day
  // to day, or the only unit of a day would come at the same hour each day, to the same people.
  // It is the sampling position of the date under the survey's key, in 65,536ths.
  //
  // All of it is arithmetic of whole numbers, and none of it can overflow: b ≤ 10^6, a window has
  // at
  // most 90,000 seconds or so, and 10^6 · 10^5 · 2^16 < 2^63.

  static final int PHASES = 1 << 16;

  private final String name;
  private final Pacing pacing;
  private final ZoneId zone;

  PacingBudget(String survey, Pacing pacing) {
    this.name = survey + "/pacing";
    this.pacing = pacing;
    this.zone = pacing.zone();
  }

  @Override
  public Counter counter(Instant now) {
    return Budget.counter(name, pacing.per(), zone, now);
  }

  @Override
  public long limit(Count count, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    if (count.isPast(day.toEpochDay())) {
      // Another node's clock is on a later day already, and has this day's units carried over.
      return count.taken();
    }
    long before = count.takenBefore(day.toEpochDay());
    return before + released(day, budget(day, before), now);
  }

  @Override
  public Count noted(Count count, Instant now) {
    return count.on(LocalDate.ofInstant(now, zone).toEpochDay());
  }

  /** Returns the budget of a day before which so many units of its period were out. */
  long budget(LocalDate day, long before) {
    LocalDate first = pacing.per().first(day);
    LocalDate next = pacing.per().next(first);
    long days = next == null ? 1 : ChronoUnit.DAYS.between(first, next);
    long number = ChronoUnit.DAYS.between(first, day) + 1;
    long evenBefore = pacing.answers() * (number - 1) / days;
    long share = pacing.answers() * number / days - evenBefore;
    long unused = evenBefore - before;
    long left = days - number + 1;
    return unused >= 0 ? share + (unused + left - 1) / left : Math.max(0, share + unused);
  }

  private long released(LocalDate day, long budget, Instant now) {
    Instant start = start(day);
    Instant end = end(day);
    if (!now.isBefore(end)) {
      return budget;
    }
    if (!now.isAfter(start)) {
      return 0;
    }
    long window = ChronoUnit.SECONDS.between(start, end);
    long passed = ChronoUnit.SECONDS.between(start, now);
    return (budget * passed * PHASES + phase(day) * window) / (window * PHASES);
  }

  /** Returns when the k-th unit of a day's budget is released, for k from 1 to the budget. */
  private Instant release(LocalDate day, long budget, long k) {
    Instant start = start(day);
    Instant end = end(day);
    long window = Math.max(0, ChronoUnit.SECONDS.between(start, end));
    long numerator = (k * PHASES - phase(day)) * window;
    long denominator = budget * PHASES;
    Instant release = start.plusSeconds((numerator + denominator - 1) / denominator);
    return release.isBefore(end) ? release : end;
  }

  @Override
  public @Nullable Instant nextUnit(Count count, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    long before = count.takenBefore(day.toEpochDay());
    long taken = count.taken();
    if (!count.isPast(day.toEpochDay()) && budget(day, before) > taken - before) {
      Instant release = release(day, budget(day, before), taken - before + 1);
      if (release.isAfter(now)) {
        return release;
      }
    }
    // A period has at most 31 days, and the next one has a unit on one of its.
    Counter current = counter(now);
    for (int i = 1; i <= 62; i++) {
      LocalDate later = day.plusDays(i);
      Instant begin = Budget.startOf(later, zone);
      long out = begin.isBefore(current.until()) ? taken : 0;
      long budget = budget(later, out);
      // Where a zone changed its side of the date line, a day is left out.
      boolean exists = LocalDate.ofInstant(begin, zone).equals(later);
      if (exists && budget > 0) {
        return release(later, budget, 1);
      }
    }
    return current.until();
  }

  private Instant start(LocalDate day) {
    return day.atTime(pacing.from()).atZone(zone).toInstant();
  }

  /** Returns the last second of the window, in which all is released, so that a period leaves no rest. */
  private Instant end(LocalDate day) {
    Instant end = pacing.until().equals(LocalTime.MIDNIGHT)
        ? Budget.startOf(day.plusDays(1), zone)
        : day.atTime(pacing.until()).atZone(zone).toInstant();
    return end.minusSeconds(1);
  }

  private long phase(LocalDate day) {
    return (long) (SamplingPosition.of(name, day.toString()) * PHASES);
  }

  @Override
  public SkipReason reason() {
    return SkipReason.PACED;
  }

  @Override
  public String rule() {
    return pacing.toString();
  }
}
