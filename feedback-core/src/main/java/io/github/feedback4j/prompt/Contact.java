package io.github.feedback4j.prompt;

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
    int revision) {

  static Contact invited(Invitation invitation, boolean kept) {
    return new Contact(invitation, Outcome.INVITED, kept, null, null, null, null, null, 0, null, 0);
  }

  /** Returns what has become of the invitation at this time. */
  public Outcome outcomeAt(Instant now) {
    return !outcome.isClosed() && !now.isBefore(invitation.expiresAt()) ? Outcome.EXPIRED : outcome;
  }

  /** Returns whether the invitation may still be presented at this time, snoozed or not. */
  public boolean isLiveAt(Instant now) {
    return !outcomeAt(now).isClosed();
  }

  /** Returns whether "not now" is in force at this time. */
  public boolean isSnoozedAt(Instant now) {
    Instant until = snoozedUntil;
    return until != null && now.isBefore(until);
  }

  /** Returns the last time at which anything is known to happen to this contact. */
  Instant lastMoment() {
    Instant last = invitation.expiresAt().plus(Invitation.LATE);
    for (Instant each :
        new @Nullable Instant[] {shownAt, answeredAt, completedAt, dismissedAt, snoozedUntil}) {
      if (each != null && each.isAfter(last)) {
        last = each;
      }
    }
    return last;
  }

  Contact toBeKept() {
    return with(outcome, true, shownAt, dismissedAt, snoozedUntil, snoozes);
  }

  Contact shown(Instant at) {
    Instant first = shownAt == null ? at : shownAt;
    return with(Outcome.SHOWN, kept, first, dismissedAt, snoozedUntil, snoozes);
  }

  Contact dismissed(Outcome how, Instant at) {
    return with(how, kept, shownAt, at, snoozedUntil, snoozes);
  }

  Contact snoozed(Instant until) {
    return with(Outcome.SNOOZED, kept, shownAt, dismissedAt, until, snoozes + 1);
  }

  Contact cancelled() {
    return with(Outcome.CANCELLED, kept, shownAt, dismissedAt, snoozedUntil, snoozes);
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
        Math.max(revision, newRevision));
  }

  private Contact with(
      Outcome outcome,
      boolean kept,
      @Nullable Instant shownAt,
      @Nullable Instant dismissedAt,
      @Nullable Instant snoozedUntil,
      int snoozes) {
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
        revision);
  }
}
