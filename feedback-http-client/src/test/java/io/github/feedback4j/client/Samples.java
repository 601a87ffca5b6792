package io.github.feedback4j.client;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Subject;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Responses and contacts that the tests append, each with a number. */
final class Samples {

  static final URI SOURCE = URI.create("urn:example:desk");
  static final Survey SURVEY = Surveys.csat("ticket-csat").on("ticket.closed");
  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  private Samples() {}

  static UUID id(int number) {
    return new UUID(0x1_0000, number);
  }

  static RespondentKey respondent(int number) {
    return new RespondentKey("person-" + number);
  }

  static AcceptedResponse response(int number) {
    return response(number, respondent(number));
  }

  static AcceptedResponse response(int number, RespondentKey respondent) {
    return response(number, respondent, "It took long, but it works.");
  }

  static AcceptedResponse response(int number, RespondentKey respondent, String comment) {
    return AcceptedResponse.restored(
        id(number),
        1,
        true,
        invitation(number, respondent),
        MONDAY.plusSeconds(3_600),
        false,
        null,
        List.of(
            new Answer.Rating("satisfaction", 1 + number % 5), new Answer.Text("comment", comment)),
        Map.of(),
        List.of(),
        Map.of());
  }

  static ContactEvent shown(int number, RespondentKey respondent) {
    return new ContactEvent(invitation(number, respondent), Outcome.SHOWN, MONDAY.plusSeconds(60));
  }

  private static Invitation invitation(int number, RespondentKey respondent) {
    return new Invitation(
        new UUID(0x2_0000, number),
        SURVEY.key(),
        SURVEY.version(),
        respondent,
        "ticket.closed",
        new Subject("INC-" + number, 1),
        MONDAY,
        MONDAY.plus(Duration.ofDays(14)),
        1,
        Accountability.none(),
        null);
  }
}
