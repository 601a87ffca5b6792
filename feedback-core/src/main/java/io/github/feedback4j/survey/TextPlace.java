package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text of a survey and where it stands.
 *
 * @param question the question that has it, or null for the survey's own
 * @param name what a person would call the place, such as {@code question 'q', label 1}
 * @param path the names and indexes that lead there in a survey file
 * @param text the text
 */
record TextPlace(@Nullable Question question, String name, List<Object> path, LocalizedText text) {

  /** Returns every text of a survey. */
  static List<TextPlace> of(Survey survey) {
    List<TextPlace> places = new ArrayList<>();
    LocalizedText title = survey.title();
    if (title != null) {
      places.add(new TextPlace(null, "title", List.of("title"), title));
    }
    for (int i = 0; i < survey.questions().size(); i++) {
      places.addAll(new Collector(survey.questions().get(i), i).collect());
    }
    return places;
  }

  /** Collects the texts of one question. */
  private static final class Collector {

    private final Question question;
    private final int index;
    private final List<TextPlace> places = new ArrayList<>();

    Collector(Question question, int index) {
      this.question = question;
      this.index = index;
    }

    List<TextPlace> collect() {
      add("", question.text(), "text");
      if (question instanceof Question.Rating rating) {
        labels(rating.labels());
      } else if (question instanceof ExpectationQuestion expectation) {
        labels(expectation.labels());
      } else if (question instanceof Question.SingleChoice choice) {
        options(choice.options());
      } else if (question instanceof MultiChoiceQuestion choice) {
        options(choice.options());
      } else if (question instanceof RankingQuestion ranking) {
        options(ranking.options());
      } else if (question instanceof MatrixQuestion matrix) {
        choices("row", matrix.rows(), "rows");
        labels(matrix.labels());
      } else if (question instanceof FactorsQuestion factors) {
        for (int i = 0; i < factors.bands().size(); i++) {
          choices("choice", factors.bands().get(i).choices(), "bands", i, "choices");
        }
      } else if (question instanceof StatementQuestion statement) {
        for (int i = 0; i < statement.links().size(); i++) {
          add(", link " + (i + 1), statement.links().get(i).text(), "links", i, "text");
        }
      }
      return places;
    }

    private void labels(Map<Integer, LocalizedText> labels) {
      labels.forEach((point, label) -> add(", label " + point, label, "labels", point.toString()));
    }

    private void options(Options options) {
      choices("choice", options.choices(), "choices");
      LocalizedText other = options.other();
      if (other != null) {
        add(", other", other, "other");
      }
    }

    private void choices(String what, List<Question.Choice> choices, Object... path) {
      for (int i = 0; i < choices.size(); i++) {
        List<Object> steps = new ArrayList<>(List.of(path));
        steps.add(i);
        steps.add("text");
        add(
            ", %s '%s'".formatted(what, choices.get(i).id()),
            choices.get(i).text(),
            steps.toArray());
      }
    }

    private void add(String name, LocalizedText text, Object... path) {
      List<Object> steps = new ArrayList<>(List.of("questions", index));
      steps.addAll(List.of(path));
      places.add(new TextPlace(
          question, "question '" + question.id() + "'" + name, List.copyOf(steps), text));
    }
  }
}
