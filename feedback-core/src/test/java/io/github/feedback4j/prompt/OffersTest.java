package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Display;
import io.github.feedback4j.survey.MissingLocale;
import io.github.feedback4j.survey.Pacing;
import io.github.feedback4j.survey.Quota;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyStatus;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.survey.Trigger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffersTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed").withOnDemand(true);

  private static final Touchpoint WISH = Touchpoint.onDemand("anna");

  private static final ContactRules STRICT = ContactRules.none()
      .any(Since.INVITED, Duration.ofDays(30))
      .any(Since.SHOWN, Duration.ofDays(30))
      .any(Since.ANSWERED, Duration.ofDays(30))
      .any(Since.DISMISSED, Duration.ofDays(30))
      .atMost(1, Duration.ofDays(90));

  @Test
  void opensToSomebodyWhomNoRuleWouldLetUsAsk() {
    EngineFixture fixture = new EngineFixture(
        STRICT,
        CSAT.withSampling(Sampling.people(0))
            .withDisplay(Display.once())
            .withQuota(Quota.total(1)));
    fixture.contacts.optOut(EngineFixture.ANNA);

    Invitation invitation = invitation(offer(fixture));

    assertThat(invitation.isOnDemand()).isTrue();
    assertThat(invitation.inclusionProbability()).isEqualTo(1);
    assertThat(invitation.expiresAt()).isEqualTo(EngineFixture.START.plus(Duration.ofDays(14)));
  }

  @Test
  void isNeitherAClockNorACountForAnyRule() {
    EngineFixture fixture = new EngineFixture(
        STRICT,
        CSAT.withDisplay(Display.once()).withQuota(Quota.total(1)).withPacing(Pacing.perDay(1)));
    Invitation opened = invitation(fixture.engine.offer(
        "csat", WISH.subject("INC-1").accountable(a -> a.team("Network")), EngineFixture.ANNA));
    fixture.contacts.shown(opened);
    fixture.answer(opened);
    Invitation closed = invitation(offer(fixture));
    fixture.contacts.shown(closed);
    fixture.contacts.dismiss(closed, Dismissal.CLOSED);
    fixture.advance(Duration.ofHours(14));

    assertThat(fixture.ask(EngineFixture.closed("INC-1")))
        .isInstanceOfSatisfying(Decision.Ask.class, ask -> {
          assertThat(ask.again()).isFalse();
          assertThat(ask.invitation().isOnDemand()).isFalse();
        });
  }

  @Test
  void untilAnsweredDoesNotCountWhatWasNotAsked() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none(), CSAT.withDisplay(Display.untilAnswered(1)));
    Invitation opened = invitation(offer(fixture));
    fixture.contacts.shown(opened);
    fixture.answer(opened);

    assertThat(fixture.ask(EngineFixture.closed("INC-1"))).isInstanceOf(Decision.Ask.class);
    assertThat(fixture.ledger.load(EngineFixture.ANNA).history().encounters("csat"))
        .isEqualTo(new Encounters(1, 0, false));
  }

  @Test
  void beingIgnoredThreeTimesIsNoDismissal() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    Invitation opened = invitation(offer(fixture));
    for (int i = 0; i < 4; i++) {
      assertThat(fixture.contacts.shown(opened)).isEqualTo(Recorded.DONE);
      fixture.advance(Duration.ofHours(1));
    }

    assertThat(offer(fixture)).isEqualTo(new Decision.Ask(opened, true));
  }

  @Test
  void whatIsOpenAboutTheSameSubjectIsPresentedAgain() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    Invitation first = invitation(offer(fixture));
    Invitation asked = fixture.invite(EngineFixture.closed("INC-1"));

    assertThat(offer(fixture)).isEqualTo(new Decision.Ask(first, true));
    assertThat(invitation(fixture.engine.offer("csat", WISH.subject("INC-1"), EngineFixture.ANNA)))
        .isNotIn(first, asked);
    fixture.answer(first);
    assertThat(invitation(offer(fixture))).isNotEqualTo(first);
  }

  @Test
  void reopeningATicketDoesNotVoidWhatItsRequesterWantsToSay() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    Invitation opened =
        invitation(fixture.engine.offer("csat", WISH.subject("INC-1"), EngineFixture.ANNA));

    assertThat(fixture.contacts.cancel(EngineFixture.ANNA, "INC-1"))
        .isEqualTo(Recorded.NOT_APPLICABLE);
    assertThat(fixture.engine.offer("csat", WISH.subject("INC-1"), EngineFixture.ANNA))
        .isEqualTo(new Decision.Ask(opened, true));
  }

  static Stream<Arguments> notOpened() {
    return Stream.of(
        Arguments.argumentSet("draft", CSAT.withStatus(SurveyStatus.DRAFT), SkipReason.NOT_ACTIVE),
        Arguments.argumentSet(
            "before its window",
            CSAT.withWindow(EngineFixture.START.plusNanos(1), null),
            SkipReason.NOT_STARTED),
        Arguments.argumentSet(
            "after its window", CSAT.withWindow(null, EngineFixture.START), SkipReason.ENDED),
        Arguments.argumentSet("not offered", CSAT.withOnDemand(false), SkipReason.NO_TRIGGER),
        Arguments.argumentSet(
            "not translated",
            CSAT.withMissingLocale(MissingLocale.SKIP),
            SkipReason.NO_TRANSLATION));
  }

  @ParameterizedTest
  @MethodSource("notOpened")
  void isNotOpened(Survey survey, SkipReason reason) {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), survey);

    Decision decision =
        fixture.engine.offer("csat", WISH.locale(Locale.GERMAN), EngineFixture.ANNA);

    assertThat(reason(decision)).isEqualTo(reason);
    assertThat(fixture.ledger.load(EngineFixture.ANNA)).isEqualTo(ContactLedger.Versioned.ABSENT);
  }

  @Test
  void isNotOpenedWhilePausedUnknownOrWithoutALedger() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);

    assertThat(reason(fixture.engine.offer("nps", WISH, EngineFixture.ANNA)))
        .isEqualTo(SkipReason.NO_TRIGGER);
    fixture.ledger.setPaused("csat", true);
    assertThat(reason(offer(fixture))).isEqualTo(SkipReason.NOT_ACTIVE);
    fixture.ledger.broken(true);
    assertThat(reason(offer(fixture))).isEqualTo(SkipReason.STORE_UNAVAILABLE);
  }

  @Test
  void clickingForEverFillsNoHistoryUp() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    Set<Invitation> opened = new HashSet<>();
    for (int i = 0; i < 2 * Offers.MAX_OPENED; i++) {
      Invitation invitation = invitation(offer(fixture));
      opened.add(invitation);
      fixture.answer(invitation);
    }
    assertThat(opened).hasSize(2 * Offers.MAX_OPENED);
    assertThat(contacts(fixture)).hasSize(Offers.MAX_OPENED);

    for (int i = 0; i < Offers.MAX_OPENED; i++) {
      invitation(fixture.engine.offer("csat", WISH.subject("S-" + i), EngineFixture.ANNA));
    }
    assertThat(reason(offer(fixture))).isEqualTo(SkipReason.STORE_FULL);
    assertThat(fixture.ask(EngineFixture.closed("INC-1"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void isForgottenOnceNoAnswerCanComeAnyMore() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);
    invitation(offer(fixture));
    // It expires after 14 days, answers are kept for 30 more, and changed for 12 hours.
    fixture.advance(Duration.ofDays(44).plusHours(12).plusNanos(1));

    fixture.invite(EngineFixture.closed("INC-1"));

    assertThat(contacts(fixture))
        .singleElement()
        .satisfies(each -> assertThat(each.invitation().isOnDemand()).isFalse());
  }

  @Test
  void theLoserOfARaceGetsTheWinnersInvitation() {
    FragileLedger ledger = new FragileLedger();
    EngineFixture here = new EngineFixture(ledger, 1, ContactRules.none(), CSAT);
    EngineFixture there = new EngineFixture(ledger, 2, ContactRules.none(), CSAT);
    Invitation[] winner = new Invitation[1];
    ledger.betweenLoadAndCommit(() -> {
      ledger.betweenLoadAndCommit(() -> {});
      winner[0] = invitation(offer(there));
    });

    assertThat(offer(here)).isEqualTo(new Decision.Ask(winner[0], true));
  }

  @Test
  void aTouchpointWithTheReservedEventFindsNoSurveyThatWaitsForIt() {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), CSAT);

    assertThat(reason(fixture.ask(WISH))).isEqualTo(SkipReason.NO_TRIGGER);
    assertThatThrownBy(() -> Trigger.on(Invitation.ON_DEMAND))
        .hasMessageStartingWith("event must not begin with 'feedback4j.', which is ours");
  }

  private static Decision offer(EngineFixture fixture) {
    return fixture.engine.offer("csat", WISH, EngineFixture.ANNA);
  }

  private static List<Contact> contacts(EngineFixture fixture) {
    return fixture.ledger.load(EngineFixture.ANNA).history().contacts();
  }

  private static SkipReason reason(Decision decision) {
    return ((Decision.Skip) decision).reason();
  }

  private static Invitation invitation(Decision decision) {
    return ((Decision.Ask) decision).invitation();
  }
}
