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

  private static final int FEW = 4;

  private static final int FALSE = 0;
  private static final int UNKNOWN = 1;
  private static final int TRUE = 2;

  private final Numbering numbering;
  private final String[] names;
  private final AttributeCondition[] comparisons;
  private final int[] attributeOf;
  private final List<Map<String, Integer>> texts;
  private final int[] textOf;

  /** The texts of an attribute by number if it is quicker to compare them all; else null. */
  private final String[] @Nullable [] fewTexts;

  // Numbers and no references: to write one into an object as old as this is a barrier for the
  // collector, which waits for the memory and costs more than to look an attribute up.

  // A text or a truth of another round does not count, so nothing has to be cleared in between.
  private final int[] textRounds;
  private final int[] textNumbers;
  private final int[] truthRounds;
  private final int[] truths;
  private int round = 1;

  Facts(Numbering numbering) {
    this.numbering = numbering;
    names = numbering.names();
    comparisons = numbering.comparisons();
    attributeOf = numbering.attributes();
    texts = numbering.texts();
    textOf = numbering.textOf();
    fewTexts = texts.stream().map(Facts::few).toArray(String[][]::new);
    textNumbers = new int[names.length];
    textRounds = new int[names.length];
    truthRounds = new int[comparisons.length];
    truths = new int[comparisons.length];
  }

  /** Returns whether numbers are those of this numbering. */
  boolean isOf(Numbering other) {
    return numbering == other;
  }

  /** Forgets what is known of the attributes. */
  void end() {
    round++;
    if (round == 0) {
      round = 1;
      Arrays.fill(textRounds, 0);
      Arrays.fill(truthRounds, 0);
    }
  }

  /** Returns the truth of a comparison by its number; the attributes are the same until {@link #end}. */
  Truth truth(int comparison, Attributes attributes) {
    int attribute = attributeOf[comparison];
    int text = textOf[comparison];
    if (text != Numbering.UNKNOWN) {
      // Equal to a text is what most conditions ask, and what surveys ask differently.
      int actual = textNumber(attribute, attributes);
      return actual == NO_TEXT ? Truth.UNKNOWN : Truth.of(actual == text);
    }
    if (truthRounds[comparison] != round) {
      truths[comparison] = code(comparisons[comparison].holds(attributes.get(names[attribute])));
      truthRounds[comparison] = round;
    }
    int code = truths[comparison];
    return code == TRUE ? Truth.TRUE : code == FALSE ? Truth.FALSE : Truth.UNKNOWN;
  }

  private static int code(Truth truth) {
    return switch (truth) {
      case FALSE -> FALSE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> TRUE;
    };
  }

  private int textNumber(int attribute, Attributes attributes) {
    if (textRounds[attribute] != round) {
      textRounds[attribute] = round;
      textNumbers[attribute] = NO_TEXT;
      if (attributes.get(names[attribute]) instanceof AttributeValue.Text text) {
        textNumbers[attribute] = number(attribute, text.text());
      }
    }
    return textNumbers[attribute];
  }

  private int number(int attribute, String text) {
    String[] few = fewTexts[attribute];
    if (few != null) {
      for (int i = 0; i < few.length; i++) {
        if (few[i].equals(text)) {
          return i;
        }
      }
      return ANOTHER_TEXT;
    }
    Integer number = texts.get(attribute).get(text);
    return number == null ? ANOTHER_TEXT : number;
  }

  private static String @Nullable [] few(Map<String, Integer> texts) {
    if (texts.size() > FEW) {
      return null;
    }
    String[] few = new String[texts.size()];
    texts.forEach((text, number) -> few[number] = text);
    return few;
  }
}
