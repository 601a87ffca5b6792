package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Survey;
import java.util.Comparator;

/** What names one version of a survey. */
record SurveyVersion(String key, int version) {

  static final Comparator<SurveyVersion> ORDER =
      Comparator.comparing(SurveyVersion::key).thenComparingInt(SurveyVersion::version);

  static SurveyVersion of(Survey survey) {
    return new SurveyVersion(survey.key(), survey.version());
  }

  static SurveyVersion of(Invitation invitation) {
    return new SurveyVersion(invitation.survey(), invitation.surveyVersion());
  }

  @Override
  public String toString() {
    return "'%s' v%d".formatted(key, version);
  }
}
