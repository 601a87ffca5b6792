package io.github.feedback4j.wire;

import io.github.feedback4j.response.AcceptedResponse;

/**
 * A response was accepted, or a higher revision of it.
 *
 * @param response the response as it was accepted: checked, redacted and tagged
 * @since 0.1
 */
public record ResponseAccepted(AcceptedResponse response) implements EventData {

  @Override
  public EventType type() {
    return EventType.RESPONSE;
  }
}
