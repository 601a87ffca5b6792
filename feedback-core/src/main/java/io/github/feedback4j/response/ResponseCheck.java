package io.github.feedback4j.response;

import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.FactorsQuestion;
import io.github.feedback4j.survey.MatrixQuestion;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFlow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks answers against the questions of a survey. Pure; safe for use by several threads.
 *
 * @since 0.1
 */
public final class ResponseCheck {

  private ResponseCheck() {}

  /**
   * Returns everything that is wrong with a response to its own invitation, as {@link #check(Survey,
   * Attributes, Response)} does.
   */
  public static List<Violation> check(Survey survey, Response response) {
    return check(survey, response.invitation().attributes(), response);
  }

  /**
   * Returns everything that is wrong with the answers, in their order, then the required questions
   * that are missing; empty if nothing is. Never throws.
   *
   * <p>A blank answer is none. Nothing is required of a response that is not complete, and what is
   * still too short or too few is fine in it. Which questions were shown follows from the answers: one
   * that does not fit its question tells nothing about that.
   *
   * @param attributes what the invitation froze of the touchpoint's attributes
   */
  public static List<Violation> check(Survey survey, Attributes attributes, Response response) {
    return check(
        survey,
        attributes,
        response.answers(),
        response.isComplete(),
        AnswerCheck.Words.AS_WRITTEN);
  }

  static List<Violation> check(
      Survey survey,
      Attributes attributes,
      Collection<Answer> answers,
      boolean complete,
      AnswerCheck.Words words) {
    Map<String, List<Violation>> found = new LinkedHashMap<>();
    Map<String, Answer> given = new HashMap<>();
    FlowAnswers fitting = new FlowAnswers();
    for (Answer answer : answers) {
      if (answer.isBlank()) {
        continue;
      }
      given.put(answer.question(), answer);
      Question question = survey.question(answer.question());
      List<Violation> violations = question == null
          ? List.of(unknown(survey, answer.question()))
          : AnswerCheck.check(question, answer, complete, words);
      found.put(answer.question(), new ArrayList<>(violations));
      if (violations.isEmpty()) {
        fitting.add(answer);
      }
    }
    SurveyFlow.Path path = SurveyFlow.of(survey, attributes).path(fitting.asMap());
    found.forEach((id, violations) -> {
      Question question = survey.question(id);
      if (question != null && !path.shows(id)) {
        violations.add(
            new Violation(Code.NOT_VISIBLE, id, "the question is not shown after these answers"));
      } else if (question instanceof FactorsQuestion factors && violations.isEmpty()) {
        violations.addAll(band(factors, given));
      }
    });
    List<Violation> violations = new ArrayList<>();
    found.values().forEach(violations::addAll);
    if (given.isEmpty()) {
      violations.add(
          new Violation(Code.NO_ANSWER, null, "the response must answer at least one question"));
    } else if (complete) {
      for (Question each : path.questions()) {
        if (path.requires(each.id()) && isMissing(each, given.get(each.id()))) {
          violations.add(new Violation(
              Code.REQUIRED, each.id(), "a complete response must answer this question"));
        }
      }
    }
    return violations;
  }

  /** Returns whether there is no answer, or one that leaves out a row. */
  private static boolean isMissing(Question question, @Nullable Answer answer) {
    if (question instanceof MatrixQuestion matrix && answer instanceof Answer.Matrix given) {
      return !matrix.rows().stream().allMatch(each -> given.points().containsKey(each.id()));
    }
    return answer == null;
  }

  /** Returns whether factors were chosen that the rating's band does not have; the rating is on it. */
  private static List<Violation> band(FactorsQuestion factors, Map<String, Answer> given) {
    List<String> shown = given.get(factors.of()) instanceof Answer.Rating rating
        ? factors.choices(rating.value()).stream().map(Question.Choice::id).toList()
        : List.of();
    return given.get(factors.id()) instanceof Answer.Choices chosen
            && shown.containsAll(chosen.choices())
        ? List.of()
        : List.of(new Violation(
            Code.UNKNOWN_CHOICE,
            factors.id(),
            "after this rating the choice must be one of " + shown));
  }

  private static Violation unknown(Survey survey, String id) {
    return new Violation(
        Code.UNKNOWN_QUESTION,
        shortened(id),
        survey + " has no question of this id; its questions are " + ids(survey));
  }

  private static List<String> ids(Survey survey) {
    return survey.questions().stream().map(Question::id).toList();
  }

  /** An unknown id comes from outside and may be anything. */
  private static String shortened(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }
}
