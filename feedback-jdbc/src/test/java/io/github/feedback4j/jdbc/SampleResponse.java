package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A response to a CSAT question, of which a test changes what it is about. */
record SampleResponse(
    int number,
    String respondent,
    int revision,
    int rating,
    Instant answeredAt,
    double probability,
    Accountability accountability) {

  static final String SURVEY = "ticket-csat";
  static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  static SampleResponse of(int number) {
    return new SampleResponse(
        number, "person-" + number, 1, 4, MONDAY.plusSeconds(3_600), 1, Accountability.none());
  }

  SampleResponse from(String respondent) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  SampleResponse revision(int revision) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  SampleResponse rating(int rating) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  SampleResponse at(Instant answeredAt) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  SampleResponse probability(double probability) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  SampleResponse accountable(Accountability accountability) {
    return new SampleResponse(
        number, respondent, revision, rating, answeredAt, probability, accountability);
  }

  UUID id() {
    return new UUID(1, number);
  }

  Invitation invitation() {
    return new Invitation(
        new UUID(2, number),
        SURVEY,
        1,
        new RespondentKey(respondent),
        "ticket.closed",
        new Subject("INC-" + number, 1),
        MONDAY,
        MONDAY.plus(Duration.ofDays(14)),
        probability,
        accountability,
        null);
  }

  /** Returns a response with two ratings, of which only the first is varied, and a comment. */
  AcceptedResponse toResponse() {
    return toResponse(id());
  }

  AcceptedResponse toResponse(UUID id) {
    return toResponse(id, "revision " + revision);
  }

  AcceptedResponse toResponse(UUID id, String comment) {
    return AcceptedResponse.restored(
        id,
        revision,
        true,
        invitation(),
        answeredAt,
        false,
        null,
        List.of(
            new Answer.Rating("satisfaction", rating),
            new Answer.Text("comment", comment),
            new Answer.Rating("effort", 3)),
        Map.of(),
        List.of(),
        Map.of());
  }
}
