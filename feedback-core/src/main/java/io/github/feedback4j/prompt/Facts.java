package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.AttributeCondition;
import io.github.feedback4j.survey.AttributeValue;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of one touchpoint say, each comparison made at most once.
 *
 * <p>Used by one thread for one decision, and then for another one.
 */
final class Facts {

  /** The value is no text, or there is none. */
  private static final int NO_TEXT = -2;

  /** The value is a text with which nothing compares it. */
  private static final int ANOTHER_TEXT = -1;

  private final Numbering numbering;
  private final String[] names;
  private final AttributeCondition[] comparisons;
  private final int[] attributeOf;
  private final List<Map<String, Integer>> texts;
  private final int[] textOf;
  private final @Nullable AttributeValue[] values;

  // A value or a truth of another round does not count, so nothing has to be cleared in between.
  private final int[] valueRounds;
  private final int[] textNumbers;
  private final int[] truthRounds;
  private final Truth[] truths;
  private int round = 1;
  private boolean used;
  private Attributes attributes = Attributes.none();

  Facts(Numbering numbering) {
    this.numbering = numbering;
    names = numbering.names();
    comparisons = numbering.comparisons();
    attributeOf = numbering.attributes();
    texts = numbering.texts();
    textOf = numbering.textOf();
    textNumbers = new int[names.length];
    values = new @Nullable AttributeValue[names.length];
    valueRounds = new int[names.length];
    truthRounds = new int[comparisons.length];
    truths = new Truth[comparisons.length];
    Arrays.fill(truths, Truth.UNKNOWN);
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
      if (round == 0) {
        round = 1;
        Arrays.fill(valueRounds, 0);
        Arrays.fill(truthRounds, 0);
      }
    }
  }

  /** Returns the truth of a comparison by its number. */
  Truth truth(int comparison) {
    int text = textOf[comparison];
    if (text != Numbering.UNKNOWN) {
      // Equal to a text is what most conditions ask, and what surveys ask differently.
      int actual = textNumber(attributeOf[comparison]);
      return actual == NO_TEXT ? Truth.UNKNOWN : Truth.of(actual == text);
    }
    if (truthRounds[comparison] != round) {
      truths[comparison] = comparisons[comparison].holds(value(attributeOf[comparison]));
      truthRounds[comparison] = round;
    }
    return truths[comparison];
  }

  private @Nullable AttributeValue value(int attribute) {
    if (valueRounds[attribute] != round) {
      look(attribute);
    }
    return values[attribute];
  }

  private int textNumber(int attribute) {
    if (valueRounds[attribute] != round) {
      look(attribute);
    }
    return textNumbers[attribute];
  }

  private void look(int attribute) {
    AttributeValue value = attributes.get(names[attribute]);
    values[attribute] = value;
    valueRounds[attribute] = round;
    textNumbers[attribute] = NO_TEXT;
    if (value instanceof AttributeValue.Text text) {
      Integer number = texts.get(attribute).get(text.text());
      textNumbers[attribute] = number == null ? ANOTHER_TEXT : number;
    }
    used = true;
  }
}
