package io.github.feedback4j.wire;

import io.github.feedback4j.survey.Survey;

/**
 * An application has a survey, whose definition others need to understand its responses.
 *
 * @param survey the definition
 * @since 0.1
 */
public record SurveyLoaded(Survey survey) implements EventData {

  @Override
  public EventType type() {
    return EventType.SURVEY;
  }
}
