package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedCheck;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.SurveyWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The surveys whose answers can be understood; they travel to the nodes as JSON. Safe for use by several threads.
 *
 * <p>As at a collector, those that somebody handed over stand before those that events have described.
 */
final class KnownSurveys implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What the mistakes of a survey call its file; the ending makes it JSON. */
  private static final String NAME = "survey.json";

  private final ArrayList<String> own;
  private final ArrayList<String> described;
  private transient volatile @Nullable SurveyCatalog catalog;

  /**
   * Creates the surveys.
   *
   * @param own what was handed over
   * @param described what events have described, as {@link SurveyWriter#json} wrote it; each key and version once
   */
  KnownSurveys(List<Survey> own, List<String> described) {
    this.own = new ArrayList<>(own.stream().map(SurveyWriter::json).toList());
    this.described = new ArrayList<>(described);
    catalog();
  }

  /** Returns all versions of all surveys. */
  SurveyCatalog catalog() {
    SurveyCatalog known = catalog;
    if (known == null) {
      known = SurveyCatalog.of(read(own)).beside(read(described));
      catalog = known;
    }
    return known;
  }

  private static List<Survey> read(List<String> surveys) {
    return surveys.stream().map(each -> SurveyReader.read(NAME, each)).toList();
  }

  /** Returns the metric of a question of the current version of a survey. */
  MetricDefinition metric(String survey, String question) {
    Survey current = catalog().find(survey);
    if (current != null && current.question(question) instanceof Question.Rating rating) {
      return rating.metric();
    }
    throw new IllegalArgumentException(
        "survey '" + survey + "' has no rating '" + question + "' in its current version");
  }

  /** Why a collector would not take a response. */
  record Refusal(String code, String detail) {}

  /** Returns why a collector would not take a response, or null if it would. */
  @Nullable
  Refusal refusal(AcceptedResponse response) {
    Invitation invitation = response.invitation();
    Survey survey = catalog().find(invitation.survey(), invitation.surveyVersion());
    if (survey == null) {
      return new Refusal(
          "unknown-survey",
          "survey '%s' v%d is described by no event; hand it over with --survey FILE"
              .formatted(invitation.survey(), invitation.surveyVersion()));
    }
    List<Violation> violations = AcceptedCheck.check(survey, response);
    return violations.isEmpty()
        ? null
        : new Refusal(
            "not-valid",
            violations.stream().map(KnownSurveys::told).collect(Collectors.joining("; ")));
  }

  /** A question that the survey does not have was named by somebody else, so it is not repeated. */
  private static String told(Violation violation) {
    return violation.question() == null || violation.code() == Violation.Code.UNKNOWN_QUESTION
        ? violation.message()
        : "question '%s': %s".formatted(violation.question(), violation.message());
  }

  /**
   * Returns the ratings of a response that count: those to a question that measures the same as in the current
   * version of the survey, unless people opened the survey themselves, who are no sample of anybody.
   */
  List<Answer.Rating> counted(AcceptedResponse response) {
    Invitation invitation = response.invitation();
    Survey answered = catalog().find(invitation.survey(), invitation.surveyVersion());
    Survey current = catalog().find(invitation.survey());
    List<Answer.Rating> counted = new ArrayList<>();
    if (answered == null || current == null || invitation.isOnDemand()) {
      return counted;
    }
    for (Answer each : response.answers()) {
      if (each instanceof Answer.Rating rating
          && answered.question(rating.question()) instanceof Question.Rating then
          && current.question(rating.question()) instanceof Question.Rating now
          && then.metric().equals(now.metric())) {
        counted.add(rating);
      }
    }
    return counted;
  }
}
