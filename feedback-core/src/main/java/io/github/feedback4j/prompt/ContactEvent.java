package io.github.feedback4j.prompt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an invitation; told once for each change, after it is in the ledger. Immutable.
 *
 * @since 0.1
 */
public final class ContactEvent {

  private final Invitation invitation;
  private final Outcome outcome;

  /** Null where the invitation says it, so that an ask makes no object for it. */
  private final @Nullable Instant at;

  /**
   * Creates an event.
   *
   * @param invitation the invitation
   * @param outcome what has become of it
   * @param at when
   */
  public ContactEvent(Invitation invitation, Outcome outcome, Instant at) {
    this.invitation = invitation;
    this.outcome = outcome;
    this.at = at;
  }

  /** Creates the event of an invitation that was just made. */
  ContactEvent(Invitation invitation) {
    this.invitation = invitation;
    this.outcome = Outcome.INVITED;
    this.at = null;
  }

  /** Returns the invitation. */
  public Invitation invitation() {
    return invitation;
  }

  /** Returns what has become of it. */
  public Outcome outcome() {
    return outcome;
  }

  /** Returns when. */
  public Instant at() {
    return at == null ? invitation.invitedAt() : at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContactEvent that
        && invitation.equals(that.invitation)
        && outcome == that.outcome
        && at().equals(that.at());
  }

  @Override
  public int hashCode() {
    return Objects.hash(invitation, outcome);
  }

  @Override
  public String toString() {
    return "ContactEvent[" + invitation + ", " + outcome + ", " + at() + "]";
  }
}
