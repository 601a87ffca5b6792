package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Per;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Gate 11, and how its units are taken and come back. */
class BudgetGateTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final Counter TOTAL = new Counter("csat/quota", Instant.EPOCH, Counter.NEVER);
  private static final Duration MINUTE = Allowance.LOOK_AGAIN;

  private int people;

  @Test
  void aReachedQuotaStopsUntilItsNextDay() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.perDay(2)));
    next(fixture);
    next(fixture);

    assertThat(stop(fixture))
        .isEqualTo(new Decision.Skip(
            SkipReason.QUOTA_REACHED,
            "csat",
            "quota: {answers: 2, per: day}",
            Instant.parse("2026-03-03T00:00:00Z")));
    fixture.advance(Duration.ofHours(15));
    next(fixture);
  }

  @Test
  void aDayBeginsWhereTheQuotaSays() {
    Quota quota = Quota.perDay(1).withZone(ZoneId.of("Asia/Tokyo"));
    EngineFixture fixture = fixture(CSAT.withQuota(quota));
    next(fixture);

    assertThat(stop(fixture).eligibleAt()).isEqualTo("2026-03-02T15:00:00Z");
  }

  @Test
  void timeDoesNotCureATotalQuota() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    fixture.answer(next(fixture));

    assertThat(stop(fixture).eligibleAt()).isNull();
    fixture.advance(Duration.ofDays(400));
    assertThat(stop(fixture).reason()).isEqualTo(SkipReason.QUOTA_REACHED);
  }

  @Test
  void aDismissedInvitationFreesItsUnitOnce() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    Invitation invitation = next(fixture);
    fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
    fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
    fixture.contacts.dismiss(invitation, Dismissal.NEVER);

    next(fixture);
    stop(fixture);
  }

  @Test
  void notNowKeepsTheUnit() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    fixture.contacts.dismiss(next(fixture), Dismissal.LATER);

    stop(fixture);
  }

  @Test
  void aWithdrawnInvitationFreesItsUnit() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    Invitation invitation = next(fixture);
    fixture.contacts.cancel(invitation.respondent(), "INC-1");

    next(fixture);
    stop(fixture);
  }

  @Test
  void anExpiredInvitationFreesItsUnitAfterASixteenthOfItsLifeMore() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    next(fixture);
    fixture.advance(Duration.ofDays(14));
    stop(fixture);
    fixture.advance(Duration.ofHours(21));

    next(fixture);
    stop(fixture);
  }

  @Test
  void anAnsweredInvitationNeverFreesItsUnit() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    fixture.answer(next(fixture));
    fixture.advance(Duration.ofDays(60));

    stop(fixture);
  }

  @Test
  void aLateAnswerTakesAUnitAgain() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(2)));
    Invitation late = next(fixture);
    fixture.advance(Duration.ofDays(20));
    next(fixture);
    fixture.answer(late);

    stop(fixture);
    assertThat(fixture.counters.load(TOTAL).count().taken()).isEqualTo(2);
  }

  @Test
  void anAnswerAfterADismissalTakesAUnitAgainEvenIfThereIsNone() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    Invitation first = next(fixture);
    fixture.contacts.dismiss(first, Dismissal.CLOSED);
    Invitation second = next(fixture);
    fixture.answer(first);
    fixture.contacts.dismiss(second, Dismissal.CLOSED);

    stop(fixture);
  }

  @Test
  void anAnswerThatRacesADismissalTakesAUnitAgain() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(2)));
    Invitation invitation = next(fixture);
    fixture.ledger.betweenLoadAndCommit(() -> {
      fixture.ledger.betweenLoadAndCommit(() -> {});
      fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
    });
    fixture.answer(invitation);
    fixture.answer(next(fixture));
    fixture.advance(Duration.ofDays(60));

    stop(fixture);
  }

  @Test
  void changingAnAnswerTakesNothing() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(2)));
    Invitation invitation = next(fixture);
    fixture.answer(invitation);
    fixture.answer(invitation);

    next(fixture);
    stop(fixture);
  }

  @Test
  void aLostRaceGivesItsUnitBack() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(2)));
    RespondentKey person = new RespondentKey("p1");
    fixture.ledger.betweenLoadAndCommit(() -> {
      fixture.ledger.betweenLoadAndCommit(() -> {});
      fixture.contacts.optOut(person);
    });

    assertThat(stop(fixture).reason()).isEqualTo(SkipReason.OPTED_OUT);
    next(fixture);
    next(fixture);
    stop(fixture);
  }

  @Test
  void whoLosesTheLastUnitToAnotherTabGetsThatInvitation() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna").subject("INC-1");
    Invitation[] winner = new Invitation[1];
    fixture.ledger.betweenLoadAndCommit(() -> {
      fixture.ledger.betweenLoadAndCommit(() -> {});
      winner[0] = fixture.invite(touchpoint);
    });

    assertThat(fixture.ask(touchpoint)).isEqualTo(new Decision.Ask(winner[0], true));
  }

  @Test
  void aLiveInvitationIsPresentedAgainAlthoughTheQuotaIsReached() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna").subject("INC-1");
    Invitation invitation = fixture.invite(touchpoint);
    stop(fixture);

    assertThat(fixture.ask(touchpoint)).isEqualTo(new Decision.Ask(invitation, true));
  }

  @Test
  void anotherSurveyAsksWhenTheFirstHasReachedItsQuota() {
    EngineFixture fixture = fixture(
        CSAT.withQuota(Quota.total(1)).withPriority(5), Surveys.nps("nps").on("ticket.closed"));

    assertThat(next(fixture).survey()).isEqualTo("csat");
    assertThat(next(fixture).survey()).isEqualTo("nps");
  }

  @Test
  void contactRulesSpeakBeforeTheQuota() {
    EngineFixture fixture = new EngineFixture(
        ContactRules.atMostOncePer(Duration.ofDays(30)), CSAT.withQuota(Quota.total(1)));
    Touchpoint touchpoint = Touchpoint.of("ticket.closed", "anna");
    fixture.invite(touchpoint.subject("INC-1"));

    assertThat(fixture.skip(touchpoint.subject("INC-2")).reason())
        .isEqualTo(SkipReason.COOLING_DOWN);
  }

  @Test
  void explainReservesNothing() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    for (int i = 0; i < 3; i++) {
      assertThat(explain(fixture).skip()).isNull();
    }
    assertThat(fixture.counters.load(TOTAL).count()).isEqualTo(Count.NONE);
    next(fixture);

    Explanation reached = explain(fixture);
    assertThat(reached.surveys().get(0).reason()).isEqualTo(SkipReason.QUOTA_REACHED);
    assertThat(reached.surveys().get(0).gates())
        .filteredOn(gate -> gate.reason() == SkipReason.QUOTA_REACHED)
        .singleElement()
        .satisfies(gate -> assertThat(gate.gate()).isEqualTo("BUDGET"));
  }

  @Test
  void aSkipLooksNowhereUntilSomethingCanHaveChanged() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1)));
    fixture.answer(next(fixture));
    stop(fixture);
    int calls = fixture.counters.calls();

    for (int i = 0; i < 50; i++) {
      stop(fixture);
    }
    assertThat(fixture.counters.calls()).isEqualTo(calls);
    fixture.advance(MINUTE);
    stop(fixture);
    assertThat(fixture.counters.calls()).isEqualTo(calls + 1);
  }

  @Test
  void anAskOutOfTheSliceLooksNowhere() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1_600)));
    next(fixture);
    int calls = fixture.counters.calls();

    for (int i = 1; i < Allowance.MAX_SLICE; i++) {
      next(fixture);
    }
    assertThat(fixture.counters.calls()).isEqualTo(calls);
    next(fixture);
    assertThat(fixture.counters.calls()).isEqualTo(calls + 2);
  }

  @Test
  void whatAnotherNodeFreesIsFoundAfterAMinute() {
    EngineFixture one = fixture(CSAT.withQuota(Quota.total(1)));
    EngineFixture two = new EngineFixture(
        one.ledger, one.counters, 2, ContactRules.none(), CSAT.withQuota(Quota.total(1)));
    Invitation invitation = next(one);
    stop(two);
    one.contacts.dismiss(invitation, Dismissal.CLOSED);
    stop(two);
    two.advance(MINUTE);

    next(two);
  }

  @Test
  void closingGivesTheSliceBack() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(1_600)));
    next(fixture);
    assertThat(fixture.counters.load(TOTAL).count().taken()).isEqualTo(100);

    fixture.engine.close();

    assertThat(fixture.counters.load(TOTAL).count().taken()).isEqualTo(1);
    next(fixture);
  }

  @Test
  void invitationsOutOfASliceExpireLikeTheFirst() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(160)));
    for (int i = 0; i < 10; i++) {
      next(fixture);
    }
    fixture.counters.broken(true);
    fixture.engine.close();
    fixture.counters.broken(false);
    fixture.engine.close();
    fixture.advance(Duration.ofDays(15));
    fixture.answer(next(fixture));
    fixture.engine.close();

    assertThat(fixture.counters.load(TOTAL).count().taken()).isEqualTo(1);
  }

  @Test
  void nobodyIsAskedWhileTheCountersCannotBeReached() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(5)));
    fixture.counters.broken(true);

    Decision.Skip skip = stop(fixture);
    assertThat(skip.reason()).isEqualTo(SkipReason.STORE_UNAVAILABLE);
    assertThat(skip.rule()).isEqualTo("the survey counters cannot be reached");
    assertThat(explain(fixture).skip()).isEqualTo(skip);
    assertThat(fixture.ledger.load(new RespondentKey("p1")).history().contacts())
        .isEmpty();
    fixture.counters.broken(false);
    next(fixture);
  }

  @Test
  void aSurveyWithoutQuotaAndPacingCountsNothing() {
    EngineFixture fixture = fixture(CSAT);
    fixture.counters.broken(true);
    fixture.answer(next(fixture));

    assertThat(fixture.counters.calls()).isZero();
  }

  @Test
  void anAnswerWhileTheCountersCannotBeReachedIsKeptAndToldLater() {
    EngineFixture fixture = fixture(CSAT.withQuota(Quota.total(2)));
    Invitation invitation = next(fixture);
    fixture.counters.broken(true);
    fixture.answer(invitation);
    fixture.counters.broken(false);
    assertThat(fixture.contacts.find(invitation).contact())
        .satisfies(contact -> assertThat(contact.outcome()).isEqualTo(Outcome.ANSWERED));
    fixture.answer(next(fixture));
    fixture.advance(Duration.ofDays(60));

    stop(fixture);
  }

  @Test
  void pacingReleasesTheBudgetOfADayWithinItsWindow() {
    Pacing pacing = Pacing.perDay(4).between(LocalTime.of(8, 0), LocalTime.of(12, 0));
    EngineFixture fixture = fixture(CSAT.withPacing(pacing));
    int asked = 0;
    for (int minute = 0; minute < 3 * 60; minute++) {
      asked += fixture.ask(person()) instanceof Decision.Ask ? 1 : 0;
      fixture.advance(Duration.ofMinutes(1));
      assertThat(asked).isBetween(minute / 60, 2 + minute / 60 + 1);
    }
    assertThat(asked).isEqualTo(4);
    Decision.Skip skip = stop(fixture);
    assertThat(skip.reason()).isEqualTo(SkipReason.PACED);
    assertThat(skip.rule()).isEqualTo("pacing: {answers: 4, per: day}");
    assertThat(skip.eligibleAt()).isBetween("2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z");
  }

  @Test
  void theFirstPeopleOfTheMorningCannotUseUpTheDay() {
    Pacing pacing = Pacing.perDay(100).between(LocalTime.of(8, 0), LocalTime.of(18, 0));
    EngineFixture fixture = fixture(CSAT.withPacing(pacing));
    fixture.advance(Duration.ofHours(23).plusMinutes(1));
    int early = 0;
    for (int i = 0; i < 500; i++) {
      early += fixture.ask(person()) instanceof Decision.Ask ? 1 : 0;
    }

    assertThat(early).isLessThanOrEqualTo(2);
  }

  @Test
  void eligibleAtOfPacingIsWhenSomebodyCanBeAskedAgain() {
    EngineFixture fixture = fixture(CSAT.withPacing(Pacing.perWeek(3)));
    for (int i = 0; i < 10; i++) {
      Decision decision = fixture.ask(person());
      Instant eligibleAt = decision.fold(ask -> fixture.now(), skip -> skip.eligibleAt());
      if (decision instanceof Decision.Skip) {
        fixture.advance(Duration.between(fixture.now(), eligibleAt));
        next(fixture);
      }
    }
  }

  @Test
  void aUnitOfTheQuotaComesBackWhenPacingHasNone() {
    Survey survey = CSAT.withQuota(Quota.total(5))
        .withPacing(Pacing.perDay(1).between(LocalTime.of(8, 0), LocalTime.of(9, 0)));
    EngineFixture fixture = fixture(survey);
    next(fixture);

    for (int i = 0; i < 10; i++) {
      assertThat(stop(fixture).reason()).isEqualTo(SkipReason.PACED);
    }
    fixture.engine.close();
    assertThat(fixture.counters.load(TOTAL).count().taken()).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackDoesNotLoseTheSlice() {
    EngineFixture fixture = fixture(CSAT.withQuota(new Quota(1_600, Per.DAY, ZoneId.of("UTC"))));
    fixture.advance(Duration.ofDays(1));
    next(fixture);
    fixture.advance(Duration.ofDays(-1));
    next(fixture);
    fixture.advance(Duration.ofDays(1));
    fixture.engine.close();

    Instant tuesday = Instant.parse("2026-03-03T00:00:00Z");
    Counter counter = new Counter("csat/quota", tuesday, tuesday.plus(Duration.ofDays(1)));
    assertThat(fixture.counters.load(counter).count().taken()).isEqualTo(1);
  }

  private static EngineFixture fixture(Survey... surveys) {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), surveys);
    assertThat(fixture.now()).isEqualTo(START);
    return fixture;
  }

  private Touchpoint person() {
    return Touchpoint.of("ticket.closed", "p" + ++people).subject("INC-1");
  }

  private Invitation next(EngineFixture fixture) {
    return fixture.invite(person());
  }

  private Decision.Skip stop(EngineFixture fixture) {
    return fixture.skip(person());
  }

  private static Explanation explain(EngineFixture fixture) {
    return fixture.engine.explain(
        Touchpoint.of("ticket.closed", "nobody").subject("INC-1"), new RespondentKey("nobody"));
  }
}
