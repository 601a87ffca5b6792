package io.github.feedback4j.response;

import io.github.feedback4j.survey.ConsentQuestion;
import io.github.feedback4j.survey.ExpectationQuestion;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.LostTimeQuestion;
import io.github.feedback4j.survey.MatrixQuestion;
import io.github.feedback4j.survey.MultiChoiceQuestion;
import io.github.feedback4j.survey.Options;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.RankingQuestion;
import io.github.feedback4j.survey.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers questions at random, either as they want it or as nobody wants it. */
final class Respondent {

  private Respondent() {}

  /** Returns an answer that fits the question and, for factors, the rating that was given. */
  static Answer answer(Question question, Response given, Random random) {
    String id = question.id();
    if (question instanceof Question.Rating rating) {
      return new Answer.Rating(id, point(rating.scale(), random));
    }
    if (question instanceof ExpectationQuestion expectation) {
      return new Answer.Rating(id, point(expectation.scale(), random));
    }
    if (question instanceof Question.Text text) {
      int length = Math.max(1, text.minLength() + random.nextInt(3));
      return new Answer.Text(id, "x".repeat(Math.min(length, text.maxLength())));
    }
    if (question instanceof Question.SingleChoice choice) {
      String chosen = some(choice.options().ids(), 1, 1, random).get(0);
      return new Answer.Choice(id, chosen, words(List.of(chosen), random));
    }
    if (question instanceof MultiChoiceQuestion choice) {
      List<String> chosen = some(choice.options().ids(), choice.atLeast(), choice.atMost(), random);
      return new Answer.Choices(id, chosen, words(chosen, random));
    }
    if (question instanceof MatrixQuestion matrix) {
      Map<String, Integer> points = new LinkedHashMap<>();
      matrix.rows().forEach(each -> points.put(each.id(), point(matrix.scale(), random)));
      return new Answer.Matrix(id, points);
    }
    if (question instanceof RankingQuestion ranking) {
      return new Answer.Ranking(
          id, some(ranking.options().ids(), ranking.top(), ranking.top(), random));
    }
    if (question instanceof LostTimeQuestion lostTime) {
      return new Answer.LostTime(
          id, lostTime.min() + random.nextInt(lostTime.max() - lostTime.min() + 1));
    }
    if (question instanceof FactorsQuestion factors) {
      List<String> shown = given.answers().stream()
          .filter(each -> each.question().equals(factors.of()))
          .flatMap(each -> factors.choices(((Answer.Rating) each).value()).stream())
          .map(Question.Choice::id)
          .toList();
      List<String> ids = shown.isEmpty() ? List.copyOf(factors.ids()) : shown;
      return new Answer.Choices(id, some(ids, 1, Math.min(ids.size(), factors.atMost()), random));
    }
    if (question instanceof ConsentQuestion) {
      return new Answer.Consent(id, random.nextBoolean());
    }
    throw new IllegalArgumentException("a statement is not answered");
  }

  /** Returns an answer of any type with anything in it. */
  static Answer anyAnswer(String question, Random random) {
    String odd = "\ud800\u0000<b>".repeat(random.nextInt(2_000));
    return switch (random.nextInt(8)) {
      case 0 -> new Answer.Rating(question, random.nextInt());
      case 1 -> new Answer.Text(question, odd);
      case 2 -> new Answer.Choice(question, odd, random.nextBoolean() ? odd : null);
      case 3 -> new Answer.Choices(question, Collections.nCopies(random.nextInt(200), odd), odd);
      case 4 -> new Answer.Matrix(question, Map.of(odd, random.nextInt()));
      case 5 -> new Answer.Ranking(question, Collections.nCopies(random.nextInt(200), "c_0"));
      case 6 -> new Answer.Consent(question, random.nextBoolean());
      default -> new Answer.LostTime(question, random.nextInt());
    };
  }

  private static int point(Scale scale, Random random) {
    return scale.min() + random.nextInt(scale.points());
  }

  private static List<String> some(List<String> ids, int least, int most, Random random) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, least + random.nextInt(most - least + 1));
  }

  private static String words(List<String> chosen, Random random) {
    return chosen.contains(Options.OTHER) && random.nextBoolean() ? "Something else" : null;
  }
}
