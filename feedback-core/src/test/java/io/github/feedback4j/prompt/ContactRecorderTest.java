package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContactRecorderTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");

  private final EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
  private final Invitation invitation = fixture.invite(closed("INC-1"));

  @Test
  void shownIsRecordedOncePerVisitWithItsFirstTime() {
    assertThat(fixture.contacts.shown(invitation)).isEqualTo(Recorded.DONE);
    fixture.advance(Contact.SHOW_LENGTH.minusNanos(1));
    assertThat(fixture.contacts.shown(invitation)).isEqualTo(Recorded.DONE);

    assertThat(contact().shownAt()).isEqualTo(START);
    assertThat(contact().lastShownAt()).isEqualTo(START);
    assertThat(contact().shows()).isEqualTo(1);
    assertThat(fixture.events)
        .extracting(ContactEvent::outcome)
        .containsExactly(Outcome.INVITED, Outcome.SHOWN);
  }

  @Test
  void somethingThatWasNeverInvitedIsNotApplicable() {
    Invitation stranger = new Invitation(
        UUID.randomUUID(),
        "csat",
        1,
        ANNA,
        "ticket.closed",
        null,
        START,
        START.plusSeconds(1),
        1,
        Accountability.none(),
        null);

    assertThat(fixture.contacts.shown(stranger)).isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.dismiss(stranger, Dismissal.NEVER))
        .isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.find(stranger).state()).isEqualTo(Recorded.NOT_APPLICABLE);
  }

  @Test
  void withoutItsLedgerNothingIsRecordedAndNothingThrows() {
    fixture.ledger.broken(true);

    assertThat(fixture.contacts.shown(invitation)).isEqualTo(Recorded.UNAVAILABLE);
    assertThat(fixture.contacts.optOut(ANNA)).isEqualTo(Recorded.UNAVAILABLE);
    assertThat(fixture.contacts.cancel(ANNA, "INC-1")).isEqualTo(Recorded.UNAVAILABLE);
    assertThat(fixture.contacts.find(invitation).state()).isEqualTo(Recorded.UNAVAILABLE);
  }

  @Nested
  class Closing {

    @Test
    void endsTheSubjectForGood() {
      assertThat(fixture.contacts.dismiss(invitation, Dismissal.CLOSED)).isEqualTo(Recorded.DONE);
      fixture.advance(Duration.ofDays(300));

      Decision.Skip skip = fixture.skip(closed("INC-1"));

      assertThat(skip.reason()).isEqualTo(SkipReason.ALREADY_ASKED);
      assertThat(skip.rule()).isEqualTo("each subject once; the earlier invitation was dismissed");
    }

    @Test
    void leavesANewResolutionOfTheSubjectOpen() {
      fixture.contacts.dismiss(invitation, Dismissal.CLOSED);

      assertThat(fixture.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-1", 2)))
          .isInstanceOf(Decision.Ask.class);
    }

    @Test
    void twiceIsTheSameAsOnce() {
      fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
      fixture.advance(Duration.ofDays(1));

      assertThat(fixture.contacts.dismiss(invitation, Dismissal.CLOSED)).isEqualTo(Recorded.DONE);
      assertThat(contact().dismissedAt()).isEqualTo(START);
    }

    @Test
    void doesNothingAfterAnAnswer() {
      fixture.answer(invitation);

      assertThat(fixture.contacts.dismiss(invitation, Dismissal.CLOSED))
          .isEqualTo(Recorded.NOT_APPLICABLE);
      assertThat(contact().outcome()).isEqualTo(Outcome.ANSWERED);
    }
  }

  @Nested
  class NotNow {

    @Test
    void bringsTheSameInvitationBackAfterTheSnooze() {
      fixture.contacts.dismiss(invitation, Dismissal.LATER);

      fixture.advance(Duration.ofDays(7).minusNanos(1));
      Decision.Skip skip = fixture.skip(closed("INC-1"));
      assertThat(skip.reason()).isEqualTo(SkipReason.SNOOZED);
      assertThat(skip.eligibleAt()).isEqualTo(START.plus(Duration.ofDays(7)));

      fixture.advance(Duration.ofNanos(1));
      assertThat(fixture.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(invitation, true));
    }

    @Test
    void theThirdTimeDismisses() {
      fixture.contacts.dismiss(invitation, Dismissal.LATER);
      fixture.contacts.dismiss(invitation, Dismissal.LATER);
      assertThat(contact().outcome()).isEqualTo(Outcome.SNOOZED);

      fixture.contacts.dismiss(invitation, Dismissal.LATER);

      assertThat(contact().outcome()).isEqualTo(Outcome.DISMISSED);
      assertThat(fixture.skip(closed("INC-1")).reason()).isEqualTo(SkipReason.ALREADY_ASKED);
    }

    @Test
    void lastsAsLongAsTheStricterOfPolicyAndSurveySays() {
      EngineFixture strict = new EngineFixture(
          ContactRules.none().withSnooze(Duration.ofDays(3), 1),
          CSAT.withContactRules(ContactRules.none().withSnooze(Duration.ofDays(10), 5)));
      Invitation snoozed = strict.invite(closed("INC-1"));

      strict.contacts.dismiss(snoozed, Dismissal.LATER);

      assertThat(strict.skip(closed("INC-1")).eligibleAt())
          .isEqualTo(START.plus(Duration.ofDays(10)));
      strict.contacts.dismiss(snoozed, Dismissal.LATER);
      assertThat(strict.skip(closed("INC-1")).reason()).isEqualTo(SkipReason.ALREADY_ASKED);
    }
  }

  @Test
  void whoSaysNothingAboutNotNowHasNoSayInIt() {
    ContactRules brief = ContactRules.none().withSnooze(Duration.ofDays(2), 5);
    for (EngineFixture each : List.of(
        new EngineFixture(ContactRules.none(), CSAT.withContactRules(brief)),
        new EngineFixture(brief, CSAT))) {
      Invitation snoozed = each.invite(closed("INC-1"));
      for (int i = 0; i < 5; i++) {
        each.contacts.dismiss(snoozed, Dismissal.LATER);
      }

      assertThat(each.skip(closed("INC-1")).eligibleAt()).isEqualTo(START.plus(Duration.ofDays(2)));
    }
  }

  @Nested
  class DontAskAgain {

    @Test
    void stopsEverySurveyForGood() {
      fixture.contacts.dismiss(invitation, Dismissal.NEVER);
      fixture.advance(Duration.ofDays(3_000));

      Decision.Skip skip = fixture.skip(closed("INC-9"));

      assertThat(skip.reason()).isEqualTo(SkipReason.OPTED_OUT);
      assertThat(skip.eligibleAt()).isNull();
      assertThat(contact().outcome()).isEqualTo(Outcome.OPTED_OUT);
    }

    @Test
    void afterAnAnswerKeepsTheAnswer() {
      fixture.answer(invitation);

      fixture.contacts.dismiss(invitation, Dismissal.NEVER);

      assertThat(contact().outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(fixture.skip(closed("INC-9")).reason()).isEqualTo(SkipReason.OPTED_OUT);
    }

    @Test
    void isRevokedByOptingIn() {
      fixture.contacts.optOut(ANNA);
      assertThat(fixture.contacts.optOut(ANNA)).isEqualTo(Recorded.DONE);

      assertThat(fixture.contacts.optIn(ANNA)).isEqualTo(Recorded.DONE);
      assertThat(fixture.contacts.optIn(ANNA)).isEqualTo(Recorded.DONE);

      assertThat(fixture.ask(closed("INC-9"))).isInstanceOf(Decision.Ask.class);
    }
  }

  @Nested
  class Cancelling {

    @Test
    void voidsTheOpenInvitationSoThatTheNextCloseAsksAgain() {
      assertThat(fixture.contacts.cancel(ANNA, "INC-1")).isEqualTo(Recorded.DONE);

      Decision next = fixture.ask(closed("INC-1"));

      assertThat(next).isInstanceOfSatisfying(Decision.Ask.class, ask -> {
        assertThat(ask.again()).isFalse();
        assertThat(ask.invitation().id()).isNotEqualTo(invitation.id());
      });
      assertThat(fixture.events)
          .extracting(ContactEvent::outcome)
          .containsExactly(Outcome.INVITED, Outcome.CANCELLED, Outcome.INVITED);
    }

    @Test
    void leavesAnAnsweredInvitationAlone() {
      fixture.answer(invitation);

      assertThat(fixture.contacts.cancel(ANNA, "INC-1")).isEqualTo(Recorded.NOT_APPLICABLE);
      assertThat(contact().outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void leavesOtherSubjectsAlone() {
      assertThat(fixture.contacts.cancel(ANNA, "INC-2")).isEqualTo(Recorded.NOT_APPLICABLE);
      assertThat(fixture.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(invitation, true));
    }

    @Test
    void givesBackTheClockOfAnInvitationThatNobodySaw() {
      EngineFixture monthly =
          new EngineFixture(ContactRules.atMostOncePer(Duration.ofDays(30)), CSAT);
      monthly.invite(closed("INC-1"));
      monthly.contacts.cancel(ANNA, "INC-1");

      assertThat(monthly.ask(closed("INC-2"))).isInstanceOf(Decision.Ask.class);
    }

    @Test
    void keepsTheClockOfAnInvitationThatWasSeen() {
      EngineFixture monthly =
          new EngineFixture(ContactRules.none().any(Since.INVITED, Duration.ofDays(30)), CSAT);
      monthly.contacts.shown(monthly.invite(closed("INC-1")));
      monthly.contacts.cancel(ANNA, "INC-1");

      assertThat(monthly.skip(closed("INC-2")).reason()).isEqualTo(SkipReason.COOLING_DOWN);
    }
  }

  @Test
  void contactsAreForgottenOnlyWhenNoRuleCanLookBackToThem() {
    fixture.answer(invitation);
    fixture.advance(ContactHistory.RETENTION.plus(Duration.ofDays(43)));
    fixture.invite(closed("INC-2"));
    assertThat(fixture.ledger.load(ANNA).history().contacts()).hasSize(2);

    fixture.advance(Duration.ofDays(2));
    fixture.invite(closed("INC-3"));

    assertThat(fixture.ledger.load(ANNA).history().contacts())
        .extracting(each -> each.invitation().subject().id())
        .containsExactly("INC-2", "INC-3");
  }

  @Test
  void aContactKeepsItsDetailsUntilNobodyCanChangeItsAnswer() {
    fixture.answer(invitation);
    // It expires after 14 days, answers are kept for 30 more, and changed for 12 hours.
    fixture.advance(Duration.ofDays(44).plusHours(12));
    fixture.invite(closed("INC-2"));
    assertThat(contact().responseId()).isNotNull();

    fixture.advance(Duration.ofNanos(1));
    fixture.invite(closed("INC-3"));

    Contact settled = fixture.ledger.load(ANNA).history().contacts().get(0);
    assertThat(settled.responseId()).isNull();
    assertThat(settled.answeredAt()).isNotNull();
    assertThat(settled.invitation().accountability()).isEqualTo(Accountability.none());
    assertThat(fixture.contacts.find(invitation).state()).isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.contacts.find(ANNA, Invitation.SETTLED).contact()).isNull();
    assertThat(fixture.skip(closed("INC-1")).reason()).isEqualTo(SkipReason.ALREADY_ASKED);
  }

  private Contact contact() {
    Contact contact = fixture.contacts.find(invitation).contact();
    assertThat(contact).isNotNull();
    return contact;
  }
}
