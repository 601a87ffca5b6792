package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Display;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Stops a survey that has had its chance with this person in this period of the calendar. */
final class CalendarDisplayGate implements Gate {

  private final String key;
  private final int survey;
  private final CalendarPeriod period;
  private final ZoneId zone;
  private final String rule;
  private volatile @Nullable Current current;

  /** The period that has some time, in some zone: when it begins and ends, and what to say in it. */
  private record Current(ZoneId zone, long from, long until, Decision.Skip limit) {}

  CalendarDisplayGate(String key, int survey, Display.Every display) {
    this.key = key;
    this.survey = survey;
    this.period = display.period();
    this.zone = display.zone();
    this.rule = "display: {every: %s, zone: %s}".formatted(period, zone);
  }

  @Override
  public Name name() {
    return Name.DISPLAY;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (moment.live(survey) != Past.NOBODY) {
      return null;
    }
    Current now = current(moment);
    Past past = moment.past;
    for (int i = 0; i < past.contacts; i++) {
      // One in the future comes from another node's clock; it counts as just now.
      if (past.survey[i] == survey && past.countsAsInvited(i) && past.invitedAt[i] >= now.from) {
        return now.limit;
      }
    }
    return null;
  }

  /** Most decisions are made in the same period and zone as the one before, and so allocate nothing. */
  private Current current(Moment moment) {
    ZoneId own = moment.touchpoint.zone();
    ZoneId where = own == null ? zone : own;
    Current known = current;
    if (known == null
        || !known.zone.equals(where)
        || moment.nanos() < known.from
        || moment.nanos() >= known.until) {
      known = at(moment.now(), where);
      current = known;
    }
    return known;
  }

  private Current at(Instant now, ZoneId where) {
    long number = period.number(LocalDate.ofInstant(now, where));
    Instant from = Budget.startOf(period.first(number), where);
    Instant until = Budget.startOf(period.first(number + 1), where);
    return new Current(
        where,
        Nanos.of(from),
        Nanos.of(until),
        new Decision.Skip(SkipReason.DISPLAY_LIMIT, key, rule, until));
  }
}
