package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several things that are rated on one scale, each in a row.
 *
 * <p>A required matrix needs an answer in each row.
 *
 * @param id the question's id
 * @param text what is asked of every row
 * @param rules when it is shown, when it is required, and what comes next
 * @param rows what is rated, 1 to {@value #MAX_ROWS} with unique ids
 * @param metric what each row's answer feeds; its scale is the scale of all rows
 * @param labels the texts of points, by point
 * @since 0.1
 */
public record MatrixQuestion(
    String id,
    LocalizedText text,
    QuestionRules rules,
    List<Choice> rows,
    MetricDefinition metric,
    Map<Integer, LocalizedText> labels)
    implements Question {

  /** The greatest number of rows. */
  public static final int MAX_ROWS = 20;

  /** Checks the rows and that the labels are on the scale. */
  public MatrixQuestion {
    Ids.requireId("question id", id);
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException(
          "question '%s' must have 1 to %d rows, but has %d".formatted(id, MAX_ROWS, rows.size()));
    }
    Set<String> seen = new HashSet<>();
    for (Choice each : rows) {
      if (!seen.add(each.id())) {
        throw new IllegalArgumentException(
            "question '%s' has two rows with the id '%s'".formatted(id, each.id()));
      }
    }
    labels = Points.requireLabels(id, metric, labels);
  }

  /** Returns the scale of the metric. */
  public Scale scale() {
    return metric.scale();
  }

  /** Returns this question with a text at one point. */
  public MatrixQuestion label(int point, LocalizedText label) {
    Map<Integer, LocalizedText> copy = new TreeMap<>(labels);
    copy.put(point, label);
    return new MatrixQuestion(id, text, rules, rows, metric, copy);
  }

  @Override
  public MatrixQuestion withRules(QuestionRules rules) {
    return new MatrixQuestion(id, text, rules, rows, metric, labels);
  }
}
