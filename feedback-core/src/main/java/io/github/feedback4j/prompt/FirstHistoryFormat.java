package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the histories that the first format wrote; nothing writes it any more. */
final class FirstHistoryFormat {

  // Behind the checksum:
  //
  //   record    the head: flags (bit 0: opted out, bit 1: encounters), the time of the opt-out, the
  //             number of encounters and for each the text of its survey and what is counted
  //   varint n  n texts, each once, however many contacts name it
  //   varint n  n contacts, each a record, whose times begin at the invitation of the one before
  //
  // A contact may end in a second word of flags with what was added to the format later.

  static final int FORMAT = 1;

  /** What the first three bits of a contact's flags mean; append only. */
  private static final List<Outcome> OUTCOMES = List.of(
      Outcome.INVITED,
      Outcome.SHOWN,
      Outcome.SNOOZED,
      Outcome.ANSWERED,
      Outcome.DISMISSED,
      Outcome.OPTED_OUT,
      Outcome.EXPIRED,
      Outcome.CANCELLED);

  /** What the bits of the dimension mask mean; not {@link Accountability#DIMENSIONS}, which may grow. */
  private static final List<String> DIMENSIONS =
      List.of("team", "channel", "sla", "service", "agent", "priority", "location", "change");

  private static final int OUTCOME = 7;
  private static final int SUBJECT = 1 << 3;
  private static final int SHOWN = 1 << 4;
  private static final int MASK = 1 << 5;
  private static final int KEPT = 1 << 6;
  private static final int ANSWERED = 1 << 7;
  private static final int COMPLETED = 1 << 8;
  private static final int RESPONSE = 1 << 9;
  private static final int REVISION = 1 << 10;
  private static final int PROBABILITY = 1 << 11;
  private static final int DISMISSED = 1 << 12;
  private static final int LOCALE = 1 << 13;
  private static final int SNOOZED_UNTIL = 1 << 14;
  private static final int SNOOZES = 1 << 15;
  private static final int OPENED = 1 << 16;
  private static final int CLOSED = 1 << 17;
  private static final int LOCALE_PARTS = 1 << 18;
  private static final int FLAGS = (1 << 19) - 1;

  private static final int OPTED_OUT = 1;
  private static final int ENCOUNTERS = 1 << 1;

  /** What the bits of the second flag word mean, which follows the fields of the first. */
  private static final int ATTRIBUTES = 1;

  private static final int DEFERRED = 1 << 1;
  private static final int SHOWS = 1 << 2;
  private static final int LAST_SHOWN = 1 << 3;

  private FirstHistoryFormat() {}

  private static Map<String, Encounters> readEncounters(HistoryInput head, List<String> texts) {
    Map<String, Encounters> encounters = new HashMap<>();
    int count = head.count();
    for (int i = 0; i < count; i++) {
      String survey = head.text(texts);
      long invited = head.number();
      int shown = head.integer();
      if (invited >>> 1 > Integer.MAX_VALUE || shown < 0) {
        throw HistoryInput.damaged("an encounter has an impossible number");
      }
      encounters.put(survey, new Encounters((int) (invited >>> 1), shown, (invited & 1) != 0));
    }
    return encounters;
  }

  /** Reads what stands behind the checksum. */
  static ContactHistory read(HistoryInput in) {
    HistoryInput head = in.record();
    long headFlags = head.hasMore() ? head.number() : 0;
    Instant optedOutAt = has(headFlags, OPTED_OUT) ? head.time(HistoryOutput.EPOCH) : null;
    List<String> texts = in.texts();
    Map<String, Encounters> encounters =
        has(headFlags, ENCOUNTERS) ? readEncounters(head, texts) : Map.of();
    int count = in.count();
    List<Contact> contacts = new ArrayList<>(count);
    Instant previous = HistoryOutput.EPOCH;
    for (int i = 0; i < count; i++) {
      Contact contact = read(in.record(), previous, texts);
      contacts.add(contact);
      previous = contact.invitation().invitedAt();
    }
    if (in.hasMore()) {
      throw HistoryInput.damaged("bytes follow its end");
    }
    return new ContactHistory(contacts, optedOutAt, encounters);
  }

  /** Most are on a screen once. */
  private static int usualShows(@Nullable Instant shownAt) {
    return shownAt == null ? 0 : 1;
  }

  private static Contact read(HistoryInput in, Instant previous, List<String> texts) {
    long flags = in.number();
    if ((flags & ~FLAGS) != 0) {
      throw HistoryInput.damaged("a contact has unknown flags");
    }
    UUID id = in.id();
    String survey = in.text(texts);
    int surveyVersion = in.integer();
    String respondent = in.text(texts);
    String event = in.text(texts);
    String subject = has(flags, SUBJECT) ? in.text(texts) : null;
    int resolution = has(flags, SUBJECT) ? in.integer() : 0;
    Instant invitedAt = in.time(previous);
    Instant expiresAt = in.time(invitedAt);
    double probability = has(flags, PROBABILITY) ? in.probability() : 1;

    @Nullable Instant[] moments = new @Nullable Instant[5];
    Instant last = invitedAt;
    int[] momentFlags = {SHOWN, ANSWERED, COMPLETED, DISMISSED, SNOOZED_UNTIL};
    for (int i = 0; i < moments.length; i++) {
      if (has(flags, momentFlags[i])) {
        last = in.time(last);
        moments[i] = last;
      }
    }
    int snoozes = has(flags, SNOOZES) ? in.integer() : 0;
    UUID response = has(flags, RESPONSE) ? in.id() : null;
    int revision = has(flags, REVISION) ? in.integer() : 0;
    try {
      Accountability accountable = readAccountability(in, flags, invitedAt, texts);
      Locale locale = readLocale(in, flags, texts);
      long more = in.hasMore() ? in.number() : 0;
      Attributes attributes =
          has(more, ATTRIBUTES) ? Attributes.fromJson(in.text(texts)) : Attributes.none();
      int shows = has(more, SHOWS) ? in.integer() : usualShows(moments[0]);
      Instant lastShownAt = moments[0];
      if (has(more, LAST_SHOWN)) {
        lastShownAt = in.number() == 0 ? null : in.time(invitedAt);
      }
      Invitation invitation = new Invitation(
          id,
          survey,
          surveyVersion,
          new RespondentKey(respondent),
          event,
          subject == null ? null : new Subject(subject, resolution),
          invitedAt,
          expiresAt,
          probability,
          accountable,
          locale,
          attributes);
      return new Contact(
          invitation,
          has(more, DEFERRED) ? Outcome.DEFERRED : OUTCOMES.get((int) flags & OUTCOME),
          has(flags, KEPT),
          moments[0],
          moments[1],
          moments[2],
          moments[3],
          moments[4],
          snoozes,
          response,
          revision,
          shows,
          lastShownAt);
    } catch (IllegalArgumentException e) {
      // The values say themselves what is wrong with them, and never which person's they are.
      throw HistoryInput.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Accountability readAccountability(
      HistoryInput in, long flags, Instant invitedAt, List<String> texts) {
    Accountability accountable = Accountability.none();
    if (has(flags, MASK)) {
      long mask = in.number();
      if (mask >>> DIMENSIONS.size() != 0) {
        throw new IllegalArgumentException("a contact has unknown dimensions");
      }
      for (int i = 0; i < DIMENSIONS.size(); i++) {
        if ((mask & (1L << i)) != 0) {
          accountable = accountable.with(DIMENSIONS.get(i), in.text(texts));
        }
      }
    }
    if (has(flags, OPENED)) {
      accountable = accountable.openedAt(in.time(invitedAt));
    }
    return has(flags, CLOSED) ? accountable.closedAt(in.time(invitedAt)) : accountable;
  }

  private static @Nullable Locale readLocale(HistoryInput in, long flags, List<String> texts) {
    if (has(flags, LOCALE)) {
      return Locale.forLanguageTag(in.text(texts));
    }
    return has(flags, LOCALE_PARTS)
        ? new Locale(in.text(texts), in.text(texts), in.text(texts))
        : null;
  }

  private static boolean has(long flags, int flag) {
    return (flags & flag) != 0;
  }
}
