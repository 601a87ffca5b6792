package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Writes a contact history as bytes, and reads every history that any version wrote. */
final class HistoryCodec {

  // Format 1:
  //
  //   1 byte    the format, 1
  //   4 bytes   CRC-32C of all that follows, big-endian
  //   record    the head: flags (bit 0: opted out, bit 1: encounters), the time of the opt-out, the
  //             number of encounters and for each the text of its survey and what is counted
  //   varint n  n texts, each once, however many contacts name it
  //   varint n  n contacts, each a record
  //
  // A record is a varint length and as many bytes. A later 1.x may append fields at the end of a
  // record, behind a flag word of their own: an older reader leaves the rest of a record alone.
  // Whatever else changes needs another format number, which an older reader refuses.
  //
  // What was appended to a contact so far, behind the flag word MORE: the attributes that its
  // invitation froze, as the index of a JSON text (bit 0). A contact without any of it has no such
  // word.
  //
  // Numbers are LEB128 varints. Times are differences, because most of them are near another one;
  // see HistoryOutput. A contact names texts by their index. Nothing is rounded, composed or
  // replaced: what is read equals what was written, down to half a surrogate pair.
  //
  // The checksum is there because this is the only truth for throttling. Without it a flipped bit
  // would be another, equally plausible time.

  private static final int FORMAT = 1;
  private static final int HEADER = 5;

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

  private HistoryCodec() {}

  static byte[] encode(ContactHistory history) {
    HistoryOutput.Texts texts = new HistoryOutput.Texts();
    HistoryOutput contacts = new HistoryOutput();
    contacts.number(history.contacts().size());
    Instant previous = HistoryOutput.EPOCH;
    for (Contact each : history.contacts()) {
      HistoryOutput record = new HistoryOutput();
      write(each, previous, record, texts);
      contacts.record(record);
      previous = each.invitation().invitedAt();
    }
    HistoryOutput head = new HistoryOutput();
    writeHead(history, head, texts);
    HistoryOutput body = new HistoryOutput();
    body.record(head);
    body.texts(texts);
    body.append(contacts);
    return body.toBytes(FORMAT);
  }

  static ContactHistory decode(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] != FORMAT) {
      throw new IllegalArgumentException(
          "contact history has format %d, but this version of feedback4j reads format %d only"
              .formatted(bytes[0] & 0xff, FORMAT));
    }
    if (bytes.length < HEADER) {
      throw HistoryInput.damaged("it has " + bytes.length + " bytes");
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEADER, bytes.length - HEADER);
    HistoryInput in = new HistoryInput(bytes, 1);
    if (in.fixed(4) != crc.getValue()) {
      throw HistoryInput.damaged("its checksum differs");
    }
    try {
      return read(in);
    } catch (DateTimeException | ArithmeticException e) {
      throw HistoryInput.damaged("a time is out of range");
    }
  }

  private static void writeHead(
      ContactHistory history, HistoryOutput head, HistoryOutput.Texts texts) {
    Map<String, Encounters> encounters = new TreeMap<>(history.encounters());
    int flags =
        flag(OPTED_OUT, history.optedOutAt() != null) | flag(ENCOUNTERS, !encounters.isEmpty());
    if (flags == 0) {
      return;
    }
    head.number(flags);
    head.optionalTime(HistoryOutput.EPOCH, history.optedOutAt());
    if (!encounters.isEmpty()) {
      head.number(encounters.size());
      encounters.forEach((survey, met) -> {
        head.number(texts.index(survey));
        head.number(((long) met.invited() << 1) | (met.answered() ? 1 : 0));
        head.integer(met.shown());
      });
    }
  }

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

  private static ContactHistory read(HistoryInput in) {
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

  private static void write(
      Contact contact, Instant previous, HistoryOutput out, HistoryOutput.Texts texts) {
    Invitation invitation = contact.invitation();
    Accountability accountable = invitation.accountability();
    Locale locale = invitation.locale();
    boolean byTag = locale != null && isTag(locale);
    Subject subject = invitation.subject();
    boolean deferred = contact.outcome() == Outcome.DEFERRED;
    int flags = OUTCOMES.indexOf(deferred ? Outcome.INVITED : contact.outcome())
        | flag(SUBJECT, subject != null)
        | flag(SHOWN, contact.shownAt() != null)
        | flag(MASK, !accountable.dimensions().isEmpty())
        | flag(KEPT, contact.kept())
        | flag(ANSWERED, contact.answeredAt() != null)
        | flag(COMPLETED, contact.completedAt() != null)
        | flag(RESPONSE, contact.responseId() != null)
        | flag(REVISION, contact.revision() != 0)
        | flag(PROBABILITY, invitation.inclusionProbability() != 1)
        | flag(DISMISSED, contact.dismissedAt() != null)
        | flag(LOCALE, byTag)
        | flag(SNOOZED_UNTIL, contact.snoozedUntil() != null)
        | flag(SNOOZES, contact.snoozes() != 0)
        | flag(OPENED, accountable.openedAt() != null)
        | flag(CLOSED, accountable.closedAt() != null)
        | flag(LOCALE_PARTS, locale != null && !byTag);
    out.number(flags);
    out.id(invitation.id());
    out.number(texts.index(invitation.survey()));
    out.integer(invitation.surveyVersion());
    out.number(texts.index(invitation.respondent().value()));
    out.number(texts.index(invitation.event()));
    if (subject != null) {
      out.number(texts.index(subject.id()));
      out.integer(subject.resolution());
    }
    out.time(previous, invitation.invitedAt());
    out.time(invitation.invitedAt(), invitation.expiresAt());
    if (invitation.inclusionProbability() != 1) {
      out.probability(invitation.inclusionProbability());
    }
    writeMoments(contact, out);
    writeAccountability(accountable, invitation.invitedAt(), out, texts);
    if (locale != null && byTag) {
      out.number(texts.index(locale.toLanguageTag()));
    } else if (locale != null) {
      out.number(texts.index(locale.getLanguage()));
      out.number(texts.index(locale.getCountry()));
      out.number(texts.index(locale.getVariant()));
    }
    writeMore(contact, deferred, out, texts);
  }

  /** Writes what readers of the first version of this format did not know. */
  private static void writeMore(
      Contact contact, boolean deferred, HistoryOutput out, HistoryOutput.Texts texts) {
    Instant shownAt = contact.shownAt();
    Attributes attributes = contact.invitation().attributes();
    int flags = flag(DEFERRED, deferred)
        | flag(SHOWS, contact.shows() != usualShows(shownAt))
        | flag(LAST_SHOWN, !Objects.equals(contact.lastShownAt(), shownAt))
        | flag(ATTRIBUTES, !attributes.asMap().isEmpty());
    if (flags == 0) {
      return;
    }
    out.number(flags);
    if ((flags & ATTRIBUTES) != 0) {
      out.number(texts.index(attributes.toJson()));
    }
    if ((flags & SHOWS) != 0) {
      out.integer(contact.shows());
    }
    Instant lastShownAt = contact.lastShownAt();
    if ((flags & LAST_SHOWN) != 0) {
      out.number(lastShownAt == null ? 0 : 1);
      out.optionalTime(contact.invitation().invitedAt(), lastShownAt);
    }
  }

  /** Most are on a screen once. */
  private static int usualShows(@Nullable Instant shownAt) {
    return shownAt == null ? 0 : 1;
  }

  private static void writeMoments(Contact contact, HistoryOutput out) {
    Instant last = contact.invitation().invitedAt();
    last = out.optionalTime(last, contact.shownAt());
    last = out.optionalTime(last, contact.answeredAt());
    last = out.optionalTime(last, contact.completedAt());
    last = out.optionalTime(last, contact.dismissedAt());
    out.optionalTime(last, contact.snoozedUntil());
    if (contact.snoozes() != 0) {
      out.integer(contact.snoozes());
    }
    UUID response = contact.responseId();
    if (response != null) {
      out.id(response);
    }
    if (contact.revision() != 0) {
      out.integer(contact.revision());
    }
  }

  private static void writeAccountability(
      Accountability accountable, Instant invitedAt, HistoryOutput out, HistoryOutput.Texts texts) {
    Map<String, String> dimensions = accountable.dimensions();
    if (!dimensions.isEmpty()) {
      int mask = 0;
      for (String each : dimensions.keySet()) {
        mask |= 1 << DIMENSIONS.indexOf(each);
      }
      out.number(mask);
      for (String each : DIMENSIONS) {
        String value = dimensions.get(each);
        if (value != null) {
          out.number(texts.index(value));
        }
      }
    }
    out.optionalTime(invitedAt, accountable.openedAt());
    out.optionalTime(invitedAt, accountable.closedAt());
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

  /** Returns whether the language tag of a locale says all of it; that of an ill-formed one does not. */
  private static boolean isTag(Locale locale) {
    return Locale.forLanguageTag(locale.toLanguageTag()).equals(locale);
  }

  private static int flag(int flag, boolean set) {
    return set ? flag : 0;
  }

  private static boolean has(long flags, int flag) {
    return (flags & flag) != 0;
  }
}
