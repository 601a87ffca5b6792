package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Dismissal;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.Submission.Receipt;
import io.github.feedback4j.response.Submission.Rejection;
import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ContactLedger} and a {@link ResponseStore} must not tell together about who gave which
 * anonymous answer; extend it and return a pair that is empty at the start of each test.
 *
 * @since 0.1
 */
public abstract class AnonymityContract {

  private static final Survey SURVEY = Surveys.csat("pulse")
      .on("ticket.closed")
      .withAnonymity(Anonymity.ANONYMOUS)
      .withExpiresAfter(Duration.ofDays(14));

  private static final ResponseFilter ALL = ResponseFilter.of("pulse");
  private static final Query QUERY = Query.of("pulse");

  private final SettableTime time = SettableTime.at("2026-03-02T09:17:43Z");
  private final List<Invitation> invitations = new ArrayList<>();
  private @Nullable Feedback feedback;

  /** Creates the contract; JUnit does this for each test. */
  protected AnonymityContract() {}

  /** Returns the ledger under test, the same object for the whole of one test. */
  protected abstract ContactLedger ledger();

  /** Returns the store under test, the same object for the whole of one test. */
  protected abstract ResponseStore store();

  /**
   * Returns everything in the store of responses, each value as text: whatever somebody could read who
   * has a copy of it. Times are seconds since 1970 or ISO-8601.
   */
  protected abstract List<String> dump();

  @Test
  void noIdTimeOrSubjectOfALedgerIsFoundInTheStore() {
    Invitation annas = invite("anna", "Network", "INC-1");
    Invitation bens = invite("ben", "Network", "INC-2");
    Invitation cleos = invite("cleo", "Desktop", "INC-3");
    pass(Duration.ofMinutes(7));
    feedback().shown(annas);
    feedback().shown(bens);
    Response annasAnswer = Response.to(annas).rate("satisfaction", 2).locale(Locale.FRENCH);
    feedback().submit(annasAnswer.partial()).orElseThrow();
    pass(Duration.ofMinutes(1));
    feedback().submit(annasAnswer.comment("Slow VPN").revision(2)).orElseThrow();
    feedback().submit(Response.to(bens).rate("satisfaction", 5)).orElseThrow();
    feedback().dismiss(cleos, Dismissal.CLOSED);

    String dump = String.join("\n", dump());

    assertThat(dump).contains("Network", "pulse");
    for (String each : traces()) {
      assertThat(dump).doesNotContain(each);
    }
    assertThat(dump)
        .doesNotContain("agent-4")
        .doesNotContain("CHG-1")
        .doesNotContain(annasAnswer.id().toString());
    assertThat(contact(annas).responseId()).isNotEqualTo(annasAnswer.id());
  }

  @Test
  void whatBothWouldKnowTheLedgerForgetsWithTheAnswer() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    feedback().shown(invitation);
    feedback().submit(Response.to(invitation).rate("satisfaction", 2)).orElseThrow();

    Contact contact = contact(invitation);

    assertThat(contact.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(contact.invitation().accountability()).isEqualTo(Accountability.none());
    assertThat(contact.invitation().locale()).isNull();
    assertThat(contact.answeredAt()).isEqualTo(invitation.expiresAt());
    assertThat(contact.lastShownAt()).isEqualTo(invitation.expiresAt());
    assertThat(contact.completedAt()).isNull();
    assertThat(contact.revision()).isEqualTo(1);
  }

  @Test
  void theStoreKeepsWhatIsComparedAndTheDay() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    pass(Duration.ofDays(2));
    feedback().submit(Response.to(invitation).rate("satisfaction", 2)).orElseThrow();

    AcceptedResponse kept = onlyResponse();

    assertThat(kept.answeredAt()).isEqualTo("2026-03-04T00:00:00Z");
    assertThat(kept.invitation().invitedAt()).isEqualTo("2026-03-04T00:00:00Z");
    assertThat(kept.invitation().subject()).isNull();
    assertThat(kept.invitation().locale()).isNull();
    assertThat(kept.invitation().accountability())
        .isEqualTo(Accountability.none()
            .team("Network")
            .channel("portal")
            .service("VPN")
            .location("Lyon")
            .priority("P2")
            .slaMet(true));
  }

  @Test
  void theSameResponseAgainChangesNothing() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    Response response = Response.to(invitation).rate("satisfaction", 2);
    Receipt first = feedback().submit(response).orElseThrow();
    pass(Duration.ofDays(3));

    Receipt again = feedback().submit(response).orElseThrow();

    assertThat(first).isEqualTo(new Receipt(response.id(), 1, Receipt.Status.STORED, false, true));
    assertThat(again)
        .isEqualTo(new Receipt(response.id(), 1, Receipt.Status.DUPLICATE, false, true));
    assertThat(feedback().score(QUERY).n()).isEqualTo(1);
    assertThat(feedback().score(QUERY).responses()).isEqualTo(new ResponseCounts(1, 1, 1, 0));
  }

  @Test
  void aHigherRevisionTakesThePlaceAndKeepsTheTeam() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    Response response = Response.to(invitation).rate("satisfaction", 2);
    feedback().submit(response).orElseThrow();

    Receipt changed =
        feedback().submit(response.rate("satisfaction", 4).revision(2)).orElseThrow();

    assertThat(changed.status()).isEqualTo(Receipt.Status.UPDATED);
    assertThat(onlyResponse().invitation().accountability().get("team")).isEqualTo("Network");
    assertThat(feedback().score(QUERY.where("team", "Network")).value()).hasValue(100);
  }

  @Test
  void aFinishedAnswerCanBeChangedUntilTheTimeAfterItsDay() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    Response response = Response.to(invitation).rate("satisfaction", 2);
    feedback().submit(response).orElseThrow();
    time.set(Instant.parse("2026-03-03T12:00:00Z"));
    feedback().submit(response.rate("satisfaction", 3).revision(2)).orElseThrow();
    pass(Duration.ofSeconds(1));

    assertThat(refusal(response.rate("satisfaction", 5).revision(3))).isEqualTo(Code.NOT_EDITABLE);
    assertThat(onlyResponse().answeredAt()).isEqualTo("2026-03-02T00:00:00Z");
  }

  @Test
  void anotherResponseToTheSameInvitationIsRefused() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    feedback().submit(Response.to(invitation).rate("satisfaction", 2)).orElseThrow();

    assertThat(refusal(Response.to(invitation).rate("satisfaction", 5)))
        .isEqualTo(Code.ALREADY_ANSWERED);
    assertThat(onlyResponse().answers()).hasSize(1);
  }

  @Test
  void ofManyResponsesToOneInvitationAtOnceOneIsKept() throws Exception {
    Invitation invitation = invite("anna", "Network", "INC-1");
    List<Callable<Boolean>> submissions = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Response each = Response.to(invitation).rate("satisfaction", 1);
      submissions.add(() -> feedback().submit(each) instanceof Receipt);
    }

    assertThat(AtOnce.run(submissions)).containsOnlyOnce(true);
    assertThat(store().newest(ALL, 10)).hasSize(1);
  }

  @Test
  void anonymousAnswersCountAndSoDoesWhoDidNotAnswer() {
    for (int i = 0; i < 6; i++) {
      Invitation each = invite("person-" + i, "Network", "INC-" + i);
      if (i == 5) {
        feedback().dismiss(each, Dismissal.CLOSED);
      } else {
        feedback().submit(Response.to(each).rate("satisfaction", 5)).orElseThrow();
      }
    }
    invite("somebody", "Desktop", "INC-7");

    Score all = feedback().score(QUERY);
    Score network = feedback().score(QUERY.where("team", "Network"));

    assertThat(all.n()).isEqualTo(5);
    assertThat(all.responses()).isEqualTo(new ResponseCounts(7, 5, 5, 1));
    assertThat(network.responses()).isEqualTo(new ResponseCounts(6, 5, 5, 1));
    assertThat(feedback()
            .scoreboard(SmallGroupGuard.atLeast(5))
            .overview(QUERY, Set.of(), new Periods(LocalDate.parse("2026-03-02"), 7))
            .score())
        .isNotNull();
  }

  @Test
  void erasureForgetsThePersonAndLeavesTheAnswer() {
    Invitation invitation = invite("anna", "Network", "INC-1");
    feedback().submit(Response.to(invitation).rate("satisfaction", 2)).orElseThrow();

    assertThat(feedback().erase("anna")).isZero();

    assertThat(ledger().load(invitation.respondent()).history().contacts()).isEmpty();
    assertThat(feedback().score(QUERY).n()).isEqualTo(1);
  }

  @Test
  void theClockOfAnAnswerStartsLaterNeverEarlier() {
    Feedback strict = open(ContactRules.none().any(Since.ANSWERED, Duration.ofDays(30)));
    Invitation invitation = invite("anna", "Network", "INC-1");
    strict.submit(Response.to(invitation).rate("satisfaction", 2)).orElseThrow();
    pass(Duration.ofDays(44).minusSeconds(1));

    assertThat(strict.ask(ticket("anna", "Network", "INC-2"))).isInstanceOf(Decision.Skip.class);
    pass(Duration.ofSeconds(1));
    assertThat(strict.ask(ticket("anna", "Network", "INC-2"))).isInstanceOf(Decision.Ask.class);
  }

  /** Returns every id, time and text by which the ledger knows those who answered. */
  private List<String> traces() {
    List<String> traces = new ArrayList<>();
    for (Invitation each : invitations) {
      Contact contact = contact(each);
      Invitation known = contact.invitation();
      traces.add(known.id().toString());
      traces.add(known.respondent().value());
      traces.add(known.event());
      traces.add(Objects.requireNonNull(known.subject()).id());
      UUID response = contact.responseId();
      if (response != null) {
        traces.add(response.toString());
      }
      for (Instant at : new @Nullable Instant[] {
        known.invitedAt(),
        known.expiresAt(),
        contact.shownAt(),
        contact.lastShownAt(),
        contact.answeredAt(),
        contact.dismissedAt()
      }) {
        if (at != null) {
          traces.add(at.toString());
          traces.add(Long.toString(at.getEpochSecond()));
        }
      }
    }
    return traces;
  }

  private Contact contact(Invitation invitation) {
    RespondentKey respondent = invitation.respondent();
    return Objects.requireNonNull(
        ledger().load(respondent).history().find(invitation.id()), "the invitation is not there");
  }

  private AcceptedResponse onlyResponse() {
    List<AcceptedResponse> all = store().newest(ALL, 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Code refusal(Response response) {
    return ((Rejection) feedback().submit(response)).violations().get(0).code();
  }

  private Invitation invite(String respondent, String team, String subject) {
    Invitation invitation = feedback()
        .ask(ticket(respondent, team, subject))
        .fold(ask -> ask.invitation(), skip -> {
          throw new AssertionError("expected to ask, but: " + skip);
        });
    invitations.add(invitation);
    return invitation;
  }

  private static Touchpoint ticket(String respondent, String team, String subject) {
    return Touchpoint.of("ticket.closed", respondent)
        .subject(subject)
        .locale(Locale.FRENCH)
        .accountable(a -> a.team(team)
            .agent("agent-4")
            .change("CHG-1")
            .channel("portal")
            .service("VPN")
            .location("Lyon")
            .priority("P2")
            .slaMet(true)
            .openedAt(Instant.parse("2026-03-01T10:11:12Z"))
            .closedAt(Instant.parse("2026-03-02T09:10:11Z")));
  }

  private void pass(Duration duration) {
    time.advance(duration);
  }

  private Feedback feedback() {
    Feedback open = feedback;
    return open == null ? open(ContactRules.none()) : open;
  }

  private Feedback open(ContactRules policy) {
    Feedback opened = Feedback.builder()
        .survey(SURVEY)
        .policy(policy)
        .ledger(ledger())
        .store(store())
        .time(time)
        .pseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8))
        .random(new SplittableRandom(7))
        .build();
    feedback = opened;
    return opened;
  }
}
