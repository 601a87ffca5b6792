package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.ContactLimit;
import io.github.feedback4j.survey.ContactRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One contact rule, ready to be judged: says until when it binds somebody. */
sealed interface ContactBound {

  /** Returns until when this rule binds at this moment, or null if it does not. */
  @Nullable
  Instant end(Moment moment);

  /** Returns the reason to give. */
  SkipReason reason();

  /** Returns the rule as its file writes it. */
  String text();

  /** A rule that binds, and until when. */
  record Until(ContactBound by, Instant end) {}

  /**
   * How lengths are read.
   *
   * @param zone where days begin unless the touchpoint says otherwise, or null for elapsed time
   * @param exclusive whether exactly at the end is still too early
   */
  record Reading(@Nullable ZoneId zone, boolean exclusive) {

    /** Returns the first instant at which {@code length} after {@code start} is over. */
    Instant end(Instant start, Duration length, Moment moment) {
      ZoneId where =
          zone == null || moment.touchpoint.zone() == null ? zone : moment.touchpoint.zone();
      if (where == null) {
        Instant end = start.plus(length);
        return exclusive ? end.plusNanos(1) : end;
      }
      LocalDate day = LocalDate.ofInstant(start, where).plusDays(length.toDays());
      return (exclusive ? day.plusDays(1) : day).atStartOfDay(where).toInstant();
    }

    /** Returns the end if it is still to come. */
    @Nullable
    Instant endIfAhead(Instant since, Duration length, Moment moment) {
      // A time in the future comes from another node's clock; it counts as just now.
      Instant start = since.isAfter(moment.now) ? moment.now : since;
      Instant end = end(start, length, moment);
      return moment.now.isBefore(end) ? end : null;
    }
  }

  /** A gap after an event. */
  record Gap(
      String source,
      Reading reading,
      ContactRule rule,
      @Nullable Set<String> surveys) implements ContactBound {

    @Override
    public @Nullable Instant end(Moment moment) {
      List<Contact> contacts = moment.history.contacts();
      Instant latest = null;
      for (int i = 0; i < contacts.size(); i++) {
        Contact each = contacts.get(i);
        Instant since = counts(surveys, each) ? since(each, moment) : null;
        Instant end = since == null ? null : reading.endIfAhead(since, rule.gap(), moment);
        if (end != null && (latest == null || end.isAfter(latest))) {
          latest = end;
        }
      }
      return latest;
    }

    private @Nullable Instant since(Contact contact, Moment moment) {
      return switch (rule.since()) {
        case INVITED -> contact.countsAsInvited() ? contact.invitation().invitedAt() : null;
        case SHOWN -> contact.lastShownAt();
        case ANSWERED -> contact.answeredAt();
        case DISMISSED -> contact.dismissedAt(moment.now);
      };
    }

    @Override
    public SkipReason reason() {
      return SkipReason.COOLING_DOWN;
    }

    @Override
    public String text() {
      return source + ": {" + rule + "}";
    }
  }

  /** A number of invitations within a stretch of time. */
  record Limit(
      String source,
      Reading reading,
      ContactLimit limit,
      @Nullable Set<String> surveys) implements ContactBound {

    @Override
    public @Nullable Instant end(Moment moment) {
      List<Contact> contacts = moment.history.contacts();
      List<Instant> ends = null;
      for (int i = 0; i < contacts.size(); i++) {
        Contact each = contacts.get(i);
        Instant end = counts(surveys, each) && each.countsAsInvited()
            ? reading.endIfAhead(each.invitation().invitedAt(), limit.within(), moment)
            : null;
        if (end != null) {
          ends = ends == null ? new ArrayList<>() : ends;
          ends.add(end);
        }
      }
      if (ends == null || ends.size() < limit.times()) {
        return null;
      }
      // Free again when so many have left the stretch that one more may come.
      Collections.sort(ends);
      return ends.get(ends.size() - limit.times());
    }

    @Override
    public SkipReason reason() {
      return SkipReason.CONTACT_LIMIT;
    }

    @Override
    public String text() {
      return source + ": {" + limit + "}";
    }
  }

  /** A time in which somebody new is not asked. */
  record Newcomer(String text, Reading reading, Duration grace) implements ContactBound {

    @Override
    public @Nullable Instant end(Moment moment) {
      Instant since = moment.touchpoint.memberSince();
      return since == null ? null : reading.endIfAhead(since, grace, moment);
    }

    @Override
    public SkipReason reason() {
      return SkipReason.COOLING_DOWN;
    }
  }

  private static boolean counts(@Nullable Set<String> surveys, Contact contact) {
    return surveys == null || surveys.contains(contact.invitation().survey());
  }
}
