package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Events of an application whose survey {@link SampleResponse} answers. */
final class SampleEvents {

  static final URI DESK = URI.create("https://desk.example");
  static final URI PORTAL = URI.create("https://portal.example");

  static final Survey SURVEY = Surveys.csat(SampleResponse.SURVEY)
      .ask(Question.rating(
          "effort", LocalizedText.of("en", "How easy was it?"), MetricDefinition.ces()));

  private SampleEvents() {}

  static WireEvent survey() {
    return survey(SURVEY);
  }

  static WireEvent survey(Survey survey) {
    return event(new SurveyLoaded(survey), SampleResponse.MONDAY);
  }

  static WireEvent response(SampleResponse response) {
    return response(response.toResponse());
  }

  static WireEvent response(AcceptedResponse response) {
    return event(new ResponseAccepted(response), response.answeredAt());
  }

  static WireEvent contact(SampleResponse response, Outcome outcome) {
    return event(
        new InvitationChanged(
            new ContactEvent(response.invitation(), outcome, SampleResponse.MONDAY)),
        SampleResponse.MONDAY);
  }

  static WireEvent erasure(String respondent, Instant at) {
    return event(new RespondentErased(new RespondentKey(respondent)), at);
  }

  /** Returns the same event as another application would send it. */
  static WireEvent from(URI source, WireEvent event) {
    return new WireEvent(event.id(), source, event.subject(), event.time(), event.data());
  }

  private static WireEvent event(EventData data, Instant time) {
    return WireEvent.of(UUID.randomUUID(), DESK, time, data);
  }
}
