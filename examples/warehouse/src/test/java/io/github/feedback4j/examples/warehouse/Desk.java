package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.Submission;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.testkit.SettableTime;
import io.github.feedback4j.wire.EventData;
import io.github.feedback4j.wire.InvitationChanged;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.SurveyLoaded;
import io.github.feedback4j.wire.WireEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A service desk that asks people by a clock of its own, and keeps the events that it would send to a collector. */
final class Desk implements ResponseSink {

  static final String TICKETS = "ticket-csat";
  static final String RELATION = "relation";
  static final String MOOD = "mood";

  private static final List<String> TEAMS = List.of("network", "mail", "laptops", "printing");
  private static final List<String> CHANNELS = List.of("portal", "phone", "chat");

  private final URI source;
  private final SettableTime time;
  private final Random random;
  private final Feedback feedback;
  private final List<WireEvent> events = new ArrayList<>();

  /**
   * Opens a desk.
   *
   * @param mood the version of a survey that measures something else from version 2 on
   */
  Desk(String name, int mood, Instant start) {
    this.source = URI.create("urn:desk:" + name);
    this.time = SettableTime.at(start);
    this.random = new Random(name.hashCode());
    List<Survey> surveys = List.of(
        Surveys.csat(TICKETS)
            .ask(Question.rating(
                "effort", LocalizedText.of("en", "How easy was it?"), MetricDefinition.ces()))
            .on("ticket.closed")
            .withOnDemand(true)
            // Managers are always asked, so others weigh more.
            .withSampling(
                Sampling.segments(0.6, new Sampling.Segment(Condition.eq("grade", "manager"), 1))),
        Surveys.nps(RELATION).on("quarter.ended").withSampling(Sampling.touchpoints(0.35)),
        Survey.of(
                MOOD,
                Question.rating(
                    "mood",
                    LocalizedText.of("en", "How are you?"),
                    mood == 1 ? MetricDefinition.csat(7) : MetricDefinition.csat(5)))
            .withVersion(mood)
            .on("day.ended"));
    this.feedback = Feedback.builder()
        .surveys(surveys)
        .policy(ContactRules.none())
        .pseudonymKey(("the key of the desk " + name).getBytes(UTF_8))
        .time(time)
        .sink(this)
        .build();
    surveys.forEach(each -> tell(new SurveyLoaded(each)));
  }

  URI source() {
    return source;
  }

  List<WireEvent> events() {
    return List.copyOf(events);
  }

  /** Closes so many tickets, evenly over a time. */
  void work(int tickets, Duration within) {
    for (int i = 0; i < tickets; i++) {
      time.advance(within.dividedBy(tickets));
      String person = "user-" + random.nextInt(1_000);
      ask("ticket.closed", person, "INC-" + i);
      if (i % 3 == 0) {
        ask("quarter.ended", person, "Q-" + i);
      }
      if (i % 20 == 0) {
        ask("day.ended", person, "D-" + i);
      }
      if (i % 50 == 0) {
        Decision offered = feedback.offer(
            TICKETS, Touchpoint.onDemand(person).accountable(each -> each.team("network")));
        answer(offered, 1);
      }
      if (i % 150 == 149) {
        feedback.erase(person);
      }
    }
  }

  private void ask(String event, String person, String subject) {
    Touchpoint touchpoint = Touchpoint.of(event, person)
        .subject(subject)
        .attribute("grade", person.endsWith("7") ? "manager" : "clerk")
        .accountable(each -> each.channel(CHANNELS.get(random.nextInt(CHANNELS.size()))));
    int team = random.nextInt(TEAMS.size() + 1);
    // Some tickets are nobody's.
    Touchpoint owned = team == TEAMS.size()
        ? touchpoint
        : touchpoint.accountable(each -> each.team(TEAMS.get(team)));
    answer(feedback.ask(owned), 1 + random.nextInt(5));
  }

  private void answer(Decision decision, int mark) {
    if (!(decision instanceof Decision.Ask ask)) {
      return;
    }
    Invitation invitation = ask.invitation();
    feedback.shown(invitation);
    Response response = Response.to(invitation);
    if (invitation.survey().equals(TICKETS)) {
      response = response.rate("satisfaction", mark).rate("effort", mark + random.nextInt(3));
      if (random.nextInt(4) == 0) {
        response = response.comment("The printer is slow, the people are kind.");
      }
    } else {
      response = invitation.survey().equals(MOOD)
          ? response.rate("mood", mark)
          : response.rate("recommend", 2 * mark);
    }
    int fate = random.nextInt(10);
    if (fate < 2) {
      submit(response.partial());
      time.advance(Duration.ofMillis(1));
      submit(response.revision(2).rate(first(invitation), 1 + random.nextInt(5)));
      time.advance(Duration.ofMillis(1));
      submit(response.revision(3).rate(first(invitation), 1 + random.nextInt(5)));
    } else {
      submit(fate == 2 ? response.partial() : response);
    }
  }

  private String first(Invitation invitation) {
    return feedback.survey(invitation).orElseThrow().firstRating().id();
  }

  private void submit(Response response) {
    assertThat(feedback.submit(response)).isInstanceOf(Submission.Receipt.class);
  }

  private void tell(EventData data) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    events.add(WireEvent.of(id, source, time.instant(), data));
  }

  @Override
  public Kept append(AcceptedResponse response) {
    tell(new ResponseAccepted(response));
    return response.revision() == 1 ? Kept.STORED : Kept.UPDATED;
  }

  @Override
  public void record(ContactEvent event) {
    tell(new InvitationChanged(event));
  }

  @Override
  public int erase(RespondentKey respondent) {
    tell(new RespondentErased(respondent));
    return 0;
  }
}
