package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One answer as a test needs it, and the events that tell of it.
 *
 * @param name what tells the answers of a test apart; response, invitation and respondent follow from it
 * @param survey the key of a CSAT survey
 * @param minute when it was given, from {@link #START} on
 */
record SampleAnswer(
    String name,
    String survey,
    String invitation,
    String respondent,
    int revision,
    int rating,
    int minute,
    double probability,
    String event) {

  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  static final URI SOURCE = URI.create("urn:desk:north");

  static SampleAnswer to(String survey, String name, int rating) {
    return new SampleAnswer(name, survey, name, name, 1, rating, 0, 1, "ticket.closed");
  }

  SampleAnswer revision(int number, int otherRating) {
    return new SampleAnswer(
        name, survey, invitation, respondent, number, otherRating, minute, probability, event);
  }

  SampleAnswer at(int otherMinute) {
    return new SampleAnswer(
        name, survey, invitation, respondent, revision, rating, otherMinute, probability, event);
  }

  SampleAnswer of(String person) {
    return new SampleAnswer(
        name, survey, invitation, person, revision, rating, minute, probability, event);
  }

  SampleAnswer answering(String otherInvitation) {
    return new SampleAnswer(
        name, survey, otherInvitation, respondent, revision, rating, minute, probability, event);
  }

  SampleAnswer drawnWith(double otherProbability) {
    return new SampleAnswer(
        name, survey, invitation, respondent, revision, rating, minute, otherProbability, event);
  }

  SampleAnswer onDemand() {
    return new SampleAnswer(
        name,
        survey,
        invitation,
        respondent,
        revision,
        rating,
        minute,
        probability,
        Invitation.ON_DEMAND);
  }

  Invitation toInvitation() {
    return new Invitation(
        id(invitation),
        survey,
        1,
        new RespondentKey(respondent),
        event,
        null,
        START,
        START.plus(Duration.ofDays(14)),
        probability,
        Accountability.none().team("network"),
        null);
  }

  AcceptedResponse toResponse() {
    return AcceptedResponse.restored(
        id(name),
        revision,
        true,
        toInvitation(),
        START.plus(Duration.ofMinutes(minute)),
        false,
        null,
        List.of(
            new Answer.Rating("satisfaction", rating),
            new Answer.Text(Surveys.COMMENT, "nobody but Zoe knows")),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** Returns the event that tells of this answer; equal answers have the same id. */
  WireEvent told() {
    return event(toString(), minute, new ResponseAccepted(toResponse()));
  }

  WireEvent contact(Outcome outcome) {
    return event(
        this + outcome.name(),
        minute,
        new InvitationChanged(new ContactEvent(toInvitation(), outcome, START)));
  }

  static WireEvent erased(String person, int minute) {
    return event(
        "erased " + person + minute, minute, new RespondentErased(new RespondentKey(person)));
  }

  static WireEvent described(Survey survey, int minute) {
    return event("described " + survey + minute, minute, new SurveyLoaded(survey));
  }

  private static WireEvent event(String name, int minute, EventData data) {
    return WireEvent.of(id(name), SOURCE, START.plus(Duration.ofMinutes(minute)), data);
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  static String line(WireEvent event) {
    return new String(EventWriter.write(event), UTF_8);
  }
}
