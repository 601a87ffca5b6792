package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an invitation; told once for each change, after it is in the ledger. Immutable.
 *
 * <p>Of an anonymous survey a sink is told under the respondent {@link #NOBODY}. There the making of an
 * invitation and the reaction to it are two events with an id each, made for this event and known
 * nowhere else, so that nothing joins them: a reaction stands for itself and for no other invitation.
 *
 * @since 0.1
 */
public final class ContactEvent {

  /** Stands in the place of the respondent in what a sink is told of anonymous surveys. */
  public static final RespondentKey NOBODY = new RespondentKey("feedback4j.nobody");

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

  /** Returns whether this event must not be joined with others of its invitation. */
  public boolean isAnonymous() {
    return invitation.respondent().equals(NOBODY);
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
