package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.ContactRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One contact rule, ready to be judged: says until when it binds somebody. */
sealed interface ContactBound {

  /** Returns until when this rule binds at this moment, {@link Nanos#NONE} if it does not. */
  long end(Moment moment);

  /** Returns the reason to give. */
  SkipReason reason();

  /** Returns the rule as its file writes it. */
  String text();

  /** A length of time, and how it is read. Immutable. */
  final class Length {

    private final long nanos;
    private final long days;
    private final @Nullable ZoneId zone;

    /**
     * Creates a length.
     *
     * @param length how long
     * @param zone where days begin unless the touchpoint says otherwise, or null for elapsed time
     * @param exclusive whether exactly at the end is still too early
     */
    Length(Duration length, @Nullable ZoneId zone, boolean exclusive) {
      this.nanos = Nanos.of(length) + (exclusive ? 1 : 0);
      this.days = length.toDays() + (exclusive ? 1 : 0);
      this.zone = zone;
    }

    /** Returns the end of this length after {@code since} if it is still to come. */
    long endIfAhead(long since, Moment moment) {
      // A time in the future comes from another node's clock; it counts as just now.
      return endAfter(Math.min(since, moment.nanos()), moment);
    }

    /** Returns the end of this length after a time that may be meant to lie ahead. */
    long endAfter(long start, Moment moment) {
      long end = zone == null ? Nanos.plus(start, nanos) : endOfDays(start, moment, zone);
      return moment.nanos() < end ? end : Nanos.NONE;
    }

    private long endOfDays(long start, Moment moment, ZoneId rules) {
      ZoneId own = moment.touchpoint.zone();
      ZoneId where = own == null ? rules : own;
      LocalDate day = LocalDate.ofInstant(Nanos.instant(start), where).plusDays(days);
      return Nanos.of(day.atStartOfDay(where).toInstant());
    }
  }

  /** A gap after an event. */
  record Gap(String text, Length length, ContactRule.Since since, SurveySet surveys)
      implements ContactBound {

    @Override
    public long end(Moment moment) {
      Past past = moment.past;
      long latest = Nanos.NONE;
      for (int i = 0; i < past.contacts; i++) {
        long start = surveys.has(past.survey[i]) ? start(past, i, moment) : Nanos.NONE;
        if (start != Nanos.NONE) {
          // The clock of an anonymous answer starts when its invitation ends, and is known before.
          long end = past.isEnd(i, start)
              ? length.endAfter(start, moment)
              : length.endIfAhead(start, moment);
          latest = Math.max(latest, end);
        }
      }
      return latest;
    }

    private long start(Past past, int contact, Moment moment) {
      return switch (since) {
        case INVITED -> past.countsAsInvited(contact) ? past.invitedAt[contact] : Nanos.NONE;
        case SHOWN -> past.lastShownAt[contact];
        case ANSWERED -> past.answeredAt[contact];
        case DISMISSED -> past.dismissedAt(contact, moment.nanos());
      };
    }

    @Override
    public SkipReason reason() {
      return SkipReason.COOLING_DOWN;
    }
  }

  /** A number of invitations within a stretch of time. */
  record Limit(String text, Length length, int times, SurveySet surveys) implements ContactBound {

    @Override
    public long end(Moment moment) {
      Past past = moment.past;
      if (past.contacts < times) {
        return Nanos.NONE;
      }
      long[] ends = moment.room(past.contacts);
      int count = 0;
      for (int i = 0; i < past.contacts; i++) {
        long end = surveys.has(past.survey[i]) && past.countsAsInvited(i)
            ? length.endIfAhead(past.invitedAt[i], moment)
            : Nanos.NONE;
        if (end != Nanos.NONE) {
          ends[count++] = end;
        }
      }
      if (count < times) {
        return Nanos.NONE;
      }
      // Free again when so many have left the stretch that one more may come.
      Arrays.sort(ends, 0, count);
      return ends[count - times];
    }

    @Override
    public SkipReason reason() {
      return SkipReason.CONTACT_LIMIT;
    }
  }

  /** A time in which somebody new is not asked. */
  record Newcomer(String text, Length length) implements ContactBound {

    @Override
    public long end(Moment moment) {
      Instant since = moment.touchpoint.memberSince();
      return since == null ? Nanos.NONE : length.endIfAhead(Nanos.of(since), moment);
    }

    @Override
    public SkipReason reason() {
      return SkipReason.COOLING_DOWN;
    }
  }
}
