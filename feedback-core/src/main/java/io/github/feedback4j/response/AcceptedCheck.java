package io.github.feedback4j.response;

import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFlow;
import java.util.List;

/**
 * Checks whether a response that another application has accepted can be one to a survey. Pure; safe for
 * use by several threads.
 *
 * <p>What was accepted is redacted, and so says less than what was checked then: the length of words is
 * not looked at, and where words decide what is shown or required, neither is that. Nothing that {@link
 * Intake} accepts for a survey is refused for the same survey.
 *
 * @since 0.1
 */
public final class AcceptedCheck {

  private AcceptedCheck() {}

  /**
   * Returns everything that is wrong, as {@link ResponseCheck} does; empty if nothing is. Never throws.
   *
   * @param survey in the version that the response's invitation names
   */
  public static List<Violation> check(Survey survey, AcceptedResponse response) {
    if (!survey.key().equals(response.invitation().survey())
        || survey.version() != response.invitation().surveyVersion()) {
      return List.of(new Violation(
          Code.UNKNOWN_SURVEY, null, "the invitation is to another survey than " + survey));
    }
    List<Violation> violations = ResponseCheck.check(
        survey,
        response.invitation().attributes(),
        response.answers(),
        response.isComplete(),
        AnswerCheck.Words.REDACTED);
    return SurveyFlow.dependsOnWords(survey)
        ? violations.stream()
            .filter(each -> each.code() != Code.NOT_VISIBLE && each.code() != Code.REQUIRED)
            .toList()
        : violations;
  }
}
