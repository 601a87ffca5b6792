package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Asks that came too early and wait for the rules. */
class DeferralsTest {

  private static final Duration GAP = Duration.ofDays(10);
  private static final Survey NPS = Surveys.nps("nps").on("project.finished");
  private static final Survey CSAT = Surveys.csat("csat")
      .on("ticket.closed")
      .withContactRules(ContactRules.none().deferUntilEligible());

  private final EngineFixture fixture =
      new EngineFixture(ContactRules.atMostOncePer(GAP), CSAT, NPS);
  private final Invitation first =
      fixture.invite(Touchpoint.of("project.finished", "anna").subject("P-1"));

  @Test
  void isInvitedAtTheFirstVisitAfterTheRulesLetItPass() {
    fixture.skip(closed("INC-1").accountable(a -> a.team("Network")));
    fixture.advance(GAP.minusNanos(1));
    assertThat(fixture.engine.pending(ANNA)).isEmpty();

    fixture.advance(Duration.ofHours(5));
    List<Invitation> pending = fixture.engine.pending(ANNA);

    assertThat(pending).singleElement().satisfies(invitation -> {
      assertThat(invitation.survey()).isEqualTo("csat");
      assertThat(invitation.subject()).isEqualTo(new Subject("INC-1", 1));
      assertThat(invitation.invitedAt()).isEqualTo(fixture.now());
      assertThat(invitation.expiresAt()).isEqualTo(fixture.now().plus(CSAT.expiresAfter()));
      assertThat(invitation.accountability().get("team")).isEqualTo("Network");
    });
    assertThat(fixture.engine.pending(ANNA)).isEqualTo(pending);
    assertThat(fixture.events)
        .extracting(ContactEvent::outcome)
        .containsExactly(Outcome.INVITED, Outcome.INVITED);
  }

  @Test
  void keepsTheAttributesAtWhichQuestionsLook() {
    Survey asking = SurveyReader.read("csat.yaml", """
        survey: csat
        on: [ticket.closed]
        contact: {deferUntilEligible: true}
        questions:
          - {id: satisfaction, type: rating, metric: csat, text: How satisfied are you?}
          - id: gold
            type: text
            text: What would gold customers like?
            visibleWhen: {attribute: tier, eq: gold}
        """);
    EngineFixture gold = new EngineFixture(ContactRules.atMostOncePer(GAP), asking, NPS);
    gold.invite(Touchpoint.of("project.finished", "anna").subject("P-1"));
    gold.skip(closed("INC-1").attribute("tier", "gold").attribute("other", 1));

    gold.advance(GAP);

    assertThat(gold.engine.pending(ANNA))
        .singleElement()
        .satisfies(invitation ->
            assertThat(invitation.attributes()).isEqualTo(Attributes.none().with("tier", "gold")));
  }

  @Test
  void nobodyCountsAsInvitedMeanwhile() {
    fixture.skip(closed("INC-1"));

    assertThat(fixture.events).hasSize(1);
    assertThat(fixture.engine.nextEligibleAt(ANNA, "nps")).isEqualTo(START.plus(GAP));
    assertThat(fixture.contacts.shown(waiting())).isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.dismiss(waiting(), Dismissal.CLOSED))
        .isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.answered(waiting(), new UUID(1, 1), 1, true))
        .isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.find(waiting()).contact()).isNull();
  }

  @Test
  void theSameAskWaitsOnce() {
    fixture.skip(closed("INC-1"));
    fixture.skip(closed("INC-1"));

    assertThat(fixture.ledger.load(ANNA).history().contacts()).hasSize(2);
  }

  @Test
  void tenWaitAtMost() {
    for (int i = 0; i < 25; i++) {
      fixture.skip(closed("INC-" + i));
    }

    assertThat(fixture.ledger.load(ANNA).history().contacts()).hasSize(1 + Deferrals.MAX);
  }

  @Test
  void ofSeveralOneIsInvitedAndTheRestWaitOn() {
    fixture.skip(closed("INC-1"));
    fixture.advance(Duration.ofDays(8));
    fixture.skip(closed("INC-2"));
    fixture.advance(Duration.ofDays(2));

    assertThat(fixture.engine.pending(ANNA))
        .extracting(Invitation::subject)
        .containsExactly(new Subject("INC-1", 1));
    fixture.advance(GAP);
    assertThat(fixture.engine.pending(ANNA))
        .extracting(Invitation::subject)
        .containsExactly(new Subject("INC-1", 1), new Subject("INC-2", 1));
  }

  @Test
  void isDroppedWhenAnInvitationWouldHaveExpired() {
    fixture.skip(closed("INC-1"));
    fixture.advance(CSAT.expiresAfter());

    assertThat(fixture.engine.pending(ANNA)).isEmpty();
  }

  @Test
  void isNotKeptWhenTheRulesLetItPassOnlyAfterThat() {
    Survey brief = CSAT.withExpiresAfter(Duration.ofDays(9));
    EngineFixture strict = new EngineFixture(ContactRules.atMostOncePer(GAP), brief, NPS);
    strict.invite(Touchpoint.of("project.finished", "anna").subject("P-1"));
    strict.skip(closed("INC-1"));

    assertThat(strict.ledger.load(ANNA).history().contacts()).hasSize(1);
  }

  @Test
  void openingTheSubjectAgainVoidsIt() {
    fixture.skip(closed("INC-1"));

    assertThat(fixture.contacts.cancel(ANNA, "INC-1")).isEqualTo(Recorded.DONE);
    fixture.advance(GAP);

    assertThat(fixture.engine.pending(ANNA)).isEmpty();
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void waitsWhileTheSurveyIsPausedAndForEverAfterAnOptOut() {
    fixture.skip(closed("INC-1"));
    fixture.advance(GAP);
    fixture.ledger.setPaused("csat", true);
    assertThat(fixture.engine.pending(ANNA)).isEmpty();
    fixture.ledger.setPaused("csat", false);
    fixture.contacts.optOut(ANNA);
    assertThat(fixture.engine.pending(ANNA)).isEmpty();
    fixture.contacts.optIn(ANNA);
    assertThat(fixture.engine.pending(ANNA)).hasSize(1);
  }

  @Test
  void takesAUnitOfTheQuotaWhenItIsInvited() {
    EngineFixture limited = new EngineFixture(
        Policy.of(ContactRules.atMostOncePer(GAP)), CSAT.withQuota(Quota.total(1)), NPS);
    limited.invite(Touchpoint.of("project.finished", "anna").subject("P-1"));
    limited.skip(closed("INC-1"));
    limited.answer(limited.invite(Touchpoint.of("ticket.closed", "ben").subject("INC-2")));
    limited.advance(GAP);

    assertThat(limited.engine.pending(ANNA)).isEmpty();
  }

  @Test
  void aSurveyThatCoversTeamsStillKnowsTheTeam() {
    Survey covering = CSAT.withSampling(Sampling.coverage(0, 5, CalendarPeriod.month()));
    EngineFixture drawn = new EngineFixture(ContactRules.atMostOncePer(GAP), covering, NPS);
    drawn.invite(Touchpoint.of("project.finished", "anna").subject("P-1"));
    drawn.advance(Duration.ofDays(4));
    drawn.skip(closed("INC-1").accountable(a -> a.team("Network")));
    drawn.advance(Duration.ofDays(6));

    assertThat(drawn.engine.pending(ANNA))
        .extracting(Invitation::subject)
        .containsExactly(new Subject("INC-1", 1));
  }

  @Test
  void aRaceForTheSameVisitMakesOneInvitation() {
    fixture.skip(closed("INC-1"));
    fixture.advance(GAP);
    EngineFixture other =
        new EngineFixture(fixture.ledger, 7, ContactRules.atMostOncePer(GAP), CSAT, NPS);
    other.advance(GAP);
    fixture.ledger.betweenLoadAndCommit(() -> {
      fixture.ledger.betweenLoadAndCommit(() -> {});
      other.engine.pending(ANNA);
    });

    List<Invitation> pending = fixture.engine.pending(ANNA);

    assertThat(pending).isEqualTo(other.engine.pending(ANNA)).hasSize(1);
    assertThat(first.id()).isNotEqualTo(pending.get(0).id());
  }

  private Invitation waiting() {
    return fixture.ledger.load(ANNA).history().contacts().get(1).invitation();
  }
}
