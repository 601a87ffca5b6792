package io.github.feedback4j.response;

/**
 * What a respondent said to one question.
 *
 * @since 0.1
 */
public sealed interface Answer {

  /** Returns the id of the question. */
  String question();

  /**
   * A point of a scale.
   *
   * @param question the question's id
   * @param value the point
   */
  record Rating(String question, int value) implements Answer {}

  /**
   * The respondent's own words.
   *
   * @param question the question's id
   * @param text the words
   */
  record Text(String question, String text) implements Answer {

    /** Returns the question and the length, not the words. */
    @Override
    public String toString() {
      return "Text[" + question + ", " + text.length() + " characters]";
    }
  }

  /**
   * One option of several.
   *
   * @param question the question's id
   * @param choice the option's id
   */
  record Choice(String question, String choice) implements Answer {}
}
