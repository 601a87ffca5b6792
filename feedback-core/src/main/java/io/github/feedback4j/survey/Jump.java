package io.github.feedback4j.survey;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A way from one question to a later one, or to the end of the survey.
 *
 * @param when what answer takes it
 * @param to the id of a later question, or {@value #END}
 * @since 0.1
 */
public record Jump(When when, String to) {

  /** What stands for the end of the survey; no question may have this id. */
  public static final String END = "end";

  /** What answer takes a jump. */
  public sealed interface When {}

  /** Taken whatever the answer is, also without one. */
  public record Always() implements When {}

  /**
   * Taken by whoever chose this option.
   *
   * @param choice the option's id
   */
  public record Chosen(String choice) implements When {

    /** Checks the id. */
    public Chosen {
      Ids.requireId("choice id", choice);
    }
  }

  /**
   * Taken by whoever answered with a number in a band: a rating, an expectation, or minutes.
   *
   * @param from the lowest number of the band
   * @param to the highest number of the band
   */
  public record Scored(int from, int to) implements When {

    /** Checks that the band is not empty. */
    public Scored {
      if (from > to) {
        throw new IllegalArgumentException(
            "a band must not end (" + to + ") before it starts (" + from + ")");
      }
    }
  }

  private static final When ALWAYS = new Always();

  /** Checks the id. */
  public Jump {
    Ids.requireId("question id", to);
  }

  /** Returns a jump to a question that is always taken. */
  public static Jump to(String question) {
    return new Jump(ALWAYS, question);
  }

  /** Returns a jump to the end that is always taken. */
  public static Jump toEnd() {
    return to(END);
  }

  /** Returns a jump that is taken after the choice of this option. */
  public static Jump chosen(String choice, String to) {
    return new Jump(new Chosen(choice), to);
  }

  /** Returns a jump that is taken after an answer from {@code from} up to {@code upTo}. */
  public static Jump scored(int from, int upTo, String to) {
    return new Jump(new Scored(from, upTo), to);
  }

  /** Returns whether an answer takes this jump; null stands for no answer. */
  boolean isTakenBy(@Nullable AttributeValue answer) {
    if (when instanceof Chosen chosen) {
      return (answer instanceof AttributeValue.Text text && text.text().equals(chosen.choice()))
          || (answer instanceof AttributeValue.Texts texts
              && texts.texts().contains(chosen.choice()));
    }
    if (when instanceof Scored scored) {
      return answer instanceof AttributeValue.Numeric score
          && score.number().compareTo(BigDecimal.valueOf(scored.from())) >= 0
          && score.number().compareTo(BigDecimal.valueOf(scored.to())) <= 0;
    }
    return true;
  }
}
