package io.github.feedback4j.browser;

import io.github.feedback4j.response.Answer;
import io.github.feedback4j.survey.ConsentQuestion;
import io.github.feedback4j.survey.ExpectationQuestion;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.LostTimeQuestion;
import io.github.feedback4j.survey.MatrixQuestion;
import io.github.feedback4j.survey.MultiChoiceQuestion;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Question.Choice;
import io.github.feedback4j.survey.RankingQuestion;
import io.github.feedback4j.survey.Scale;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Answers that fit their questions by themselves, as they are on the wire; which are shown is left open. */
final class RandomAnswers {

  private static final int[] MINUTES = {0, 5, 10, 45, 60, 600};

  /** The last two are alike in what conditions see of them. */
  private static final List<String> TEXTS =
      List.of("abc", "a bb", "says bb", "yes", "z".repeat(499) + "bb", "z".repeat(501));

  private final Random random;

  private RandomAnswers(Random random) {
    this.random = random;
  }

  /** Returns answers by question, of the first one always. */
  static Map<String, Map<String, Object>> to(Survey survey, Random random) {
    RandomAnswers answers = new RandomAnswers(random);
    Map<String, Map<String, Object>> given = new LinkedHashMap<>();
    for (Question each : survey.questions()) {
      Map.Entry<String, Object> said = answers.to(each);
      boolean first = given.isEmpty();
      if (said != null && (first || random.nextInt(10) < 7)) {
        given.put(each.id(), Map.of("question", each.id(), said.getKey(), said.getValue()));
      }
    }
    return given;
  }

  private Map.@Nullable Entry<String, Object> to(Question question) {
    if (question instanceof Question.Rating rating) {
      return Map.entry("rating", point(rating.scale()));
    }
    if (question instanceof ExpectationQuestion expectation) {
      return Map.entry("rating", point(expectation.scale()));
    }
    if (question instanceof Question.Text) {
      return Map.entry("text", TEXTS.get(random.nextInt(TEXTS.size())));
    }
    if (question instanceof Question.SingleChoice choice) {
      return Map.entry("choice", some(choice.options().ids(), 1, 1).get(0));
    }
    if (question instanceof MultiChoiceQuestion choice) {
      return Map.entry("choices", some(choice.options().ids(), choice.atLeast(), choice.atMost()));
    }
    if (question instanceof FactorsQuestion factors) {
      List<Choice> choices =
          factors.bands().get(random.nextInt(factors.bands().size())).choices();
      return Map.entry("choices", some(ids(choices), 1, 1));
    }
    if (question instanceof MatrixQuestion matrix) {
      Map<String, Object> rows = new LinkedHashMap<>();
      some(ids(matrix.rows()), 1, matrix.rows().size())
          .forEach(row -> rows.put(row, point(matrix.scale())));
      return Map.entry("rows", rows);
    }
    if (question instanceof RankingQuestion ranking) {
      return Map.entry("ranking", some(ranking.options().ids(), ranking.top(), ranking.top()));
    }
    if (question instanceof ConsentQuestion) {
      return Map.entry("consent", random.nextBoolean());
    }
    return question instanceof LostTimeQuestion
        ? Map.entry("minutes", MINUTES[random.nextInt(MINUTES.length)])
        : null;
  }

  private int point(Scale scale) {
    return scale.min() + random.nextInt(scale.max() - scale.min() + 1);
  }

  private List<String> some(Collection<String> ids, int atLeast, int atMost) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, atLeast + random.nextInt(atMost - atLeast + 1)));
  }

  private static List<String> ids(List<Choice> choices) {
    return choices.stream().map(Choice::id).toList();
  }

  /** Returns the answer that the server reads from such a one. */
  static Answer answer(Map<String, Object> json) {
    String question = String.valueOf(json.get("question"));
    if (json.get("rating") instanceof Integer rating) {
      return new Answer.Rating(question, rating);
    }
    if (json.get("minutes") instanceof Integer minutes) {
      return new Answer.LostTime(question, minutes);
    }
    if (json.get("consent") instanceof Boolean given) {
      return new Answer.Consent(question, given);
    }
    if (json.get("text") instanceof String text) {
      return new Answer.Text(question, text);
    }
    if (json.get("choice") instanceof String choice) {
      return new Answer.Choice(question, choice);
    }
    if (json.get("choices") instanceof List<?> choices) {
      return new Answer.Choices(question, texts(choices));
    }
    if (json.get("ranking") instanceof List<?> ranking) {
      return new Answer.Ranking(question, texts(ranking));
    }
    Map<String, Integer> points = new LinkedHashMap<>();
    if (json.get("rows") instanceof Map<?, ?> rows) {
      rows.forEach((row, point) -> points.put(String.valueOf(row), (Integer) point));
    }
    return new Answer.Matrix(question, points);
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(String::valueOf).toList();
  }
}
