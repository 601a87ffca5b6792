package io.github.feedback4j.survey;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One question of a survey: a rating, a text, or a choice of one option.
 *
 * <p>Ids match {@code [A-Za-z0-9_-]{1,64}}, are unique in a survey and never reused for another
 * meaning.
 *
 * @since 0.1
 */
public sealed interface Question {

  /** Returns the id under which the answer is kept. */
  String id();

  /** Returns what is asked. */
  LocalizedText text();

  /** Returns whether a complete response must answer it. */
  boolean required();

  /** Returns this question with the answer required. */
  Question asRequired();

  /** Returns a rating that feeds {@code metric}, not required, shown as numbers, without labels. */
  static Rating rating(String id, LocalizedText text, MetricDefinition metric) {
    return new Rating(id, text, false, metric, Presentation.NUMBERS, Map.of());
  }

  /** Returns a text question, not required, of at most {@value Text#DEFAULT_MAX_LENGTH} characters. */
  static Text text(String id, LocalizedText text) {
    return new Text(id, text, false, Text.DEFAULT_MAX_LENGTH);
  }

  /** Returns a choice of one of these options, not required. */
  static SingleChoice singleChoice(String id, LocalizedText text, Choice... choices) {
    return new SingleChoice(id, text, false, List.of(choices));
  }

  /** How the points of a rating look. */
  enum Presentation {
    /** Numbers, the default. */
    NUMBERS,
    /** Stars. */
    STARS,
    /** Smileys, always with their text. */
    SMILEYS,
    /** Thumbs, for two points. */
    THUMBS
  }

  /**
   * A question that is answered with a point of a scale.
   *
   * @param id the question's id
   * @param text what is asked
   * @param required whether a complete response must answer it
   * @param metric what the answer feeds; its scale is the question's scale
   * @param presentation how the points look
   * @param labels the texts of points, by point; scales with a label at both ends are understood best
   */
  record Rating(
      String id,
      LocalizedText text,
      boolean required,
      MetricDefinition metric,
      Presentation presentation,
      Map<Integer, LocalizedText> labels)
      implements Question {

    /** Checks that the labels are on the scale and that thumbs have two points. */
    public Rating {
      Ids.requireId("question id", id);
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      for (int point : labels.keySet()) {
        if (!metric.scale().contains(point)) {
          throw new IllegalArgumentException("question '%s': label %d must be on the scale %s"
              .formatted(id, point, metric.scale()));
        }
      }
      if (presentation == Presentation.THUMBS && metric.scale().points() != 2) {
        throw new IllegalArgumentException(
            "question '%s': thumbs need a scale of 2 points, but it has %d"
                .formatted(id, metric.scale().points()));
      }
    }

    /** Returns the scale of the metric. */
    public Scale scale() {
      return metric.scale();
    }

    /** Returns this question with a text at one point. */
    public Rating label(int point, LocalizedText label) {
      Map<Integer, LocalizedText> copy = new TreeMap<>(labels);
      copy.put(point, label);
      return new Rating(id, text, required, metric, presentation, copy);
    }

    /** Returns this question with another look. */
    public Rating shownAs(Presentation presentation) {
      return new Rating(id, text, required, metric, presentation, labels);
    }

    @Override
    public Rating asRequired() {
      return new Rating(id, text, true, metric, presentation, labels);
    }
  }

  /**
   * A question that is answered in the respondent's own words.
   *
   * @param id the question's id
   * @param text what is asked
   * @param required whether a complete response must answer it
   * @param maxLength the greatest length of an answer in UTF-16 units, 1 to {@value #MAX_LENGTH}
   */
  record Text(String id, LocalizedText text, boolean required, int maxLength) implements Question {

    /** The greatest length of an answer unless said otherwise. */
    public static final int DEFAULT_MAX_LENGTH = 4_000;

    /** The greatest length that a question may allow. */
    public static final int MAX_LENGTH = 100_000;

    /** Checks the length. */
    public Text {
      Ids.requireId("question id", id);
      if (maxLength < 1 || maxLength > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "question '%s': maxLength must be between 1 and %d, but was %d"
                .formatted(id, MAX_LENGTH, maxLength));
      }
    }

    /** Returns this question with another greatest length. */
    public Text withMaxLength(int maxLength) {
      return new Text(id, text, required, maxLength);
    }

    @Override
    public Text asRequired() {
      return new Text(id, text, true, maxLength);
    }
  }

  /**
   * A question that is answered with one of several options.
   *
   * @param id the question's id
   * @param text what is asked
   * @param required whether a complete response must answer it
   * @param choices the options in the order shown, 2 to {@value #MAX_CHOICES} with unique ids
   */
  record SingleChoice(String id, LocalizedText text, boolean required, List<Choice> choices)
      implements Question {

    /** The greatest number of options. */
    public static final int MAX_CHOICES = 50;

    /** Checks the options. */
    public SingleChoice {
      Ids.requireId("question id", id);
      choices = List.copyOf(choices);
      if (choices.size() < 2 || choices.size() > MAX_CHOICES) {
        throw new IllegalArgumentException("question '%s' must have 2 to %d choices, but has %d"
            .formatted(id, MAX_CHOICES, choices.size()));
      }
      Set<String> seen = new HashSet<>();
      for (Choice each : choices) {
        if (!seen.add(each.id())) {
          throw new IllegalArgumentException(
              "question '%s' has two choices with the id '%s'".formatted(id, each.id()));
        }
      }
    }

    @Override
    public SingleChoice asRequired() {
      return new SingleChoice(id, text, true, choices);
    }
  }

  /**
   * One option of a choice.
   *
   * @param id the option's id, {@code [A-Za-z0-9_-]{1,64}}
   * @param text what the respondent reads
   */
  record Choice(String id, LocalizedText text) {

    /** Checks the id. */
    public Choice {
      Ids.requireId("choice id", id);
    }

    /** Returns an option. */
    public static Choice of(String id, LocalizedText text) {
      return new Choice(id, text);
    }
  }
}
