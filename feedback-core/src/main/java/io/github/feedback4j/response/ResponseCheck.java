package io.github.feedback4j.response;

import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks answers against the questions of a survey. Pure; safe for use by several threads.
 *
 * @since 0.1
 */
public final class ResponseCheck {

  private ResponseCheck() {}

  /**
   * Returns everything that is wrong with the answers, in their order, then the required questions
   * that are missing; empty if nothing is.
   *
   * <p>A blank text is no answer. Nothing is required of a response that is not complete.
   */
  public static List<Violation> check(Survey survey, Response response) {
    List<Violation> violations = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    for (Answer answer : response.answers()) {
      if (isBlank(answer)) {
        continue;
      }
      answered.add(answer.question());
      Question question = survey.question(answer.question());
      Violation violation = question == null
          ? new Violation(
              Code.UNKNOWN_QUESTION,
              shortened(answer.question()),
              survey + " has no question of this id; its questions are " + ids(survey))
          : check(question, answer);
      if (violation != null) {
        violations.add(violation);
      }
    }
    if (answered.isEmpty()) {
      violations.add(
          new Violation(Code.NO_ANSWER, null, "the response must answer at least one question"));
    } else if (response.isComplete()) {
      for (Question each : survey.questions()) {
        if (each.required() && !answered.contains(each.id())) {
          violations.add(new Violation(
              Code.REQUIRED, each.id(), "a complete response must answer this question"));
        }
      }
    }
    return violations;
  }

  /** Returns whether the answer says nothing. */
  static boolean isBlank(Answer answer) {
    return answer instanceof Answer.Text text && text.text().isBlank();
  }

  private static @Nullable Violation check(Question question, Answer answer) {
    if (question instanceof Question.Rating rating) {
      if (!(answer instanceof Answer.Rating given)) {
        return wrongType(question, "a rating");
      }
      return rating.scale().contains(given.value())
          ? null
          : new Violation(
              Code.OUT_OF_RANGE,
              question.id(),
              "the rating must be on the scale " + rating.scale() + ", but was " + given.value());
    }
    if (question instanceof Question.Text text) {
      if (!(answer instanceof Answer.Text given)) {
        return wrongType(question, "a text");
      }
      return given.text().length() <= text.maxLength()
          ? null
          : new Violation(
              Code.TOO_LONG,
              question.id(),
              "the text must have at most %d characters, but has %d"
                  .formatted(text.maxLength(), given.text().length()));
    }
    Question.SingleChoice choice = (Question.SingleChoice) question;
    if (!(answer instanceof Answer.Choice given)) {
      return wrongType(question, "a choice");
    }
    return choice.choices().stream().anyMatch(each -> each.id().equals(given.choice()))
        ? null
        : new Violation(
            Code.UNKNOWN_CHOICE,
            question.id(),
            "the choice must be one of "
                + choice.choices().stream().map(Question.Choice::id).toList());
  }

  private static Violation wrongType(Question question, String expected) {
    return new Violation(
        Code.WRONG_TYPE, question.id(), "the question must be answered with " + expected);
  }

  private static List<String> ids(Survey survey) {
    return survey.questions().stream().map(Question::id).toList();
  }

  /** An unknown id comes from outside and may be anything. */
  private static String shortened(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }
}
