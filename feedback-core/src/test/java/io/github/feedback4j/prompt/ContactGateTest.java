package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.ANNA;
import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.ContactRules.Boundary;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How long people are left alone: the matrix of scope × event, boundaries, and moved clocks. */
class ContactGateTest {

  private static final Duration GAP = Duration.ofDays(30);
  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final Survey NPS = Surveys.nps("nps").on("project.finished");
  private static final Touchpoint PROJECT =
      Touchpoint.of("project.finished", "anna").subject("P-1");

  /** What happens to the first invitation. */
  enum Happening {
    INVITED,
    SHOWN,
    ANSWERED,
    DISMISSED;

    void to(EngineFixture fixture, Invitation invitation) {
      switch (this) {
        case INVITED -> assertThat(invitation).isNotNull();
        case SHOWN -> fixture.contacts.shown(invitation);
        case ANSWERED -> fixture.answer(invitation);
        case DISMISSED -> fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
      }
    }
  }

  static Stream<Arguments> matrix() {
    return Stream.of(
        cell(Since.INVITED, Happening.INVITED, true),
        cell(Since.INVITED, Happening.ANSWERED, true),
        cell(Since.SHOWN, Happening.INVITED, false),
        cell(Since.SHOWN, Happening.SHOWN, true),
        cell(Since.ANSWERED, Happening.SHOWN, false),
        cell(Since.ANSWERED, Happening.DISMISSED, false),
        cell(Since.ANSWERED, Happening.ANSWERED, true),
        cell(Since.DISMISSED, Happening.ANSWERED, false),
        cell(Since.DISMISSED, Happening.DISMISSED, true));
  }

  private static Arguments cell(Since since, Happening happening, boolean binds) {
    return argumentSet(
        "since %s, when the person was %s: %s"
            .formatted(since, happening, binds ? "binds" : "free"),
        since,
        happening,
        binds);
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aClockOfAnySurveyBindsEverySurvey(Since since, Happening happening, boolean binds) {
    EngineFixture fixture = new EngineFixture(ContactRules.none().any(since, GAP), CSAT, NPS);
    happening.to(fixture, fixture.invite(closed("INC-1")));

    assertThat(fixture.ask(closed("INC-2")) instanceof Decision.Skip).isEqualTo(binds);
    assertThat(fixture.ask(PROJECT) instanceof Decision.Skip).isEqualTo(binds);
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aClockOfThisSurveyBindsNoOther(Since since, Happening happening, boolean binds) {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none().sameSurvey(since, GAP), CSAT, NPS);
    happening.to(fixture, fixture.invite(closed("INC-1")));

    assertThat(fixture.ask(closed("INC-2")) instanceof Decision.Skip).isEqualTo(binds);
    assertThat(fixture.ask(PROJECT)).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void exactlyAfterTheGapThePersonIsEligibleAgain() {
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), CSAT);
    fixture.invite(closed("INC-1"));

    fixture.advance(GAP.minusNanos(1));
    Decision.Skip skip = fixture.skip(closed("INC-2"));
    assertThat(skip.reason()).isEqualTo(SkipReason.COOLING_DOWN);
    assertThat(skip.eligibleAt()).isEqualTo(START.plus(GAP));
    assertThat(skip.rule()).isEqualTo("policy: {any: {invited: 30d}}");

    fixture.advance(Duration.ofNanos(1));
    assertThat(fixture.ask(closed("INC-2"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void withAnExclusiveBoundaryExactlyAfterTheGapIsTooEarly() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.atMostOncePer(GAP).withBoundary(Boundary.EXCLUSIVE), CSAT);
    fixture.invite(closed("INC-1"));

    fixture.advance(GAP);
    Decision.Skip skip = fixture.skip(closed("INC-2"));
    assertThat(skip.eligibleAt()).isEqualTo(START.plus(GAP).plusNanos(1));

    fixture.advance(Duration.ofNanos(1));
    assertThat(fixture.ask(closed("INC-2"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void theStrictestOfPolicyAndSurveyWins() {
    Survey strict =
        CSAT.withContactRules(ContactRules.none().sameSurvey(Since.INVITED, Duration.ofDays(90)));
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), strict);
    fixture.invite(closed("INC-1"));

    Decision.Skip skip = fixture.skip(closed("INC-2"));

    assertThat(skip.rule()).isEqualTo("contact: {this: {invited: 90d}}");
    assertThat(skip.eligibleAt()).isEqualTo(START.plus(Duration.ofDays(90)));
  }

  @Test
  void aSurveyCannotLoosenThePolicy() {
    Survey loose =
        CSAT.withContactRules(ContactRules.none().any(Since.INVITED, Duration.ofDays(1)));
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), loose);
    fixture.invite(closed("INC-1"));

    assertThat(fixture.skip(closed("INC-2")).eligibleAt()).isEqualTo(START.plus(GAP));
  }

  @Test
  void theLatestContactCounts() {
    EngineFixture fixture = new EngineFixture(ContactRules.none().any(Since.ANSWERED, GAP), CSAT);
    Invitation first = fixture.invite(closed("INC-1"));
    Invitation second = fixture.invite(closed("INC-2"));
    fixture.answer(second);
    fixture.advance(Duration.ofDays(3));
    fixture.answer(first);

    assertThat(fixture.skip(closed("INC-3")).eligibleAt())
        .isEqualTo(START.plus(Duration.ofDays(33)));
  }

  @Test
  void aChangedAnswerDoesNotStartTheClockAgain() {
    EngineFixture fixture = new EngineFixture(ContactRules.none().any(Since.ANSWERED, GAP), CSAT);
    Invitation invitation = fixture.invite(closed("INC-1"));
    fixture.answer(invitation);
    fixture.advance(Duration.ofHours(5));
    fixture.answer(invitation);

    assertThat(fixture.skip(closed("INC-2")).eligibleAt()).isEqualTo(START.plus(GAP));
  }

  @Test
  void aContactInTheFutureCountsAsJustNow() {
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), CSAT);
    fixture.advance(Duration.ofDays(400));
    fixture.invite(closed("INC-1"));
    fixture.advance(Duration.ofDays(-400));

    Instant eligibleAt = fixture.skip(closed("INC-2")).eligibleAt();

    assertThat(eligibleAt).isEqualTo(START.plus(GAP));
  }

  @Test
  void aClockThatWasMovedBackAnHourAsksNobodyTwice() {
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), CSAT);
    Invitation first = fixture.invite(closed("INC-1"));
    fixture.advance(Duration.ofHours(-1));

    assertThat(fixture.ask(closed("INC-1"))).isEqualTo(new Decision.Ask(first, true));
    assertThat(fixture.skip(closed("INC-2")).reason()).isEqualTo(SkipReason.COOLING_DOWN);
  }

  @Test
  void somebodyElseIsNotBound() {
    EngineFixture fixture = new EngineFixture(ContactRules.atMostOncePer(GAP), CSAT);
    fixture.invite(closed("INC-1"));

    assertThat(fixture.ask(Touchpoint.of("ticket.closed", "ben").subject("INC-2")))
        .isInstanceOf(Decision.Ask.class);
  }

  @Test
  void theClockOfAnAnonymousAnswerIsToldAsItWillRun() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none().any(Since.ANSWERED, GAP), CSAT, NPS);
    Invitation invitation = fixture.invite(closed("INC-1"));
    UUID response = new UUID(1, 2);
    fixture.contacts.claim(invitation, response);
    fixture.contacts.answeredAnonymously(invitation, response);

    Instant eligibleAt = invitation.expiresAt().plus(GAP);
    assertThat(fixture.engine.nextEligibleAt(ANNA, "csat")).isEqualTo(eligibleAt);
    fixture.advance(Duration.ofDays(20));
    assertThat(fixture.skip(closed("INC-2")).eligibleAt()).isEqualTo(eligibleAt);
    fixture.advance(Duration.between(fixture.now(), eligibleAt));
    fixture.invite(closed("INC-2"));
  }
}
