package io.github.feedback4j.prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One invitation in a person's history, and what became of it.
 *
 * @param invitation the invitation
 * @param outcome what became of it; {@link Outcome#EXPIRED} is never kept but follows from the clock,
 *     see {@link #outcomeAt}
 * @param kept whether it waits for the respondent's next visit
 * @param shownAt when it was first on a screen, or null
 * @param answeredAt when the first answer came, complete or not, or null
 * @param completedAt when the first complete answer came, or null
 * @param dismissedAt when the respondent closed it, or null
 * @param snoozedUntil when "not now" is over, or null
 * @param snoozes how often "not now" was chosen
 * @param responseId the response that answers it, or null
 * @param revision the highest revision of that response, 0 if there is none
 * @param shows how often it was on a screen without any reaction; what happens within
 *     {@link #SHOW_LENGTH} is one time
 * @param lastShownAt when it was last on a screen for the first time within {@link #SHOW_LENGTH}, or
 *     null
 * @since 0.1
 */
public record Contact(
    Invitation invitation,
    Outcome outcome,
    boolean kept,
    @Nullable Instant shownAt,
    @Nullable Instant answeredAt,
    @Nullable Instant completedAt,
    @Nullable Instant dismissedAt,
    @Nullable Instant snoozedUntil,
    int snoozes,
    @Nullable UUID responseId,
    int revision,
    int shows,
    @Nullable Instant lastShownAt) {

  /**
   * How long one visit is. A page that is loaded again, a second tab and a message that is sent twice
   * within this time are one time on the screen; the number is that of web analytics' sessions.
   */
  public static final Duration SHOW_LENGTH = Duration.ofMinutes(30);

  private static final long SHOW_NANOS = Nanos.of(SHOW_LENGTH);

  /** So many times on the screen without a reaction are a reaction: the person does not want it. */
  public static final int IGNORED_AFTER = 3;

  static Contact invited(Invitation invitation, boolean kept) {
    return new Contact(
        invitation, Outcome.INVITED, kept, null, null, null, null, null, 0, null, 0, 0, null);
  }

  /** Returns the contact of somebody who is to be invited when the rules allow it. */
  static Contact deferred(Invitation invitation, Instant until) {
    return new Contact(
        invitation, Outcome.DEFERRED, true, null, null, null, null, until, 0, null, 0, 0, null);
  }

  /** Returns what has become of the invitation at this time. */
  public Outcome outcomeAt(Instant now) {
    return outcomeAt(Nanos.of(now));
  }

  Outcome outcomeAt(long now) {
    return outcomeAt(
        outcome,
        countsForRules() ? shows : 0,
        Nanos.orNone(lastShownAt),
        Nanos.of(invitation.expiresAt()),
        now);
  }

  /** Returns what has become of an invitation of which so much is kept. */
  static Outcome outcomeAt(Outcome kept, int shows, long lastShownAt, long expiresAt, long now) {
    if (kept.isClosed()) {
      return kept;
    }
    if (isIgnoredAt(kept, shows, lastShownAt, now)) {
      return Outcome.DISMISSED;
    }
    return now < expiresAt ? kept : Outcome.EXPIRED;
  }

  /** Returns whether the last time on the screen was one too many, and is over. */
  static boolean isIgnoredAt(Outcome kept, int shows, long lastShownAt, long now) {
    return kept == Outcome.SHOWN && shows >= IGNORED_AFTER && isVisitOver(lastShownAt, now);
  }

  private static boolean isVisitOver(long lastShownAt, long now) {
    return lastShownAt != Nanos.NONE && now >= Nanos.plus(lastShownAt, SHOW_NANOS);
  }

  /** Returns whether somebody was invited: nobody saw what was withdrawn before it was shown. */
  public boolean countsAsInvited() {
    return countsForRules()
        && outcome != Outcome.DEFERRED
        && !(outcome == Outcome.CANCELLED && shownAt == null);
  }

  /** Returns whether being on the screen now is another time on the screen. */
  boolean isAnotherShow(long now) {
    return isAnotherShow(outcome, Nanos.orNone(lastShownAt), now);
  }

  static boolean isAnotherShow(Outcome kept, long lastShownAt, long now) {
    return kept != Outcome.SHOWN || lastShownAt == Nanos.NONE || isVisitOver(lastShownAt, now);
  }

  /** Returns whether the invitation may still be presented at this time, snoozed or not. */
  public boolean isLiveAt(Instant now) {
    return isLiveAt(Nanos.of(now));
  }

  boolean isLiveAt(long now) {
    Outcome actual = outcomeAt(now);
    return !actual.isClosed() && actual != Outcome.DEFERRED;
  }

  /** Returns whether "not now" is in force at this time. */
  public boolean isSnoozedAt(Instant now) {
    return isSnoozedAt(Nanos.of(now));
  }

  boolean isSnoozedAt(long now) {
    Instant until = snoozedUntil;
    return until != null && now < Nanos.of(until);
  }

  /** Returns the last time at which anything is known to happen to this contact. */
  Instant lastMoment() {
    Instant last = invitation.expiresAt().plus(Invitation.LATE);
    for (Instant each : new @Nullable Instant[] {
      shownAt, answeredAt, completedAt, dismissedAt, snoozedUntil, lastShownAt
    }) {
      if (each != null && each.isAfter(last)) {
        last = each;
      }
    }
    return last;
  }

  /**
   * Returns what stays of it when nobody can answer it any more: that somebody was asked, about what,
   * when, and how it ended.
   */
  Contact settled(boolean keepsAccountability) {
    return new Contact(
        invitation.settled(keepsAccountability),
        outcome,
        false,
        shownAt,
        answeredAt,
        completedAt,
        dismissedAt,
        null,
        0,
        null,
        0,
        shows,
        lastShownAt);
  }

  Contact toBeKept() {
    return with(outcome, true, dismissedAt, snoozedUntil, snoozes, shows);
  }

  Contact shown(Instant at) {
    return new Contact(
        invitation,
        Outcome.SHOWN,
        kept,
        shownAt == null ? at : shownAt,
        answeredAt,
        completedAt,
        dismissedAt,
        snoozedUntil,
        snoozes,
        responseId,
        revision,
        shows + 1,
        at);
  }

  Contact dismissed(Outcome how, Instant at) {
    return with(how, kept, at, snoozedUntil, snoozes, shows);
  }

  /** "Not now" is a reaction, so ignoring begins anew. */
  Contact snoozed(Instant until) {
    return with(Outcome.SNOOZED, kept, dismissedAt, until, snoozes + 1, 0);
  }

  Contact cancelled() {
    return with(Outcome.CANCELLED, kept, dismissedAt, snoozedUntil, snoozes, shows);
  }

  Contact answered(UUID response, int newRevision, boolean complete, Instant at) {
    return new Contact(
        invitation,
        Outcome.ANSWERED,
        kept,
        shownAt,
        answeredAt == null ? at : answeredAt,
        complete && completedAt == null ? at : completedAt,
        dismissedAt,
        snoozedUntil,
        snoozes,
        response,
        Math.max(revision, newRevision),
        shows,
        lastShownAt);
  }

  /** Returns whether we made this contact: no rule holds against what people open themselves. */
  boolean countsForRules() {
    return !invitation.isOnDemand();
  }

  /** Returns this contact with the one response that may answer it; nothing has become of it yet. */
  Contact claimed(UUID response) {
    return new Contact(
        invitation,
        outcome,
        kept,
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
  }

  /**
   * Returns this contact as answered by somebody whose answer must not be found: without anything that
   * stands beside the answer too, and at a time that the invitation alone decides.
   *
   * <p>The time is the last at which such an answer could have come, so every clock starts later than
   * it would have, never earlier.
   */
  Contact answeredAnonymously(UUID response, Instant now) {
    if (answeredAt != null) {
      return this;
    }
    Instant expiresAt = invitation.expiresAt();
    Instant end = now.isBefore(expiresAt) ? expiresAt : expiresAt.plus(Invitation.LATE);
    Instant last = now.isBefore(end) ? end : now;
    return new Contact(
        invitation.withoutCircumstances(),
        Outcome.ANSWERED,
        kept,
        shownAt == null ? null : last,
        last,
        null,
        dismissedAt,
        snoozedUntil,
        snoozes,
        response,
        1,
        shows,
        lastShownAt == null ? null : last);
  }

  private Contact with(
      Outcome outcome,
      boolean kept,
      @Nullable Instant dismissedAt,
      @Nullable Instant snoozedUntil,
      int snoozes,
      int shows) {
    return new Contact(
        invitation,
        outcome,
        kept,
        shownAt,
        answeredAt,
        completedAt,
        dismissedAt,
        snoozedUntil,
        snoozes,
        responseId,
        revision,
        shows,
        lastShownAt);
  }
}
