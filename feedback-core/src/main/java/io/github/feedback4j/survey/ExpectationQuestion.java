package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Presentation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rating of what was expected, to be compared with what was experienced.
 *
 * <p>It belongs to a metric: ratings that feed the same metric, here or in another survey, are what it
 * is compared with; or to one rating of the same survey, if it names one.
 *
 * @param id the question's id
 * @param text what is asked
 * @param rules when it is shown, when it is required, and what comes next
 * @param of the id of the rating it is compared with, or null for the ratings of the metric
 * @param metric the metric of the experience; its scale is the question's scale
 * @param presentation how the points look
 * @param labels the texts of points, by point
 * @since 0.1
 */
public record ExpectationQuestion(
    String id,
    LocalizedText text,
    QuestionRules rules,
    @Nullable String of,
    MetricDefinition metric,
    Presentation presentation,
    Map<Integer, LocalizedText> labels)
    implements Question {

  /** Checks that the labels are on the scale. */
  public ExpectationQuestion {
    Ids.requireId("question id", id);
    if (of != null) {
      Ids.requireId("question id", of);
    }
    labels = Points.requireLabels(id, metric, labels);
    Points.requireLook(id, metric, presentation);
  }

  /** Returns the scale of the metric. */
  public Scale scale() {
    return metric.scale();
  }

  /** Returns this question as the counterpart of one rating. */
  public ExpectationQuestion of(String rating) {
    return new ExpectationQuestion(id, text, rules, rating, metric, presentation, labels);
  }

  /** Returns this question with a text at one point. */
  public ExpectationQuestion label(int point, LocalizedText label) {
    Map<Integer, LocalizedText> copy = new TreeMap<>(labels);
    copy.put(point, label);
    return new ExpectationQuestion(id, text, rules, of, metric, presentation, copy);
  }

  /** Returns this question with another look. */
  public ExpectationQuestion shownAs(Presentation presentation) {
    return new ExpectationQuestion(id, text, rules, of, metric, presentation, labels);
  }

  @Override
  public ExpectationQuestion withRules(QuestionRules rules) {
    return new ExpectationQuestion(id, text, rules, of, metric, presentation, labels);
  }
}
