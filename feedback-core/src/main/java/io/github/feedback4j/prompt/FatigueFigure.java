package io.github.feedback4j.prompt;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a {@link FatigueReport} that can be compared, in the order in which they are read.
 *
 * @since 0.1
 */
public enum FatigueFigure {
  /** Touchpoints that were decided about. */
  TOUCHPOINTS(Unit.COUNT),
  /** People with a touchpoint. */
  PEOPLE(Unit.COUNT),
  /** Invitations. */
  ASKED(Unit.COUNT),
  /** Invitations that were answered. */
  ANSWERED(Unit.COUNT),
  /** The share of the invitations that were answered. */
  RESPONSE_RATE(Unit.SHARE),
  /** The share of the people who were never asked. */
  NEVER_ASKED(Unit.SHARE),
  /** The share of the people who were asked more than once. */
  MORE_THAN_ONCE(Unit.SHARE),
  /** The share of the people who were asked more than three times. */
  MORE_THAN_THREE_TIMES(Unit.SHARE),
  /** The share of the people who were asked more than six times. */
  MORE_THAN_SIX_TIMES(Unit.SHARE),
  /** The share of the people who were asked more than twelve times. */
  MORE_THAN_TWELVE_TIMES(Unit.SHARE),
  /** How often half of the people were asked at most. */
  ASKS_P50(Unit.COUNT),
  /** How often nine of ten people were asked at most. */
  ASKS_P90(Unit.COUNT),
  /** How often 99 of 100 people were asked at most. */
  ASKS_P99(Unit.COUNT),
  /** How often the person was asked who was asked most. */
  ASKS_MOST(Unit.COUNT),
  /** The shortest time between two questions to one person, in days. */
  SHORTEST_GAP(Unit.DAYS),
  /** Invitations that were closed, or left alone three times. */
  DISMISSED(Unit.COUNT),
  /** How many times "not now" was said. */
  PUT_OFF(Unit.COUNT),
  /** People who do not want to be asked again. */
  OPTED_OUT(Unit.COUNT),
  /** Invitations that ended without a reaction. */
  EXPIRED(Unit.COUNT),
  /** Invitations that were void, because their subject was opened again. */
  CANCELLED(Unit.COUNT);

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

  FatigueFigure(Unit unit) {
    this.unit = unit;
  }

  /** Returns what it counts. */
  public Unit unit() {
    return unit;
  }

  /** Returns its value in a report, empty if there is nothing to tell it from. */
  public OptionalDouble of(FatigueReport report) {
    FatigueReport.Totals totals = report.totals();
    return switch (this) {
      case TOUCHPOINTS -> count(totals.touchpoints());
      case PEOPLE -> count(report.people());
      case ASKED -> count(totals.asked());
      case ANSWERED -> count(totals.answered());
      case RESPONSE_RATE -> share(totals.answered(), totals.asked());
      case NEVER_ASKED -> share(report.neverAsked(), report.people());
      case MORE_THAN_ONCE -> share(report.askedMoreThan(1), report.people());
      case MORE_THAN_THREE_TIMES -> share(report.askedMoreThan(3), report.people());
      case MORE_THAN_SIX_TIMES -> share(report.askedMoreThan(6), report.people());
      case MORE_THAN_TWELVE_TIMES -> share(report.askedMoreThan(12), report.people());
      case ASKS_P50 -> count(report.asksOf(0.5));
      case ASKS_P90 -> count(report.asksOf(0.9));
      case ASKS_P99 -> count(report.asksOf(0.99));
      case ASKS_MOST -> count(report.mostAsks());
      case SHORTEST_GAP -> days(report.shortestGap());
      case DISMISSED -> count(totals.ended(Outcome.DISMISSED));
      case PUT_OFF -> count(totals.putOff());
      case OPTED_OUT -> count(totals.ended(Outcome.OPTED_OUT));
      case EXPIRED -> count(totals.ended(Outcome.EXPIRED));
      case CANCELLED -> count(totals.ended(Outcome.CANCELLED));
    };
  }

  private static OptionalDouble count(long count) {
    return OptionalDouble.of((double) count);
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
