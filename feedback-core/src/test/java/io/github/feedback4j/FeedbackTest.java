package io.github.feedback4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.SkipReason;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeedbackTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");
  private static final Duration MONTH = Duration.ofDays(30);

  private Instant now = START;
  private final InMemoryLedger ledger = new InMemoryLedger(1_000, () -> now);
  private final Feedback feedback = feedback(CSAT);

  private Feedback feedback(Survey... surveys) {
    return Feedback.builder()
        .surveys(List.of(surveys))
        .ledger(ledger)
        .time(() -> now)
        .random(new SplittableRandom(1))
        .build();
  }

  @Test
  void rawIdsGoNoFurtherThanTheDoor() {
    Invitation invitation = invite(feedback, "anna.durand@example.org");

    assertThat(invitation.respondent().value()).doesNotContain("anna").hasSize(22);
    assertThat(ledger.load(invitation.respondent()).history().contacts()).hasSize(1);
    assertThat(ledger.load(new RespondentKey("anna.durand@example.org")).history())
        .isEqualTo(ContactHistory.EMPTY);
  }

  @Test
  void twoApplicationsOnOneLedgerGiveAPersonTheSamePseudonym() {
    Invitation here = invite(feedback, "anna");
    Invitation there = invite(feedback(CSAT.withVersion(2)), "anna");

    assertThat(there.respondent()).isEqualTo(here.respondent());
  }

  @Test
  void aConfiguredKeyMakesThePseudonym() {
    byte[] key = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    Feedback keyed = Feedback.builder().survey(CSAT).pseudonymKey(key).build();

    assertThat(invite(keyed, "anna").respondent())
        .isEqualTo(Pseudonymizer.hmacSha256(key).pseudonymize("anna"));
  }

  @Test
  void theSurveyOfAnInvitationIsTheVersionOfThatTime() {
    Invitation old = invite(feedback, "anna");
    Feedback next = feedback(CSAT, CSAT.withVersion(2));

    assertThat(next.survey(old)).contains(CSAT);
    assertThat(next.survey(invite(next, "ben"))).contains(CSAT.withVersion(2));
  }

  @Test
  void pauseAndResumeWorkOnEveryNodeThatSharesTheLedger() {
    Feedback node = feedback(CSAT);
    feedback.pause("ticket-csat");
    assertThat(reason(node.ask(ticket("anna", "INC-1")))).isEqualTo(SkipReason.NOT_ACTIVE);

    node.resume("ticket-csat");
    assertThat(feedback.ask(ticket("anna", "INC-1"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void theStricterOfSurveyAndApplicationSaysHowAnonymousAnswersAre() {
    Survey anonymous = Surveys.csat("pulse").withAnonymity(Anonymity.ANONYMOUS);
    Feedback strict = Feedback.builder()
        .surveys(List.of(CSAT, anonymous))
        .anonymity(Anonymity.ANONYMOUS)
        .build();
    Feedback lenient = Feedback.builder()
        .surveys(List.of(CSAT, anonymous))
        .anonymity(Anonymity.IDENTIFIED)
        .build();

    assertThat(strict.surveys())
        .extracting(Survey::anonymity)
        .containsExactly(Anonymity.ANONYMOUS, Anonymity.ANONYMOUS);
    assertThat(lenient.surveys())
        .extracting(Survey::anonymity)
        .containsExactlyInAnyOrder(Anonymity.PSEUDONYMOUS, Anonymity.ANONYMOUS);
  }

  @Test
  void anonymousAnswersNeedAStoreThatCanBeAsked() {
    assertThatThrownBy(() -> Feedback.builder()
            .survey(CSAT.withAnonymity(Anonymity.ANONYMOUS))
            .sink(new ForwardingSink())
            .build())
        .hasMessage(
            "feedback cannot be built: survey 'ticket-csat': anonymous answers need a store "
                + "that can be asked for the last revision, and this is a sink; give .store(…), or write "
                + "anonymity: pseudonymous and say so to your people");
  }

  @Test
  void scoresLeaveOutWhatPeopleOpenedThemselvesUnlessTheyAreAsked() {
    Feedback both = feedback(CSAT.withOnDemand(true));
    both.submit(Response.to(invite(both, "anna")).rate("satisfaction", 5)).orElseThrow();
    Decision opened = both.offer("ticket-csat", Touchpoint.onDemand("anna"));
    both.submit(Response.to(((Decision.Ask) opened).invitation()).rate("satisfaction", 1))
        .orElseThrow();

    Score asked = both.score(Query.of("ticket-csat"));
    Score apart = both.score(Query.of("ticket-csat").onDemand());

    assertThat(asked.value()).hasValue(100);
    assertThat(asked.asked()).isEqualTo(1);
    assertThat(apart.value()).hasValue(0);
    assertThat(apart.asked()).isEqualTo(1);
  }

  @Test
  void anUnknownSurveyIsNamedWithTheKnownOnes() {
    String message = "there is no survey 'csat'; the surveys are [ticket-csat]";

    assertThatThrownBy(() -> feedback.pause("csat")).hasMessage(message);
    assertThatThrownBy(() -> feedback.resume("csat")).hasMessage(message);
    assertThatThrownBy(() -> feedback.nextEligibleAt("anna", "csat")).hasMessage(message);
    assertThatThrownBy(() -> feedback.score(Query.of("csat"))).hasMessage(message);
  }

  @Test
  void anInvitationIsFoundByItsIdOnlyForItsPerson() {
    Invitation invitation = invite(feedback, "anna");

    assertThat(feedback.find("anna", invitation.id()).contact())
        .extracting(Contact::invitation)
        .isEqualTo(invitation);
    assertThat(feedback.find("ben", invitation.id()))
        .isEqualTo(new ContactRecorder.Lookup(Recorded.NOT_APPLICABLE, null));
    assertThat(feedback.find("anna", new UUID(1, 1)).contact()).isNull();
  }

  @Test
  void requestedInvitationsWaitForTheNextVisit() {
    feedback.request(ticket("anna", "INC-1"));

    List<Invitation> pending = feedback.pending("anna");
    assertThat(pending).hasSize(1);
    feedback.shown(pending.get(0));
    feedback.dismiss(pending.get(0), Dismissal.CLOSED);

    assertThat(feedback.pending("anna")).isEmpty();
  }

  @Test
  void aReopenedTicketVoidsItsInvitation() {
    Invitation first = invite(feedback, "anna");

    feedback.cancel("ticket.reopened", "INC-1", "anna");

    assertThat(feedback.submit(Response.to(first).rate("satisfaction", 1)).toString())
        .contains("CANCELLED");
    assertThat(invite(feedback, "anna").id()).isNotEqualTo(first.id());
  }

  @Test
  void erasureLeavesNoTraceAndGivesTheOptOutAway() {
    Invitation invitation = invite(feedback, "anna");
    feedback.submit(Response.to(invitation).rate("satisfaction", 1)).orElseThrow();
    feedback.optOut("anna");

    assertThat(feedback.erase("anna")).isEqualTo(1);

    assertThat(ledger.size()).isZero();
    Score score = feedback.score(Query.of("ticket-csat"));
    assertThat(score.n()).isZero();
    assertThat(score.asked()).isZero();
    assertThat(feedback.ask(ticket("anna", "INC-1"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void nextEligibleAtIsEmptyAfterAnOptOut() {
    assertThat(feedback.nextEligibleAt("anna", "ticket-csat")).contains(START);
    feedback.optOut("anna");
    assertThat(feedback.nextEligibleAt("anna", "ticket-csat")).isEmpty();
    feedback.optIn("anna");
    assertThat(feedback.nextEligibleAt("anna", "ticket-csat")).contains(START);
  }

  @Test
  void tracesAreWhatEraseRemoves() {
    assertThat(feedback.traces("anna").isEmpty()).isTrue();
    Invitation invitation = invite(feedback, "anna");
    invite(feedback, "ben");
    feedback.submit(Response.to(invitation).rate("satisfaction", 4));
    feedback.optOut("anna");

    Traces traces = feedback.traces("anna");

    assertThat(traces.optedOutAt()).isEqualTo(START);
    assertThat(traces.history().contacts())
        .extracting(each -> each.invitation().id())
        .containsExactly(invitation.id());
    assertThat(traces.responses()).hasValue(1);
    assertThat(traces.isEmpty()).isFalse();
    feedback.erase("anna");
    assertThat(feedback.traces("anna").isEmpty()).isTrue();
    assertThat(feedback.traces("ben").asked(START)).isEqualTo(1);
  }

  @Test
  void tracesCountOnlyWhatHappenedSince() {
    Invitation invitation = invite(feedback, "anna");
    feedback.submit(Response.to(invitation).rate("satisfaction", 4));
    Traces traces = feedback.traces("anna");

    assertThat(traces.asked(START)).isEqualTo(1);
    assertThat(traces.answered(START)).isEqualTo(1);
    assertThat(traces.asked(START.plusNanos(1))).isZero();
    assertThat(traces.answered(START.plusNanos(1))).isZero();
  }

  @Test
  void whatWasTakenBackUnseenIsNoAskOfThePerson() {
    invite(feedback, "anna");
    feedback.cancel("ticket.reopened", "INC-1", "anna");

    assertThat(feedback.traces("anna").asked(START)).isZero();
  }

  @Nested
  class AScore {

    @Test
    void isNotEnoughDataWithoutAnswers() {
      invite(feedback, "anna");

      Score score = feedback.score(Query.of("ticket-csat"));

      assertThat(score.value()).isEmpty();
      assertThat(score.interval()).isEmpty();
      assertThat(score.asked()).isEqualTo(1);
      assertThat(score.responseRate()).hasValue(0);
    }

    @Test
    void countsWhatWasAnsweredInTheWindow() {
      answer("anna", "Network", 5);
      now = START.plus(Duration.ofDays(40));
      answer("ben", "Network", 4);
      answer("cleo", "Desktop", 1);
      invite(feedback, "dan");

      Score all = feedback.score(Query.of("ticket-csat"));
      Score recent = feedback.score(Query.of("ticket-csat").last(MONTH));
      Score network = feedback.score(Query.of("ticket-csat").where("team", "Network"));

      assertThat(all.n()).isEqualTo(3);
      assertThat(all.value().orElseThrow()).isEqualTo(200.0 / 3);
      assertThat(all.asked()).isEqualTo(4);
      assertThat(all.responseRate()).hasValue(0.75);
      assertThat(recent.n()).isEqualTo(2);
      assertThat(recent.value()).hasValue(50);
      assertThat(network.value()).hasValue(100);
      assertThat(network.interval().orElseThrow().low()).isBetween(30.0, 40.0);
    }

    @Test
    void countsOlderVersionsOnlyIfTheMetricIsTheSame() {
      answer("anna", "Network", 5);
      Survey sameMetric = CSAT.withVersion(2);
      Survey otherMetric = Survey.of(
              "ticket-csat",
              Question.rating(
                  "satisfaction", CSAT.questions().get(0).text(), MetricDefinition.csat(7)))
          .withVersion(3)
          .on("ticket.closed");
      InMemoryResponseStore store = new InMemoryResponseStore();
      Feedback one = shared(store, CSAT);
      one.submit(Response.to(invite(one, "ben")).rate("satisfaction", 5)).orElseThrow();
      Feedback two = shared(store, CSAT, sameMetric);
      two.submit(Response.to(invite(two, "cleo")).rate("satisfaction", 1)).orElseThrow();
      Feedback three = shared(store, CSAT, sameMetric, otherMetric);

      assertThat(two.score(Query.of("ticket-csat")).n()).isEqualTo(2);
      assertThat(three.score(Query.of("ticket-csat")).n()).isZero();
    }

    @Test
    void ofAQuestionThatIsNoRatingNamesTheQuestions() {
      assertThatThrownBy(() -> feedback.score(Query.of("ticket-csat").question("comment")))
          .hasMessage(
              "survey 'ticket-csat' has no rating 'comment'; its questions are [satisfaction, comment]");
    }

    @Test
    void byAnUnknownDimensionNamesTheDimensions() {
      assertThatThrownBy(() -> feedback.score(Query.of("ticket-csat").where("squad", "x")))
          .hasMessageContaining(
              "dimension must be one of agent, change, channel, location, priority, service, sla, team, but was 'squad'");
    }

    @Test
    void withoutALocalStoreSaysWhatToAdd() {
      Feedback remote =
          Feedback.builder().survey(CSAT).sink(new ForwardingSink()).build();

      assertThatThrownBy(() -> remote.score(Query.of("ticket-csat")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "score needs a local store: give the builder .store(…) in the place of .sink(…), or ask the collector");
      assertThatThrownBy(() -> remote.scoreboard(SmallGroupGuard.atLeast(5)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(".store(…)");
    }

    private void answer(String person, String team, int rating) {
      Touchpoint touchpoint = Touchpoint.of("ticket.closed", person)
          .subject("INC-" + person)
          .accountable(a -> a.team(team));
      Invitation invitation =
          feedback.ask(touchpoint).fold(Decision.Ask::invitation, FeedbackTest::fail);
      feedback.submit(Response.to(invitation).rate("satisfaction", rating)).orElseThrow();
    }

    private Feedback shared(InMemoryResponseStore store, Survey... surveys) {
      return Feedback.builder()
          .surveys(List.of(surveys))
          .store(store)
          .ledger(ledger)
          .time(() -> now)
          .build();
    }
  }

  @Nested
  class Building {

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
      Feedback.Builder builder = Feedback.builder()
          .survey(CSAT)
          .survey(CSAT)
          .store(new InMemoryResponseStore())
          .sink(new ForwardingSink())
          .pseudonymKey(new byte[3])
          .pseudonymizer(Pseudonymizer.identified());

      assertThatThrownBy(builder::build)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("feedback cannot be built: "
              + "each survey version must stand once; these stand twice: ticket-csat v1; "
              + "there is a store and a sink: responses are kept here or sent on, give one of them; "
              + "there is a pseudonymizer and a pseudonym key: give one of them; "
              + "pseudonymKey must have at least 16 bytes, but has 3");
    }

    @Test
    void withoutASurveySaysHowToAddOne() {
      assertThatThrownBy(() -> Feedback.builder().build())
          .hasMessage(
              "feedback cannot be built: there is no survey: add .survey(Surveys.csat(\"ticket-csat\").on(\"ticket.closed\"))");
    }
  }

  @Test
  void withoutASurveyOnPurposeNobodyIsAsked() {
    Feedback none = Feedback.builder().surveys(List.of()).build();

    assertThat(none.surveys()).isEmpty();
    assertThat(reason(none.ask(ticket("anna", "INC-1")))).isEqualTo(SkipReason.NO_TRIGGER);
  }

  @Nested
  class Closing {

    @Test
    void closesTheSink() {
      ForwardingSink sink = new ForwardingSink();

      Feedback.builder().survey(CSAT).sink(sink).build().close();

      assertThat(sink.closed).isTrue();
    }

    @Test
    void aCheckedExceptionOfAPartNamesThePart() {
      ForwardingSink sink = new ForwardingSink();
      sink.trouble = new IOException("disk gone");
      Feedback open = Feedback.builder().survey(CSAT).sink(sink).build();

      assertThatThrownBy(open::close)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ForwardingSink failed")
          .hasRootCauseMessage("disk gone");
    }
  }

  @Test
  void aSinkReceivesResponsesAndContacts() {
    ForwardingSink sink = new ForwardingSink();
    Feedback remote = Feedback.builder().survey(CSAT).sink(sink).time(() -> now).build();

    remote.submit(Response.to(invite(remote, "anna")).rate("satisfaction", 2)).orElseThrow();
    assertThat(remote.traces("anna").responses()).isEmpty();
    remote.erase("anna");

    assertThat(sink.received)
        .containsExactly("INVITED", "response revision 1", "ANSWERED", "erase");
  }

  private static Touchpoint ticket(String person, String ticket) {
    return Touchpoint.of("ticket.closed", person).subject(ticket);
  }

  private static Invitation invite(Feedback feedback, String person) {
    return feedback.ask(ticket(person, "INC-1")).fold(Decision.Ask::invitation, FeedbackTest::fail);
  }

  private static SkipReason reason(Decision decision) {
    return ((Decision.Skip) decision).reason();
  }

  private static Invitation fail(Decision.Skip skip) {
    throw new AssertionError("expected to ask, but " + skip);
  }

  /** A sink towards somewhere else, such as a collector. */
  private static final class ForwardingSink implements ResponseSink, AutoCloseable {
    private final List<String> received = new ArrayList<>();
    private boolean closed;
    private IOException trouble;

    @Override
    public Kept append(AcceptedResponse response) {
      received.add("response revision " + response.revision());
      return Kept.STORED;
    }

    @Override
    public void record(ContactEvent event) {
      received.add(event.outcome().name());
    }

    @Override
    public int erase(RespondentKey respondent) {
      received.add("erase");
      return 0;
    }

    @Override
    public void close() throws IOException {
      closed = true;
      if (trouble != null) {
        throw trouble;
      }
    }
  }
}
