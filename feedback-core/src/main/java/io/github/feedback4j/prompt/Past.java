package io.github.feedback4j.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What gates ask of a person's history, as columns of numbers: one row for each contact, oldest first.
 *
 * <p>Used by one thread for one decision, and then for another one. Times are {@link Nanos}.
 */
final class Past {

  /** Stands for no contact. */
  static final int NOBODY = -1;

  private static final long LATE = Nanos.of(Invitation.LATE);

  boolean optedOut;
  int contacts;
  int[] survey = new int[4];
  boolean[] aboutThis = new boolean[4];
  Outcome[] outcome = new Outcome[4];
  boolean[] seen = new boolean[4];
  int[] shows = new int[4];
  long[] invitedAt = new long[4];
  long[] expiresAt = new long[4];
  long[] lastShownAt = new long[4];
  long[] answeredAt = new long[4];
  long[] dismissedAt = new long[4];
  long[] snoozedUntil = new long[4];
  boolean[] settled = new boolean[4];

  /** Whether the person opened it, so that no rule may see it; the other columns say nothing then. */
  boolean[] hidden = new boolean[4];

  /** The last time at which anything is known to happen to a contact. */
  long[] lastMoment = new long[4];

  /** Forgets everybody. */
  void clear() {
    contacts = 0;
    optedOut = false;
  }

  /** Makes room for one more contact and returns its row. */
  int add() {
    int row = contacts++;
    if (row == survey.length) {
      int room = 2 * row;
      survey = Arrays.copyOf(survey, room);
      aboutThis = Arrays.copyOf(aboutThis, room);
      outcome = Arrays.copyOf(outcome, room);
      seen = Arrays.copyOf(seen, room);
      shows = Arrays.copyOf(shows, room);
      invitedAt = Arrays.copyOf(invitedAt, room);
      expiresAt = Arrays.copyOf(expiresAt, room);
      lastShownAt = Arrays.copyOf(lastShownAt, room);
      answeredAt = Arrays.copyOf(answeredAt, room);
      dismissedAt = Arrays.copyOf(dismissedAt, room);
      snoozedUntil = Arrays.copyOf(snoozedUntil, room);
      settled = Arrays.copyOf(settled, room);
      hidden = Arrays.copyOf(hidden, room);
      lastMoment = Arrays.copyOf(lastMoment, room);
    }
    return row;
  }

  /** Takes a history over, as seen from a touchpoint about this subject. */
  void read(ContactHistory history, @Nullable Subject about, Numbering numbering) {
    clear();
    optedOut = history.optedOutAt() != null;
    List<Contact> all = history.contacts();
    for (int i = 0; i < all.size(); i++) {
      Contact each = all.get(i);
      Invitation invitation = each.invitation();
      int row = add();
      survey[row] = numbering.survey(invitation.survey());
      aboutThis[row] = Objects.equals(invitation.subject(), about);
      outcome[row] = each.outcome();
      seen[row] = each.shownAt() != null;
      shows[row] = each.shows();
      invitedAt[row] = Nanos.of(invitation.invitedAt());
      expiresAt[row] = Nanos.of(invitation.expiresAt());
      lastShownAt[row] = Nanos.orNone(each.lastShownAt());
      answeredAt[row] = Nanos.orNone(each.answeredAt());
      dismissedAt[row] = Nanos.orNone(each.dismissedAt());
      snoozedUntil[row] = Nanos.orNone(each.snoozedUntil());
      settled[row] = invitation.isSettled();
      noteLastMoment(row, Nanos.orNone(each.shownAt()), Nanos.orNone(each.completedAt()));
      hide(row, !each.countsForRules());
    }
  }

  /** Keeps a contact from every gate, if it is to be hidden. */
  void hide(int row, boolean isHidden) {
    hidden[row] = isHidden;
    if (isHidden) {
      survey[row] = Numbering.UNKNOWN;
      aboutThis[row] = false;
      outcome[row] = Outcome.CANCELLED;
      seen[row] = false;
      lastShownAt[row] = Nanos.NONE;
      answeredAt[row] = Nanos.NONE;
      dismissedAt[row] = Nanos.NONE;
      snoozedUntil[row] = Nanos.NONE;
    }
  }

  /** Notes the last moment of a row, of which these two times are in no column. */
  void noteLastMoment(int row, long shownAt, long completedAt) {
    long last = Nanos.plus(expiresAt[row], LATE);
    last = Math.max(last, Math.max(shownAt, completedAt));
    last = Math.max(last, Math.max(lastShownAt[row], answeredAt[row]));
    lastMoment[row] = Math.max(last, Math.max(dismissedAt[row], snoozedUntil[row]));
  }

  /**
   * Returns the newest invitation of a survey about this subject that was not cancelled, {@link #NOBODY}
   * if there is none.
   */
  int about(int number) {
    for (int i = contacts - 1; i >= 0; i--) {
      if (survey[i] == number
          && aboutThis[i]
          && outcome[i] != Outcome.CANCELLED
          && outcome[i] != Outcome.DEFERRED) {
        return i;
      }
    }
    return NOBODY;
  }

  /** Returns what has become of a contact at this time. */
  Outcome outcomeAt(int contact, long now) {
    return Contact.outcomeAt(
        outcome[contact], shows[contact], lastShownAt[contact], expiresAt[contact], now);
  }

  /** Returns whether a contact may still be presented at this time, snoozed or not. */
  boolean isLiveAt(int contact, long now) {
    Outcome actual = outcomeAt(contact, now);
    return !actual.isClosed() && actual != Outcome.DEFERRED;
  }

  /** Returns whether somebody was invited: nobody saw what was withdrawn before it was shown. */
  boolean countsAsInvited(int contact) {
    Outcome now = outcome[contact];
    return now != Outcome.DEFERRED && !(now == Outcome.CANCELLED && !seen[contact]);
  }

  /** Returns whether a contact on the screen now is another time on the screen. */
  boolean isAnotherShow(int contact, long now) {
    return Contact.isAnotherShow(outcome[contact], lastShownAt[contact], now);
  }

  /** Returns whether a time is one at which an invitation ends. */
  boolean isEnd(int contact, long time) {
    return time == expiresAt[contact] || time == Nanos.plus(expiresAt[contact], LATE);
  }

  /** Returns when a contact was turned away, by closing or by ignoring it until now. */
  long dismissedAt(int contact, long now) {
    return dismissedAt[contact] == Nanos.NONE
            && Contact.isIgnoredAt(outcome[contact], shows[contact], lastShownAt[contact], now)
        ? lastShownAt[contact]
        : dismissedAt[contact];
  }
}
