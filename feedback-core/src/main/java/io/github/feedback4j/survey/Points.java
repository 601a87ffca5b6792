package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Presentation;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the points of a scale may be called and look like, the same for every question with a scale. */
final class Points {

  private Points() {}

  /** Returns the labels in ascending order, or throws if one is not on the scale. */
  static Map<Integer, LocalizedText> requireLabels(
      String question, MetricDefinition metric, Map<Integer, LocalizedText> labels) {
    Map<Integer, LocalizedText> sorted = new TreeMap<>(labels);
    for (int point : sorted.keySet()) {
      if (!metric.scale().contains(point)) {
        throw new IllegalArgumentException("question '%s': label %d must be on the scale %s"
            .formatted(question, point, metric.scale()));
      }
    }
    return Collections.unmodifiableMap(sorted);
  }

  /** Throws if there are thumbs for more than two points. */
  static void requireLook(String question, MetricDefinition metric, Presentation presentation) {
    if (presentation == Presentation.THUMBS && metric.scale().points() != 2) {
      throw new IllegalArgumentException(
          "question '%s': thumbs need a scale of 2 points, but it has %d"
              .formatted(question, metric.scale().points()));
    }
  }
}
