package io.github.feedback4j.wire;

import io.github.feedback4j.privacy.RespondentKey;

/**
 * A respondent is to be forgotten, with everything that they said before the time of the event.
 *
 * @param respondent the name under which they are known
 * @since 0.1
 */
public record RespondentErased(RespondentKey respondent) implements EventData {

  @Override
  public EventType type() {
    return EventType.ERASURE;
  }
}
