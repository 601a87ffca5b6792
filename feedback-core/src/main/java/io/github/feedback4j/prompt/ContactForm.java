package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact as bytes: what stores and the ledger in memory have in common. */
final class ContactForm {

  // A contact is flags, a frame, and what the flags announce. First comes what the gates look at,
  // so
  // that they need not read on:
  //
  //   flags, frame, subject, resolution, invited, expires, shown, answered, completed, dismissed,
  //   snoozed until, last shown, shows
  //
  // and then what only the recorder wants:
  //
  //   id, response, revision, snoozes, ticket opened, ticket closed, attributes, respondent
  //
  // The frame is what many contacts have in common, see FrameForm. Texts and frames are written as
  // the
  // Words say.
  //
  // Nothing is rounded, composed or replaced: what is read equals what was written, down to half a
  // surrogate pair. The first time is told from a fixed day, each other one from the time before
  // it,
  // because most of them are near. A subject that ends in a number, as tickets do, is a text and
  // that number.

  /** What the first three bits of the flags mean; append only. */
  private static final List<Outcome> OUTCOMES = List.of(
      Outcome.INVITED,
      Outcome.SHOWN,
      Outcome.SNOOZED,
      Outcome.ANSWERED,
      Outcome.DISMISSED,
      Outcome.OPTED_OUT,
      Outcome.EXPIRED,
      Outcome.CANCELLED);

  // The flags of what most contacts have take one byte, or two.
  private static final int OUTCOME = 7;
  private static final int SUBJECT = 1 << 3;
  private static final int SHOWN = 1 << 4;
  private static final int ANSWERED = 1 << 5;

  /** Completed with the first answer. */
  private static final int AT_ONCE = 1 << 6;

  private static final int ID = 1 << 7;

  /** Expires {@link Survey#DEFAULT_EXPIRES_AFTER} after the invitation. */
  private static final int USUAL_EXPIRY = 1 << 8;

  private static final int RESPONSE = 1 << 9;
  private static final int FIRST_REVISION = 1 << 10;
  private static final int NUMBERED = 1 << 11;
  private static final int FIRST_RESOLUTION = 1 << 12;
  private static final int DISMISSED = 1 << 13;
  private static final int KEPT = 1 << 14;
  private static final int COMPLETED = 1 << 15;
  private static final int REVISION = 1 << 16;
  private static final int SNOOZED_UNTIL = 1 << 17;
  private static final int SNOOZES = 1 << 18;
  private static final int OPENED = 1 << 19;
  private static final int CLOSED = 1 << 20;
  private static final int ATTRIBUTES = 1 << 21;
  private static final int DEFERRED = 1 << 22;
  private static final int SHOWS = 1 << 23;
  private static final int LAST_SHOWN = 1 << 24;

  /** The contact is another person's than the history, which the engine never makes. */
  private static final int RESPONDENT = 1 << 25;

  private static final int FLAGS = (1 << 26) - 1;

  private static final long USUAL_SECONDS = Survey.DEFAULT_EXPIRES_AFTER.toSeconds();

  /** A number of more digits may not fit. */
  private static final int MAX_DIGITS = 15;

  private static final int DIGIT_COUNTS = 16;

  private ContactForm() {}

  static void write(Contact contact, RespondentKey owner, HistoryOutput out, Words words) {
    Invitation invitation = contact.invitation();
    Subject subject = invitation.subject();
    Accountability accountable = invitation.accountability();
    boolean deferred = contact.outcome() == Outcome.DEFERRED;
    Instant shownAt = contact.shownAt();
    Instant answeredAt = contact.answeredAt();
    boolean atOnce = answeredAt != null && answeredAt.equals(contact.completedAt());
    boolean first = contact.revision() == 1;
    int flags = OUTCOMES.indexOf(deferred ? Outcome.INVITED : contact.outcome())
        | invitedFlags(invitation)
        | flag(SHOWN, shownAt != null)
        | flag(ANSWERED, answeredAt != null)
        | flag(AT_ONCE, atOnce)
        | flag(RESPONSE, contact.responseId() != null)
        | flag(FIRST_REVISION, first)
        | flag(DISMISSED, contact.dismissedAt() != null)
        | flag(KEPT, contact.kept())
        | flag(COMPLETED, contact.completedAt() != null && !atOnce)
        | flag(REVISION, contact.revision() != 0 && !first)
        | flag(SNOOZED_UNTIL, contact.snoozedUntil() != null)
        | flag(SNOOZES, contact.snoozes() != 0)
        | flag(DEFERRED, deferred)
        | flag(SHOWS, contact.shows() != usualShows(shownAt))
        | flag(LAST_SHOWN, !Objects.equals(contact.lastShownAt(), shownAt))
        | flag(RESPONDENT, !invitation.respondent().equals(owner));
    writeInvited(flags, invitation, subject, out, words);
    writeMoments(contact, flags, out);
    if (has(flags, ID)) {
      out.id(invitation.id());
    }
    UUID response = contact.responseId();
    if (response != null) {
      out.id(response);
    }
    if (has(flags, REVISION)) {
      out.integer(contact.revision());
    }
    if (has(flags, SNOOZES)) {
      out.integer(contact.snoozes());
    }
    writeRest(flags, invitation, accountable, out, words);
  }

  /** Writes the contact of an invitation that was just made, without making that contact. */
  static void writeNew(Invitation invitation, boolean kept, HistoryOutput out, Words words) {
    int flags = OUTCOMES.indexOf(Outcome.INVITED) | invitedFlags(invitation) | flag(KEPT, kept);
    writeInvited(flags, invitation, invitation.subject(), out, words);
    if (has(flags, ID)) {
      invitation.writeId(out);
    }
    writeRest(flags, invitation, invitation.accountability(), out, words);
  }

  private static int invitedFlags(Invitation invitation) {
    Subject subject = invitation.subject();
    Accountability accountable = invitation.accountability();
    return flag(SUBJECT, subject != null)
        | flag(NUMBERED, subject != null && digits(subject.id()) > 0)
        | flag(FIRST_RESOLUTION, subject != null && subject.resolution() == 1)
        | flag(ID, !invitation.isSettled())
        | flag(USUAL_EXPIRY, invitation.lives(USUAL_SECONDS))
        | flag(OPENED, accountable.openedAt() != null)
        | flag(CLOSED, accountable.closedAt() != null)
        | flag(ATTRIBUTES, !invitation.attributes().asMap().isEmpty());
  }

  private static void writeInvited(
      int flags, Invitation invitation, @Nullable Subject subject, HistoryOutput out, Words words) {
    out.number(flags);
    HistoryOutput frame = words.frame(out);
    FrameForm.write(invitation, frame, words);
    words.endFrame(out, frame, FrameForm.isCommon(invitation));
    if (subject != null) {
      writeSubject(subject, out, words);
    }
    invitation.writeTimes(out, !has(flags, USUAL_EXPIRY));
  }

  private static void writeSubject(Subject subject, HistoryOutput out, Words words) {
    String id = subject.id();
    int digits = digits(id);
    if (digits == 0) {
      words.own(out, id);
    } else {
      words.beginning(out, id, id.length() - digits);
      long number = 0;
      for (int i = id.length() - digits; i < id.length(); i++) {
        number = 10 * number + (id.charAt(i) - '0');
      }
      out.number(number * DIGIT_COUNTS + digits);
    }
    if (subject.resolution() != 1) {
      out.integer(subject.resolution());
    }
  }

  /** Returns how many digits at the end of a subject are written as a number, 0 for none. */
  private static int digits(String id) {
    int digits = 0;
    while (digits < id.length()
        && digits < MAX_DIGITS
        && id.charAt(id.length() - 1 - digits) >= '0'
        && id.charAt(id.length() - 1 - digits) <= '9') {
      digits++;
    }
    // What stands before it is shared with other subjects only if it is a word such as "INC-".
    return id.length() - digits <= MAX_DIGITS ? digits : 0;
  }

  private static void writeMoments(Contact contact, int flags, HistoryOutput out) {
    Instant invitedAt = contact.invitation().invitedAt();
    Instant last = out.optionalTime(invitedAt, contact.shownAt());
    last = out.optionalTime(last, contact.answeredAt());
    if (has(flags, COMPLETED)) {
      last = out.optionalTime(last, contact.completedAt());
    }
    last = out.optionalTime(last, contact.dismissedAt());
    out.optionalTime(last, contact.snoozedUntil());
    if (has(flags, LAST_SHOWN)) {
      Instant lastShownAt = contact.lastShownAt();
      out.number(lastShownAt == null ? 0 : 1);
      out.optionalTime(invitedAt, lastShownAt);
    }
    if (has(flags, SHOWS)) {
      out.integer(contact.shows());
    }
  }

  private static void writeRest(
      int flags,
      Invitation invitation,
      Accountability accountable,
      HistoryOutput out,
      Words words) {
    if ((flags & (OPENED | CLOSED | ATTRIBUTES | RESPONDENT)) == 0) {
      return;
    }
    Instant invitedAt = invitation.invitedAt();
    out.optionalTime(invitedAt, accountable.openedAt());
    out.optionalTime(invitedAt, accountable.closedAt());
    if (has(flags, ATTRIBUTES)) {
      words.own(out, invitation.attributes().toJson());
    }
    if (has(flags, RESPONDENT)) {
      words.own(out, invitation.respondent().value());
    }
  }

  /** Reads what gates look at into a new row of the past, and leaves the rest. */
  static void scan(HistoryInput in, Past past, @Nullable Subject about, SurveyNumbers surveys) {
    int length = in.count();
    int end = in.position() + length;
    long flags = in.number();
    int row = past.add();
    past.survey[row] = surveys.readFrame(in);
    past.outcome[row] =
        has(flags, DEFERRED) ? Outcome.DEFERRED : OUTCOMES.get((int) flags & OUTCOME);
    past.aboutThis[row] =
        has(flags, SUBJECT) ? isAbout(in, flags, about, surveys.words()) : about == null;
    past.invitedAt[row] = in.time(HistoryOutput.EPOCH_SECOND, 0);
    long invitedSecond = in.second();
    int invitedNano = in.nano();
    past.expiresAt[row] = has(flags, USUAL_EXPIRY)
        ? Nanos.of(invitedSecond + USUAL_SECONDS, invitedNano)
        : in.time(invitedSecond, invitedNano);
    in.tellFrom(invitedSecond, invitedNano);
    boolean seen = has(flags, SHOWN);
    past.seen[row] = seen;
    past.lastShownAt[row] = seen ? in.timeAfterLast() : Nanos.NONE;
    past.answeredAt[row] = has(flags, ANSWERED) ? in.timeAfterLast() : Nanos.NONE;
    long completedAt = has(flags, COMPLETED) ? in.timeAfterLast() : Nanos.NONE;
    past.dismissedAt[row] = has(flags, DISMISSED) ? in.timeAfterLast() : Nanos.NONE;
    past.snoozedUntil[row] = has(flags, SNOOZED_UNTIL) ? in.timeAfterLast() : Nanos.NONE;
    long shownAt = past.lastShownAt[row];
    if (has(flags, LAST_SHOWN)) {
      past.lastShownAt[row] = in.number() == 0 ? Nanos.NONE : in.time(invitedSecond, invitedNano);
    }
    past.shows[row] = has(flags, SHOWS) ? in.integer() : seen ? 1 : 0;
    past.settled[row] = !has(flags, ID);
    past.noteLastMoment(row, shownAt, completedAt);
    past.hide(row, past.survey[row] == SurveyNumbers.HIDDEN);
    in.skipTo(end);
  }

  /** Returns whether the subject that stands here is {@code about}, without making one of it. */
  private static boolean isAbout(
      HistoryInput in, long flags, @Nullable Subject about, Words words) {
    String id = about == null ? "" : about.id();
    int matched = words.match(in, id);
    boolean same = about != null && matched >= 0;
    if (has(flags, NUMBERED)) {
      long packed = in.number();
      int digits = (int) (packed % DIGIT_COUNTS);
      same =
          same && id.length() - matched == digits && isNumber(id, matched, packed / DIGIT_COUNTS);
    } else {
      same = same && matched == id.length();
    }
    int resolution = has(flags, FIRST_RESOLUTION) ? 1 : in.integer();
    return same && about != null && about.resolution() == resolution;
  }

  private static boolean isNumber(String id, int from, long number) {
    long rest = number;
    for (int i = id.length() - 1; i >= from; i--) {
      if (id.charAt(i) != '0' + rest % 10) {
        return false;
      }
      rest /= 10;
    }
    return rest == 0;
  }

  static Contact read(HistoryInput in, RespondentKey owner, Words words) {
    long flags = in.number();
    if ((flags & ~FLAGS) != 0) {
      throw HistoryInput.damaged("a contact has unknown flags");
    }
    try {
      FrameForm frame = FrameForm.read(words.frame(in), words);
      Accountability accountable = frame.accountability();
      Subject subject = has(flags, SUBJECT) ? readSubject(in, flags, words) : null;
      Instant invitedAt = in.time(HistoryOutput.EPOCH);
      Instant expiresAt =
          has(flags, USUAL_EXPIRY) ? invitedAt.plusSeconds(USUAL_SECONDS) : in.time(invitedAt);

      Instant last = invitedAt;
      Instant shownAt = has(flags, SHOWN) ? in.time(last) : null;
      last = shownAt == null ? last : shownAt;
      Instant answeredAt = has(flags, ANSWERED) ? in.time(last) : null;
      last = answeredAt == null ? last : answeredAt;
      Instant completedAt = has(flags, AT_ONCE) ? answeredAt : null;
      if (has(flags, COMPLETED)) {
        completedAt = in.time(last);
        last = completedAt;
      }
      Instant dismissedAt = has(flags, DISMISSED) ? in.time(last) : null;
      last = dismissedAt == null ? last : dismissedAt;
      Instant snoozedUntil = has(flags, SNOOZED_UNTIL) ? in.time(last) : null;
      Instant lastShownAt = shownAt;
      if (has(flags, LAST_SHOWN)) {
        lastShownAt = in.number() == 0 ? null : in.time(invitedAt);
      }
      int shows = has(flags, SHOWS) ? in.integer() : usualShows(shownAt);

      UUID id = has(flags, ID) ? in.id() : Invitation.SETTLED;
      UUID response = has(flags, RESPONSE) ? in.id() : null;
      int revision = has(flags, REVISION) ? in.integer() : has(flags, FIRST_REVISION) ? 1 : 0;
      int snoozes = has(flags, SNOOZES) ? in.integer() : 0;
      accountable = has(flags, OPENED) ? accountable.openedAt(in.time(invitedAt)) : accountable;
      accountable = has(flags, CLOSED) ? accountable.closedAt(in.time(invitedAt)) : accountable;
      Attributes attributes =
          has(flags, ATTRIBUTES) ? Attributes.fromJson(words.text(in)) : Attributes.none();
      RespondentKey respondent = has(flags, RESPONDENT) ? new RespondentKey(words.text(in)) : owner;
      Invitation invitation = new Invitation(
          id,
          frame.survey(),
          frame.version(),
          respondent,
          frame.event(),
          subject,
          invitedAt,
          expiresAt,
          frame.probability(),
          accountable,
          frame.locale(),
          attributes);
      return new Contact(
          invitation,
          has(flags, DEFERRED) ? Outcome.DEFERRED : OUTCOMES.get((int) flags & OUTCOME),
          has(flags, KEPT),
          shownAt,
          answeredAt,
          completedAt,
          dismissedAt,
          snoozedUntil,
          snoozes,
          response,
          revision,
          shows,
          lastShownAt);
    } catch (HistoryInput.Damaged e) {
      throw e;
    } catch (IllegalArgumentException e) {
      // The values say themselves what is wrong with them, and never which person's they are.
      throw HistoryInput.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static Subject readSubject(HistoryInput in, long flags, Words words) {
    String id = words.text(in);
    if (has(flags, NUMBERED)) {
      long packed = in.number();
      String number = Long.toString(packed / DIGIT_COUNTS);
      int digits = (int) (packed % DIGIT_COUNTS);
      if (packed < 0 || number.length() > Math.max(1, digits)) {
        throw HistoryInput.damaged("a subject has an impossible number");
      }
      id += digits == 0 ? "" : "0".repeat(digits - number.length()) + number;
    }
    return new Subject(id, has(flags, FIRST_RESOLUTION) ? 1 : in.integer());
  }

  /** Most are on a screen once. */
  private static int usualShows(@Nullable Instant shownAt) {
    return shownAt == null ? 0 : 1;
  }

  private static int flag(int flag, boolean set) {
    return set ? flag : 0;
  }

  private static boolean has(long flags, int flag) {
    return (flags & flag) != 0;
  }
}
