package io.github.feedback4j.response;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a response from being accepted.
 *
 * @param code what kind of thing, stable, for programs
 * @param question the id of the question concerned, or null if the whole response is
 * @param message what is wrong and what is allowed, for developers; it never quotes an answer
 * @since 0.1
 */
public record Violation(Code code, @Nullable String question, String message)
    implements Serializable {

  /** The kinds of violations. */
  public enum Code {
    /** Nobody invited to this, or the invitation was erased. */
    UNKNOWN_INVITATION,
    /** The survey version of the invitation is not in the catalogue. */
    UNKNOWN_SURVEY,
    /** The invitation was withdrawn, because its subject was opened again. */
    CANCELLED,
    /** The invitation expired so long ago that an answer is not kept. */
    EXPIRED,
    /** Another response answers the invitation already, or this id answers another one. */
    ALREADY_ANSWERED,
    /** The time for changing the answer is over. */
    NOT_EDITABLE,
    /** The survey has no such question. */
    UNKNOWN_QUESTION,
    /** The question is answered in another way, such as with a text instead of a rating. */
    WRONG_TYPE,
    /** The question is not shown after the other answers. */
    NOT_VISIBLE,
    /** The rating is not on the scale, or the minutes are not within their bounds. */
    OUT_OF_RANGE,
    /** The text is too long. */
    TOO_LONG,
    /** The text is too short. */
    TOO_SHORT,
    /** The question has no such option, or does not show it after this rating. */
    UNKNOWN_CHOICE,
    /** The same option was chosen twice. */
    REPEATED_CHOICE,
    /** Too many options were chosen. */
    TOO_MANY,
    /** Too few options were chosen. */
    TOO_FEW,
    /** The question has no such row. */
    UNKNOWN_ROW,
    /** A required question has no answer, or not in each row. */
    REQUIRED,
    /** The response says nothing. */
    NO_ANSWER,
    /** The store has no room. */
    STORE_FULL,
    /** The store cannot be reached; the same response can be sent again. */
    STORE_UNAVAILABLE
  }
}
