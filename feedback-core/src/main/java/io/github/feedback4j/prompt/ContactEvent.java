package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Instant;

/**
 * Something happened to an invitation; told once for each change, after it is in the ledger.
 *
 * <p>Of an anonymous survey a sink is told under the respondent {@link #NOBODY}. There the making of an
 * invitation and the reaction to it are two events with an id each, made for this event and known
 * nowhere else, so that nothing joins them: a reaction stands for itself and for no other invitation.
 *
 * @param invitation the invitation
 * @param outcome what has become of it
 * @param at when
 * @since 0.1
 */
public record ContactEvent(Invitation invitation, Outcome outcome, Instant at) {

  /** Stands in the place of the respondent in what a sink is told of anonymous surveys. */
  public static final RespondentKey NOBODY = new RespondentKey("feedback4j.nobody");

  /** Returns whether this event must not be joined with others of its invitation. */
  public boolean isAnonymous() {
    return invitation.respondent().equals(NOBODY);
  }
}
