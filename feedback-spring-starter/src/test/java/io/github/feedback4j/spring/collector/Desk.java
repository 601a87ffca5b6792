package io.github.feedback4j.spring.collector;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.RecordingStore;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An application that asks people, and has what they answer to send. */
final class Desk {

  static final Survey SURVEY = Surveys.csat("ticket-csat").on("ticket.closed");

  private final URI source;
  private final String people;

  Desk(String source, String people) {
    this.source = URI.create(source);
    this.people = people;
  }

  /** Returns the events of a survey and of people who were asked and answered. */
  List<WireEvent> events(int answers) {
    List<WireEvent> events = new ArrayList<>();
    events.add(event(new SurveyLoaded(SURVEY)));
    events.addAll(answers(answers));
    return events;
  }

  /** Returns the events of people who were asked and answered, three for each. */
  List<WireEvent> answers(int answers) {
    RecordingStore sent = new RecordingStore();
    try (Feedback feedback =
        Feedback.builder().survey(SURVEY).pseudonymKey(new byte[16]).store(sent).build()) {
      for (int i = 0; i < answers; i++) {
        Touchpoint closed = Touchpoint.of("ticket.closed", people + i)
            .subject("INC-" + people + i)
            .accountable(a -> a.team("Network"));
        Decision.Ask ask = (Decision.Ask) feedback.ask(closed);
        feedback
            .submit(Response.to(ask.invitation()).rate("satisfaction", 4).comment("Quick and kind"))
            .orElseThrow();
      }
    }
    List<WireEvent> events = new ArrayList<>();
    sent.contacts().forEach(each -> events.add(event(new InvitationChanged(each))));
    sent.responses().forEach(each -> events.add(event(new ResponseAccepted(each))));
    return events;
  }

  /** Returns the event of somebody who is to be forgotten: whoever gave this answer. */
  WireEvent erasureOf(WireEvent answer) {
    ResponseAccepted data = (ResponseAccepted) answer.data();
    return event(new RespondentErased(data.response().invitation().respondent()));
  }

  private WireEvent event(EventData data) {
    return WireEvent.of(UUID.randomUUID(), source, Instant.now(), data);
  }

  static byte[] batch(List<WireEvent> events) {
    return EventWriter.batch(events.stream().map(EventWriter::write).toList());
  }
}
