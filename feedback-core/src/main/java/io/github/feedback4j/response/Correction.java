package io.github.feedback4j.response;

import java.time.Instant;

/**
 * A ruling on a theme, with who made it and when.
 *
 * <p>It outlives every pack: tags that are made anew obey it. A label to tune a pack with is either one.
 *
 * @param ruling what the person says
 * @param actor who, by the application's own name for its people; 1 to 200 characters
 * @param at when
 * @since 0.1
 */
public record Correction(TagRuling ruling, String actor, Instant at) {

  /** The greatest number of them in one response. */
  public static final int MAX_IN_RESPONSE = 100;

  private static final int LONGEST_ACTOR = 200;

  /**
   * Checks the actor.
   *
   * @throws IllegalArgumentException if it is blank, too long, or has a control character
   */
  public Correction {
    if (actor.isBlank() || actor.length() > LONGEST_ACTOR) {
      throw new IllegalArgumentException(
          "actor must have 1 to %d characters and not be blank, but has %d"
              .formatted(LONGEST_ACTOR, actor.length()));
    }
    if (actor.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("actor must not have control characters");
    }
  }
}
