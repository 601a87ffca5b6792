package io.github.feedback4j.wire;

import org.jspecify.annotations.Nullable;

/**
 * What an event tells of.
 *
 * <p>{@code io.github.feedback4j.recovery.v1} is reserved for what is done about bad answers.
 *
 * @since 0.1
 */
public enum EventType {
  /** A response was accepted, or a higher revision of it. */
  RESPONSE("io.github.feedback4j.response.v1"),
  /** Something happened to an invitation. */
  CONTACT("io.github.feedback4j.contact.v1"),
  /** A respondent is to be forgotten. */
  ERASURE("io.github.feedback4j.erasure.v1"),
  /** The definition of a survey, which comes before the first response to it. */
  SURVEY("io.github.feedback4j.survey.v1");

  private static final EventType[] ALL = values();

  private final String text;

  EventType(String text) {
    this.text = text;
  }

  /** Returns the type as CloudEvents has it, with the version of its data. */
  public String text() {
    return text;
  }

  static @Nullable EventType of(String text) {
    for (EventType each : ALL) {
      if (each.text.equals(text)) {
        return each;
      }
    }
    return null;
  }
}
