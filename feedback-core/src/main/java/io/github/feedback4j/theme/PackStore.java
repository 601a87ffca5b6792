package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the theme packs that were activated at run time, so that all nodes tag with the same one.
 *
 * <p>Each activation has a number, counted from 1; the greatest is in force. Where nothing was activated,
 * what the application was configured with is. At most {@value #MAX_KEPT} are kept: a new one takes the
 * place of the oldest that is neither in force nor named by the tags of a kept response, so that whatever
 * says which pack made it can be looked up.
 *
 * <p>Implementations are safe for use by several threads, and by several processes where the store is
 * shared; they may throw any unchecked exception for trouble of their own. {@code PackStoreContract} in
 * the testkit is the test that each must pass.
 *
 * @since 0.1
 */
public interface PackStore {

  /** How many activations are kept at most. */
  int MAX_KEPT = 100;

  /**
   * A pack that was put in force.
   *
   * @param number the place among all activations, at least 1
   * @param pack the pack
   * @param text the file of the pack as somebody wrote it, with its comments and in its order; at most
   *     {@value ThemePackReader#MAX_BYTES} characters
   * @param actor who did it, by the application's own name for its people; 1 to 200 characters
   * @param at when
   * @param note why, in their words; at most {@value #MAX_NOTE} characters, may be empty
   */
  record Activation(
      int number, ThemePack pack, String text, String actor, Instant at, String note) {

    /** The greatest length of a note, in UTF-16 units. */
    public static final int MAX_NOTE = 500;

    private static final int LONGEST_ACTOR = 200;

    /**
     * Checks the number and the lengths.
     *
     * @throws IllegalArgumentException if the number is less than 1, the text or the note is too long, or
     *     the actor is blank, too long, or has a control character
     */
    public Activation {
      if (number < 1) {
        throw new IllegalArgumentException("number must be at least 1, but was " + number);
      }
      if (text.length() > ThemePackReader.MAX_BYTES) {
        throw new IllegalArgumentException("text must have at most %d characters, but has %d"
            .formatted(ThemePackReader.MAX_BYTES, text.length()));
      }
      if (actor.isBlank()
          || actor.length() > LONGEST_ACTOR
          || actor.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "actor must have 1 to %d characters without control characters, and not be blank"
                .formatted(LONGEST_ACTOR));
      }
      if (note.length() > MAX_NOTE) {
        throw new IllegalArgumentException(
            "note must have at most %d characters, but has %d".formatted(MAX_NOTE, note.length()));
      }
    }

    /** Returns number, pack and time; never who did it, nor why. */
    @Override
    public String toString() {
      return "Activation[" + number + ", " + pack.id() + ", " + at + "]";
    }
  }

  /**
   * Who tags kept comments again now, so that others leave it to them.
   *
   * @param holder a name that nobody else has, such as a random id; 1 to 100 characters
   * @param until when it ends unless it is prolonged
   */
  record Claim(String holder, Instant until) {

    private static final int LONGEST_HOLDER = 100;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank, too long, or has a control character
     */
    public Claim {
      if (holder.isBlank()
          || holder.length() > LONGEST_HOLDER
          || holder.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "holder must have 1 to %d characters without control characters, and not be blank"
                .formatted(LONGEST_HOLDER));
      }
    }
  }

  /** Returns the activation in force if its number is greater than {@code number}, else null. */
  @Nullable
  Activation newerThan(int number);

  /** Returns an activation by its number, or null if there is none or it is not kept any more. */
  @Nullable
  Activation find(int number);

  /**
   * Returns the activations, the newest first.
   *
   * @param limit the greatest number of them, 1 to {@value #MAX_KEPT}
   * @throws IllegalArgumentException if the limit is out of bounds
   */
  List<Activation> newest(int limit);

  /**
   * Puts a pack in force.
   *
   * @param next has the number that follows the greatest one, so that nobody undoes what they have not
   *     seen
   * @return false if the number is another, because somebody else was faster
   * @throws IllegalStateException if there are {@value #MAX_KEPT} and the tags of kept responses name all
   *     of them; the way out is to tag these again
   */
  boolean activate(Activation next);

  /** Returns the last claim, which may have ended; or null if there was none. */
  @Nullable
  Claim claim();

  /**
   * Claims, or prolongs, tagging again; a claim that ends at {@code now} or before gives it back.
   *
   * @param now the time, for claims of others that have ended
   * @return false if somebody else's claim has not ended
   */
  boolean claim(Claim next, Instant now);

  /**
   * Returns the limit of {@link #newest}.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  static int requireLimit(int limit) {
    if (limit < 1 || limit > MAX_KEPT) {
      throw new IllegalArgumentException(
          "limit must be between 1 and %d, but was %d".formatted(MAX_KEPT, limit));
    }
    return limit;
  }

  /** Returns what to throw when no activation can be let go of. */
  static IllegalStateException full() {
    return new IllegalStateException(
        "there are %d theme packs that the tags of kept responses name: tag these again, then activate"
            .formatted(MAX_KEPT));
  }
}
