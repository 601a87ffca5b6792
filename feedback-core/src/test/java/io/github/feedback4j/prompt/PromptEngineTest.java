package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.SurveyStatus;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.survey.Trigger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromptEngineTest {

  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");
  private static final Survey NPS = Surveys.nps("nps").on("ticket.closed");
  private static final ContactRules MONTHLY = ContactRules.atMostOncePer(Duration.ofDays(30));

  @Test
  void theInvitationCarriesWhatTheTouchpointSaid() {
    EngineFixture fixture = new EngineFixture(
        ContactRules.none(), CSAT.withVersion(3).withSampling(Sampling.people(0.999999)));

    Invitation invitation = fixture.invite(
        closed("INC-1").accountable(a -> a.team("Network").slaMet(true)).locale(Locale.FRENCH));

    assertThat(invitation.survey()).isEqualTo("ticket-csat");
    assertThat(invitation.surveyVersion()).isEqualTo(3);
    assertThat(invitation.respondent()).isEqualTo(ANNA);
    assertThat(invitation.event()).isEqualTo("ticket.closed");
    assertThat(invitation.subject()).isEqualTo(new Subject("INC-1", 1));
    assertThat(invitation.invitedAt()).isEqualTo(START);
    assertThat(invitation.expiresAt()).isEqualTo(START.plus(Duration.ofDays(14)));
    assertThat(invitation.inclusionProbability()).isEqualTo(0.999999);
    assertThat(invitation.accountability().get("team")).isEqualTo("Network");
    assertThat(invitation.accountability().get("sla")).isEqualTo("met");
    assertThat(invitation.locale()).isEqualTo(Locale.FRENCH);
    assertThat(invitation.id().version()).isEqualTo(4);
    assertThat(fixture.events)
        .containsExactly(new ContactEvent(invitation, Outcome.INVITED, START));
  }

  @Test
  void invitationIdsAreRandomUuidsOfVersionFour() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      UUID id = fixture.invite(closed("INC-" + i)).id();
      assertThat(id.version()).isEqualTo(4);
      assertThat(id.variant()).isEqualTo(2);
      ids.add(id);
    }

    assertThat(ids).hasSize(200);
  }

  @Test
  void anEventThatNoSurveyWaitsForCostsNoLookUp() {
    EngineFixture fixture = new EngineFixture(MONTHLY, CSAT);

    Decision.Skip skip = fixture.skip(Touchpoint.of("project.finished", "anna"));

    assertThat(skip.reason()).isEqualTo(SkipReason.NO_TRIGGER);
    assertThat(skip.survey()).isNull();
    assertThat(skip.rule()).isEqualTo("on: no survey waits for this event");
    assertThat(fixture.ledger.loads()).isZero();
  }

  @Nested
  class ALiveInvitation {

    private final EngineFixture fixture = new EngineFixture(MONTHLY, CSAT);
    private final Invitation first = fixture.invite(closed("INC-1"));

    @Test
    void isPresentedAgainWithTheSameIdAndClock() {
      fixture.advance(Duration.ofDays(2));

      assertThat(fixture.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(first, true));
      assertThat(fixture.events).hasSize(1);
    }

    @Test
    void isPresentedUntilItExpires() {
      fixture.advance(Duration.ofDays(14).minusNanos(1));
      assertThat(fixture.ask(closed("INC-1"))).isInstanceOf(Decision.Ask.class);

      fixture.advance(Duration.ofNanos(1));
      Decision.Skip skip = fixture.skip(closed("INC-1"));

      assertThat(skip.reason()).isEqualTo(SkipReason.ALREADY_ASKED);
      assertThat(skip.rule()).isEqualTo("each subject once; the earlier invitation was expired");
    }

    @Test
    void isNotPresentedForAnotherResolutionOfTheSameSubject() {
      assertThat(fixture
              .skip(Touchpoint.of("ticket.closed", "anna").subject("INC-1", 2))
              .reason())
          .isEqualTo(SkipReason.COOLING_DOWN);
    }

    @Test
    void winsOverASurveyOfHigherPriorityThatCouldAskAnew() {
      FragileLedger ledger = new FragileLedger();
      EngineFixture before = new EngineFixture(
          ledger, 1, ContactRules.none(), CSAT, NPS.withStatus(SurveyStatus.DRAFT));
      Invitation live = before.invite(closed("INC-1"));
      EngineFixture after =
          new EngineFixture(ledger, 2, ContactRules.none(), CSAT, NPS.withPriority(10));

      assertThat(after.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(live, true));
    }

    @Test
    void isHeldBackWhileItsSurveyIsPaused() {
      fixture.ledger.setPaused("ticket-csat", true);
      assertThat(fixture.skip(closed("INC-1")).rule()).isEqualTo("paused at run time");

      fixture.ledger.setPaused("ticket-csat", false);
      assertThat(fixture.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(first, true));
    }
  }

  @Nested
  class OfSeveralSurveys {

    @Test
    void theOneWithTheHigherPriorityAsks() {
      EngineFixture fixture =
          new EngineFixture(ContactRules.none(), CSAT.withPriority(1), NPS.withPriority(2));

      assertThat(fixture.invite(closed("INC-1")).survey()).isEqualTo("nps");
    }

    @Test
    void ofEqualPriorityTheFirstKeyAsks() {
      EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT, NPS);

      assertThat(fixture.invite(closed("INC-1")).survey()).isEqualTo("nps");
    }

    @Test
    void theOneThatGotFurthestGivesTheReason() {
      EngineFixture fixture = new EngineFixture(
          MONTHLY, CSAT, NPS.withPriority(10).withAudience(Condition.eq("vip", true)));
      fixture.invite(closed("INC-1"));

      Decision.Skip skip = fixture.skip(closed("INC-2"));

      assertThat(skip.survey()).isEqualTo("ticket-csat");
      assertThat(skip.reason()).isEqualTo(SkipReason.COOLING_DOWN);
    }

    @Test
    void ofThoseEquallyFarTheOneWithPriorityGivesTheReason() {
      EngineFixture fixture = new EngineFixture(
          MONTHLY,
          CSAT.withSampling(Sampling.people(0)),
          NPS.withPriority(10).withSampling(Sampling.people(0)));

      assertThat(fixture.skip(closed("INC-1")).survey()).isEqualTo("nps");
    }
  }

  @Nested
  class ARequestedInvitation {

    private final EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);

    @Test
    void waitsForTheNextVisitOldestFirst() {
      Invitation first = request("INC-1");
      fixture.advance(Duration.ofHours(1));
      Invitation second = request("INC-2");
      fixture.invite(closed("INC-3"));

      assertThat(fixture.engine.pending(ANNA)).containsExactly(first, second);
      assertThat(fixture.engine.pending(new RespondentKey("ben"))).isEmpty();
    }

    @Test
    void isKeptAlsoIfItWasAskedBefore() {
      Invitation asked = fixture.invite(closed("INC-1"));

      assertThat(request("INC-1")).isEqualTo(asked);
      assertThat(fixture.engine.pending(ANNA)).containsExactly(asked);
    }

    @Test
    void isGoneOnceAnsweredDismissedSnoozedExpiredOrPaused() {
      fixture.answer(request("INC-1"));
      fixture.contacts.dismiss(request("INC-2"), Dismissal.CLOSED);
      fixture.contacts.dismiss(request("INC-3"), Dismissal.LATER);
      Invitation left = request("INC-4");
      assertThat(fixture.engine.pending(ANNA)).containsExactly(left);

      fixture.ledger.setPaused("ticket-csat", true);
      assertThat(fixture.engine.pending(ANNA)).isEmpty();
      fixture.ledger.setPaused("ticket-csat", false);

      fixture.advance(Duration.ofDays(14));
      assertThat(fixture.engine.pending(ANNA)).isEmpty();
    }

    @Test
    void isNotShownToSomebodyWhoOptedOut() {
      request("INC-1");
      fixture.contacts.optOut(ANNA);

      assertThat(fixture.engine.pending(ANNA)).isEmpty();
    }

    private Invitation request(String ticket) {
      return ((Decision.Ask) fixture.engine.request(closed(ticket), ANNA)).invitation();
    }
  }

  @Nested
  class WithoutItsLedger {

    private final EngineFixture fixture = new EngineFixture(MONTHLY, CSAT);

    @Test
    void asksNobodyAndThrowsNothing() {
      fixture.ledger.broken(true);

      Decision.Skip skip = fixture.skip(closed("INC-1"));

      assertThat(skip.reason()).isEqualTo(SkipReason.STORE_UNAVAILABLE);
      assertThat(skip.eligibleAt()).isNull();
      assertThat(fixture.engine.pending(ANNA)).isEmpty();
      assertThat(fixture.engine.explain(closed("INC-1"), ANNA).skip())
          .extracting(Decision.Skip::reason)
          .isEqualTo(SkipReason.STORE_UNAVAILABLE);
    }

    @Test
    void asksAgainOnceItIsBack() {
      fixture.ledger.broken(true);
      fixture.skip(closed("INC-1"));

      fixture.ledger.broken(false);

      assertThat(fixture.ask(closed("INC-1"))).isInstanceOf(Decision.Ask.class);
    }
  }

  @Test
  void theLoserOfARaceReceivesTheWinnersInvitation() {
    FragileLedger ledger = new FragileLedger();
    EngineFixture slow = new EngineFixture(ledger, 1, MONTHLY, CSAT);
    EngineFixture fast = new EngineFixture(ledger, 2, MONTHLY, CSAT);
    Invitation[] winner = new Invitation[1];
    ledger.betweenLoadAndCommit(() -> {
      ledger.betweenLoadAndCommit(() -> {});
      winner[0] = fast.invite(closed("INC-1"));
    });

    assertThat(slow.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(winner[0], true));
    assertThat(slow.events).isEmpty();
  }

  @Test
  void aLedgerThatAlwaysConflictsIsGivenUpOn() {
    FragileLedger ledger = new FragileLedger();
    EngineFixture fixture = new EngineFixture(ledger, 1, ContactRules.none(), CSAT);
    interfereAfterEachLoad(ledger);

    assertThat(fixture.skip(closed("INC-1")).reason()).isEqualTo(SkipReason.STORE_UNAVAILABLE);
  }

  /** Another node that is always a little faster. */
  private static void interfereAfterEachLoad(FragileLedger ledger) {
    ledger.betweenLoadAndCommit(() -> {
      ledger.betweenLoadAndCommit(() -> {});
      Encounters met = new Encounters(ledger.loads(), 0, false);
      ledger.compareAndSet(
          ANNA, ledger.load(ANNA).version(), ContactHistory.EMPTY.with("another", met));
      interfereAfterEachLoad(ledger);
    });
  }

  @Test
  void aFullHistoryAsksNoMore() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    for (int i = 0; i < ContactHistory.MAX_CONTACTS; i++) {
      fixture.invite(closed("INC-" + i));
    }

    Decision.Skip skip = fixture.skip(closed("one too many"));

    assertThat(skip.reason()).isEqualTo(SkipReason.STORE_FULL);
    assertThat(fixture.ask(closed("INC-7"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void aListenerThatThrowsDoesNotDisturbTheDecision() {
    var catalog = SurveyCatalog.of(List.of(CSAT));
    InMemoryLedger ledger = new InMemoryLedger();
    ContactRecorder recorder = new ContactRecorder(
        catalog, Policy.of(MONTHLY), ledger, new InMemorySurveyCounters(), () -> START, event -> {
          throw new IllegalStateException("listener broken");
        });
    PromptEngine engine = new PromptEngine(
        catalog, Policy.of(MONTHLY), ledger, () -> START, new SplittableRandom(1), recorder);

    assertThat(engine.ask(closed("INC-1"), ANNA)).isInstanceOf(Decision.Ask.class);
  }

  @Nested
  class NextEligibleAt {

    private final EngineFixture fixture = new EngineFixture(MONTHLY, CSAT);

    @Test
    void isNowForSomebodyWhoWasNeverAsked() {
      assertThat(fixture.engine.nextEligibleAt(ANNA, "ticket-csat")).isEqualTo(START);
    }

    @Test
    void isTheEndOfTheStrictestGap() {
      fixture.invite(closed("INC-1"));
      fixture.advance(Duration.ofDays(1));

      assertThat(fixture.engine.nextEligibleAt(ANNA, "ticket-csat"))
          .isEqualTo(START.plus(Duration.ofDays(30)));
    }

    @Test
    void isNeverAfterAnOptOut() {
      fixture.contacts.optOut(ANNA);

      assertThat(fixture.engine.nextEligibleAt(ANNA, "ticket-csat")).isNull();
    }

    @Test
    void namesASurveyThatIsNotThere() {
      assertThatThrownBy(() -> fixture.engine.nextEligibleAt(ANNA, "csat"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("there is no survey 'csat'");
    }
  }

  @Test
  void explainSaysThatASurveyIsPausedAndThatAnotherHasNoSuchTrigger() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none(), CSAT, Surveys.nps("nps").on("project.finished"));
    fixture.ledger.setPaused("ticket-csat", true);

    Explanation explanation = fixture.engine.explain(closed("INC-1"), ANNA);

    assertThat(explanation.skip())
        .isEqualTo(
            new Decision.Skip(SkipReason.NOT_ACTIVE, "ticket-csat", "paused at run time", null));
    assertThat(explanation)
        .asString()
        .contains("STOP STATUS: NOT_ACTIVE, paused at run time")
        .contains("STOP TRIGGER: NO_TRIGGER, on: no trigger names this event");
  }

  @Test
  void explainSaysWhichSurveyWouldAsk() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);

    Explanation explanation = fixture.engine.explain(closed("INC-1"), ANNA);

    assertThat(explanation.asks()).isEqualTo("ticket-csat");
    assertThat(explanation)
        .asString()
        .startsWith("ticket.closed at 2026-03-02T09:00:00Z: ask ticket-csat");
    assertThat(explanation.surveys().get(0).reason()).isNull();
    assertThat(fixture.ledger.load(ANNA).version()).isZero();
  }

  @Test
  void explainSaysWhatEveryGateOfEverySurveySays() {
    Survey priority = NPS.withPriority(5)
        .withAudience(Condition.gt("age", 30))
        .withSampling(Sampling.people(0))
        .on(Trigger.on("project.finished"));
    EngineFixture fixture = new EngineFixture(MONTHLY, CSAT, priority);
    fixture.invite(closed("INC-1"));

    Explanation explanation = fixture.engine.explain(closed("INC-2").attribute("age", "old"), ANNA);

    assertThat(explanation).hasToString("""
            ticket.closed at 2026-03-02T09:00:00Z: skip, COOLING_DOWN until 2026-04-01T09:00:00Z
              nps
                pass STATUS
                pass TRIGGER
                pass EXCLUSIONS
                STOP AUDIENCE: NOT_IN_AUDIENCE, audience: {attribute: age, gt: 30}, but attribute 'age' is a text, not a number
                STOP SAMPLING: NOT_SAMPLED, sampling: {people: 0.0}
                pass OPT_OUT
                pass SUBJECT
                STOP CONTACT_RULES: COOLING_DOWN, policy: {any: {invited: 30d}}, eligible at 2026-04-01T09:00:00Z
                pass RANK
              ticket-csat
                pass STATUS
                pass TRIGGER
                pass EXCLUSIONS
                pass SAMPLING
                pass OPT_OUT
                pass SUBJECT
                STOP CONTACT_RULES: COOLING_DOWN, policy: {any: {invited: 30d}}, eligible at 2026-04-01T09:00:00Z
                pass RANK""");
    assertThat(explanation.surveys().get(0).reason()).isEqualTo(SkipReason.NOT_IN_AUDIENCE);
    assertThat(fixture.events).hasSize(1);
  }
}
