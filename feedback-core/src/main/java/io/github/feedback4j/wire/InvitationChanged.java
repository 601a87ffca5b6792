package io.github.feedback4j.wire;

import io.github.feedback4j.prompt.ContactEvent;

/**
 * Something happened to an invitation.
 *
 * @param contact what happened, and when
 * @since 0.1
 */
public record InvitationChanged(ContactEvent contact) implements EventData {

  @Override
  public EventType type() {
    return EventType.CONTACT;
  }
}
