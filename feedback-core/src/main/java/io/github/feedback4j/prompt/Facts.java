package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.AttributeCondition;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Truth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of one touchpoint say, each comparison made at most once.
 *
 * <p>Used by one thread for one decision, and then for another one.
 */
final class Facts {

  private static final Truth[] TRUTHS = Truth.values();
  private static final int TRUTH_BITS = 2;
  private static final int LAST_ROUND = (1 << (Integer.SIZE - 1 - TRUTH_BITS)) - 1;

  private final Numbering numbering;
  private final String[] names;
  private final AttributeCondition[] comparisons;
  private final int[] attributeOf;
  private final @Nullable AttributeValue[] values;

  // A value or a truth of another round does not count, so nothing has to be cleared in between.
  private final int[] valueRounds;
  private final int[] truths;
  private int round = 1;
  private boolean used;
  private Attributes attributes = Attributes.none();

  Facts(Numbering numbering) {
    this.numbering = numbering;
    names = numbering.names();
    comparisons = numbering.comparisons();
    attributeOf = numbering.attributes();
    values = new @Nullable AttributeValue[names.length];
    valueRounds = new int[names.length];
    truths = new int[comparisons.length];
  }

  /** Returns whether numbers are those of this numbering. */
  boolean isOf(Numbering other) {
    return numbering == other;
  }

  /** Begins with the attributes of another touchpoint. */
  void begin(Attributes of) {
    attributes = of;
  }

  /** Forgets the touchpoint: its values may be personal. */
  void end() {
    attributes = Attributes.none();
    if (used) {
      used = false;
      Arrays.fill(values, null);
      round++;
      if (round > LAST_ROUND) {
        round = 1;
        Arrays.fill(valueRounds, 0);
        Arrays.fill(truths, 0);
      }
    }
  }

  /** Returns the truth of a comparison by its number. */
  Truth truth(int comparison) {
    int known = truths[comparison];
    if (known >>> TRUTH_BITS == round) {
      return TRUTHS[known & ((1 << TRUTH_BITS) - 1)];
    }
    Truth truth = comparisons[comparison].holds(value(attributeOf[comparison]));
    truths[comparison] = round << TRUTH_BITS | truth.ordinal();
    return truth;
  }

  private @Nullable AttributeValue value(int attribute) {
    if (valueRounds[attribute] != round) {
      values[attribute] = attributes.get(names[attribute]);
      valueRounds[attribute] = round;
      used = true;
    }
    return values[attribute];
  }
}
