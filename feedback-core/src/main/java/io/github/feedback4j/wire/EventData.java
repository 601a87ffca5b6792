package io.github.feedback4j.wire;

/**
 * What an event tells.
 *
 * @since 0.1
 */
public sealed interface EventData
    permits ResponseAccepted, InvitationChanged, RespondentErased, SurveyLoaded {

  /** Returns what it tells of. */
  EventType type();
}
