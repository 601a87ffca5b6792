package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The warnings about scales: ends without words, and metrics that are not what their name says. */
final class ScaleRules {

  private ScaleRules() {}

  static List<Flaw> check(Survey survey) {
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < survey.questions().size(); i++) {
      Question question = survey.questions().get(i);
      if (question instanceof Question.Rating rating) {
        check(question, i, rating.metric(), rating.labels(), flaws);
      } else if (question instanceof ExpectationQuestion expectation) {
        check(question, i, expectation.metric(), expectation.labels(), flaws);
      } else if (question instanceof MatrixQuestion matrix) {
        check(question, i, matrix.metric(), matrix.labels(), flaws);
      }
    }
    return flaws;
  }

  private static void check(
      Question question,
      int index,
      MetricDefinition metric,
      Map<Integer, LocalizedText> labels,
      List<Flaw> flaws) {
    String place = "question '" + question.id() + "'";
    Scale scale = metric.scale();
    if (!labels.containsKey(scale.min()) || !labels.containsKey(scale.max())) {
      flaws.add(Flaw.warning(
          place + ", labels",
          Flaw.inQuestion(index, "labels"),
          "the scale " + scale + " says in words at neither end, or at one only, what it means",
          "add labels: {%d: …, %d: …}".formatted(scale.min(), scale.max())));
    }
    String usual = usualScale(metric);
    if (!usual.isEmpty()) {
      flaws.add(Flaw.warning(
          place + ", metric",
          Flaw.inQuestion(index, "metric"),
          "the scale %s does not fit the metric '%s', which has %s"
              .formatted(scale, metric.id(), usual),
          "use metric: %s, or give your metric another id".formatted(metric.id())));
    }
  }

  /** Returns the scale that the name of a metric promises, or an empty text if it has that one. */
  private static String usualScale(MetricDefinition metric) {
    Scale scale = metric.scale();
    return switch (metric.id()) {
      case "nps", "enps", "tnps" -> scale.equals(Scale.of(0, 10)) ? "" : "0–10";
      case "ces", "ces-mean" -> scale.equals(Scale.of(1, 7)) ? "" : "1–7";
      case "ces1", "stars", "stars-mean" -> scale.equals(Scale.of(1, 5)) ? "" : "1–5";
      case "nsat" -> scale.equals(Scale.of(1, 4)) ? "" : "1–4";
      case "thumbs" -> scale.equals(Scale.of(0, 1)) ? "" : "0–1";
      case "csat" ->
        scale.min() == 1 && List.of(2, 3, 4, 5, 7, 10).contains(scale.points())
            ? ""
            : "1 to 2, 3, 4, 5, 7 or 10";
      case "csat-mean" -> scale.min() == 1 ? "" : "1 and upwards";
      default -> "";
    };
  }
}
