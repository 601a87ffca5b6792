package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a pack is worth, in numbers of comments.
 *
 * <p>An item is looked at as if it were alone: whether it finds something, not whether a longer place
 * of another item was preferred in the end. What hides words from it does count. {@code hits} is the
 * sum of {@code correct}, {@code wrong} and {@code unknown}; those of an item that hides are all
 * {@code unknown}, since it finds nothing.
 *
 * @param item the item as its theme has it
 * @param hits the comments in which it finds something
 * @param correct those that are about the theme
 * @param wrong those that are not about it
 * @param unknown those of which nobody knows
 * @param alone those in which no other item of the theme finds something
 * @param overlaps the items that share the most comments with it, of whatever theme, at most three
 * @param lastHit when the newest of the comments was written, or null if nobody knows
 * @param verdict whether to keep it
 * @since 0.1
 */
public record ItemFigures(
    Item item,
    int hits,
    int correct,
    int wrong,
    int unknown,
    int alone,
    List<Overlap> overlaps,
    @Nullable Instant lastHit,
    Verdict verdict) {

  /** Copies the overlaps. */
  public ItemFigures {
    overlaps = List.copyOf(overlaps);
  }

  /**
   * Another item that finds something in the same comments.
   *
   * @param item the other item
   * @param comments how many they share
   */
  public record Overlap(Item item, int comments) {}

  /** What the labels say of an item; whether an interval is on one side of a half decides. */
  public enum Verdict {
    /** No comment has it: it is new, misspelled, or not needed. */
    NEVER_FOUND,
    /** It was found, but nobody has labelled one of these comments for its theme. */
    UNLABELLED,
    /** It is wrong more often than not, surely. */
    WEAK,
    /** It was wrong more often than not, but the interval cannot tell yet. */
    PERHAPS_WEAK,
    /** It was right at least as often as not, but the interval cannot tell yet. */
    PERHAPS_GOOD,
    /** It is right more often than not, surely. */
    GOOD,
    /** It hides words, so that it is neither right nor wrong. */
    HIDES;

    static Verdict of(Proportion precision, int hits) {
      if (hits == 0) {
        return NEVER_FOUND;
      }
      if (precision.all() == 0) {
        return UNLABELLED;
      }
      if (precision.value() < HALF) {
        return precision.high() < HALF ? WEAK : PERHAPS_WEAK;
      }
      return precision.low() >= HALF ? GOOD : PERHAPS_GOOD;
    }

    private static final double HALF = 0.5;
  }

  /** Returns which share of the labelled comments that it finds is about the theme. */
  public Proportion precision() {
    return new Proportion(correct, correct + wrong);
  }

  /** Returns whether it was wrong more often than not. */
  public boolean isFlagged() {
    return verdict == Verdict.WEAK || verdict == Verdict.PERHAPS_WEAK;
  }
}
