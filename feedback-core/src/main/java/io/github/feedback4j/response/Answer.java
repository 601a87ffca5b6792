package io.github.feedback4j.response;

import io.github.feedback4j.survey.Options;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a respondent said to one question.
 *
 * @since 0.1
 */
public sealed interface Answer {

  /** Returns the id of the question. */
  String question();

  /** Returns what the respondent wrote in their own words, or null if this answer has no words. */
  default @Nullable String words() {
    return null;
  }

  /** Returns whether the answer says nothing, so that it counts as none. */
  default boolean isBlank() {
    return false;
  }

  /**
   * A point of a scale: the answer to a rating or an expectation.
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

    @Override
    public String words() {
      return text;
    }

    @Override
    public boolean isBlank() {
      return text.isBlank();
    }

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
   * @param other what is written beside the open option {@value Options#OTHER}, or null
   */
  record Choice(String question, String choice, @Nullable String other) implements Answer {

    /** Creates the choice of an option without words. */
    public Choice(String question, String choice) {
      this(question, choice, null);
    }

    @Override
    public @Nullable String words() {
      return other;
    }

    /** Returns the question and the option, not the words. */
    @Override
    public String toString() {
      return "Choice[" + question + ", " + choice + "]";
    }
  }

  /**
   * Some options of several: the answer to a multiple choice, or the factors behind a rating.
   *
   * @param question the question's id
   * @param choices the ids of the options
   * @param other what is written beside the open option {@value Options#OTHER}, or null
   */
  record Choices(
      String question, List<String> choices, @Nullable String other) implements Answer {

    /** Copies the ids. */
    public Choices {
      choices = List.copyOf(choices);
    }

    /** Creates the choice of some options without words. */
    public Choices(String question, List<String> choices) {
      this(question, choices, null);
    }

    @Override
    public @Nullable String words() {
      return other;
    }

    @Override
    public boolean isBlank() {
      return choices.isEmpty() && (other == null || other.isBlank());
    }

    /** Returns the question and the options, not the words. */
    @Override
    public String toString() {
      return "Choices[" + question + ", " + choices + "]";
    }
  }

  /**
   * Points of one scale in several rows.
   *
   * @param question the question's id
   * @param points the point of each row that was answered, by the row's id, in the order given
   */
  record Matrix(String question, Map<String, Integer> points) implements Answer {

    /** Copies the points. */
    public Matrix {
      points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    @Override
    public boolean isBlank() {
      return points.isEmpty();
    }
  }

  /**
   * Options in order.
   *
   * @param question the question's id
   * @param choices the ids of the options, the best first
   */
  record Ranking(String question, List<String> choices) implements Answer {

    /** Copies the ids. */
    public Ranking {
      choices = List.copyOf(choices);
    }

    @Override
    public boolean isBlank() {
      return choices.isEmpty();
    }
  }

  /**
   * A yes or no.
   *
   * @param question the question's id
   * @param given whether the respondent consents
   */
  record Consent(String question, boolean given) implements Answer {}

  /**
   * Working time that was lost.
   *
   * @param question the question's id
   * @param minutes how much, in whole minutes
   */
  record LostTime(String question, int minutes) implements Answer {}
}
