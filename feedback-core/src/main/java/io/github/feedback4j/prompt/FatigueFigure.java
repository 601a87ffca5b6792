package io.github.feedback4j.prompt;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a {@link FatigueReport} that can be compared, in the order in which they are read.
 *
 * @since 0.1
 */
public enum FatigueFigure {
  /** Touchpoints that were decided about. */
  TOUCHPOINTS(Unit.COUNT, report -> count(report.totals().touchpoints())),
  /** People with a touchpoint. */
  PEOPLE(Unit.COUNT, report -> count(report.people())),
  /** Invitations. */
  ASKED(Unit.COUNT, report -> count(report.totals().asked())),
  /** Invitations that were answered. */
  ANSWERED(Unit.COUNT, report -> count(report.totals().answered())),
  /** The share of the invitations that were answered. */
  RESPONSE_RATE(
      Unit.SHARE, report -> share(report.totals().answered(), report.totals().asked())),
  /** The share of the people who were never asked. */
  NEVER_ASKED(Unit.SHARE, report -> share(report.neverAsked(), report.people())),
  /** The share of the people who were asked more than once. */
  MORE_THAN_ONCE(Unit.SHARE, report -> share(report.askedMoreThan(1), report.people())),
  /** The share of the people who were asked more than three times. */
  MORE_THAN_THREE_TIMES(Unit.SHARE, report -> share(report.askedMoreThan(3), report.people())),
  /** The share of the people who were asked more than six times. */
  MORE_THAN_SIX_TIMES(Unit.SHARE, report -> share(report.askedMoreThan(6), report.people())),
  /** The share of the people who were asked more than twelve times. */
  MORE_THAN_TWELVE_TIMES(Unit.SHARE, report -> share(report.askedMoreThan(12), report.people())),
  /** How often half of the people were asked at most. */
  ASKS_P50(Unit.COUNT, report -> count(report.asksOf(0.5))),
  /** How often nine of ten people were asked at most. */
  ASKS_P90(Unit.COUNT, report -> count(report.asksOf(0.9))),
  /** How often 99 of 100 people were asked at most. */
  ASKS_P99(Unit.COUNT, report -> count(report.asksOf(0.99))),
  /** How often the person was asked who was asked most. */
  ASKS_MOST(Unit.COUNT, report -> count(report.mostAsks())),
  /** The shortest time between two questions to one person, in days. */
  SHORTEST_GAP(Unit.DAYS, report -> days(report.shortestGap())),
  /** Invitations that were closed, or left alone three times. */
  DISMISSED(Unit.COUNT, report -> count(report.totals().ended(Outcome.DISMISSED))),
  /** How many times "not now" was said. */
  PUT_OFF(Unit.COUNT, report -> count(report.totals().putOff())),
  /** People who do not want to be asked again. */
  OPTED_OUT(Unit.COUNT, report -> count(report.totals().ended(Outcome.OPTED_OUT))),
  /** Invitations that ended without a reaction. */
  EXPIRED(Unit.COUNT, report -> count(report.totals().ended(Outcome.EXPIRED))),
  /** Invitations that were void, because their subject was opened again. */
  CANCELLED(Unit.COUNT, report -> count(report.totals().ended(Outcome.CANCELLED)));

  /** What a figure counts. */
  public enum Unit {
    /** A number of something. */
    COUNT,
    /** A share, from 0 to 1. */
    SHARE,
    /** Days of 24 hours. */
    DAYS
  }

  private final Unit unit;
  private final Function<FatigueReport, OptionalDouble> value;

  FatigueFigure(Unit unit, Function<FatigueReport, OptionalDouble> value) {
    this.unit = unit;
    this.value = value;
  }

  /** Returns what it counts. */
  public Unit unit() {
    return unit;
  }

  /** Returns its value in a report, empty if there is nothing to tell it from. */
  public OptionalDouble of(FatigueReport report) {
    return value.apply(report);
  }

  private static OptionalDouble count(long count) {
    return OptionalDouble.of(count);
  }

  private static OptionalDouble days(@Nullable Duration length) {
    return length == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(length.toSeconds() / 86_400.0);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
