package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static io.github.feedback4j.prompt.SkipReason.ENDED;
import static io.github.feedback4j.prompt.SkipReason.NOT_ACTIVE;
import static io.github.feedback4j.prompt.SkipReason.NOT_IN_AUDIENCE;
import static io.github.feedback4j.prompt.SkipReason.NOT_SAMPLED;
import static io.github.feedback4j.prompt.SkipReason.NOT_STARTED;
import static io.github.feedback4j.prompt.SkipReason.NO_TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyStatus;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.survey.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gates 1 to 6: what is decided without a look at the person's history. */
class GatesTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final Touchpoint TICKET = closed("INC-1");
  private static final Instant LATER = START.plus(Duration.ofDays(1));
  private static final Instant EARLIER = START.minus(Duration.ofDays(1));

  static Stream<Arguments> stops() {
    Condition vip = Condition.eq("vip", true);
    Survey vips = Surveys.csat("csat").on(Trigger.on("ticket.closed").when(vip));
    return Stream.of(
        row(
            "a draft",
            CSAT.withStatus(SurveyStatus.DRAFT),
            TICKET,
            NOT_ACTIVE,
            "status: draft",
            null),
        row(
            "a paused survey",
            CSAT.withStatus(SurveyStatus.PAUSED),
            TICKET,
            NOT_ACTIVE,
            "status: paused",
            null),
        row(
            "a closed survey",
            CSAT.withStatus(SurveyStatus.CLOSED),
            TICKET,
            NOT_ACTIVE,
            "status: closed",
            null),
        row(
            "before the window",
            CSAT.withWindow(LATER, null),
            TICKET,
            NOT_STARTED,
            "from: " + LATER,
            LATER),
        row(
            "a nanosecond before the window",
            CSAT.withWindow(START.plusNanos(1), null),
            TICKET,
            NOT_STARTED,
            "from: " + START.plusNanos(1),
            START.plusNanos(1)),
        row(
            "after the window",
            CSAT.withWindow(null, EARLIER),
            TICKET,
            ENDED,
            "until: " + EARLIER,
            null),
        row(
            "exactly at the end of the window",
            CSAT.withWindow(null, START),
            TICKET,
            ENDED,
            "until: " + START,
            null),
        row(
            "trigger condition false",
            vips,
            TICKET.attribute("vip", false),
            NO_TRIGGER,
            "on: {event: ticket.closed, when: {attribute: vip, eq: true}}",
            null),
        row(
            "trigger attribute missing",
            vips,
            TICKET,
            NO_TRIGGER,
            "on: {event: ticket.closed, when: {attribute: vip, eq: true}}, but the touchpoint has no attribute 'vip'",
            null),
        row(
            "audience false",
            CSAT.withAudience(vip),
            TICKET.attribute("vip", false),
            NOT_IN_AUDIENCE,
            "audience: {attribute: vip, eq: true}",
            null),
        row(
            "audience attribute missing",
            CSAT.withAudience(vip),
            TICKET,
            NOT_IN_AUDIENCE,
            "audience: {attribute: vip, eq: true}, but the touchpoint has no attribute 'vip'",
            null),
        row(
            "audience attribute of another type",
            CSAT.withAudience(vip),
            TICKET.attribute("vip", "true"),
            NOT_IN_AUDIENCE,
            "audience: {attribute: vip, eq: true}, but attribute 'vip' is a text, not true or false",
            null),
        row(
            "unknown under not",
            CSAT.withAudience(Condition.not(vip)),
            TICKET,
            NOT_IN_AUDIENCE,
            "audience: {not: {attribute: vip, eq: true}}, but the touchpoint has no attribute 'vip'",
            null),
        row(
            "nobody is sampled at 0",
            CSAT.withSampling(Sampling.people(0)),
            TICKET,
            NOT_SAMPLED,
            "sampling: {people: 0.0}",
            null),
        row(
            "no touchpoint is sampled at 0",
            CSAT.withSampling(Sampling.touchpoints(0)),
            TICKET,
            NOT_SAMPLED,
            "sampling: {touchpoints: 0.0}",
            null));
  }

  private static Arguments row(
      String name,
      Survey survey,
      Touchpoint touchpoint,
      SkipReason reason,
      String rule,
      @Nullable Instant eligibleAt) {
    return argumentSet(name, survey, touchpoint, reason, rule, eligibleAt);
  }

  @ParameterizedTest
  @MethodSource("stops")
  void stops(
      Survey survey,
      Touchpoint touchpoint,
      SkipReason reason,
      String rule,
      @Nullable Instant eligibleAt) {
    EngineFixture fixture = new EngineFixture(ContactRules.none(), survey);

    assertThat(fixture.skip(touchpoint))
        .isEqualTo(new Decision.Skip(reason, "csat", rule, eligibleAt));
    assertThat(fixture.ledger.loads()).as("look-ups").isZero();
    assertThat(fixture.events).isEmpty();
  }

  static Stream<Arguments> passes() {
    Condition vip = Condition.eq("vip", true);
    return Stream.of(
        argumentSet("an active survey", CSAT, TICKET),
        argumentSet("exactly at the start of the window", CSAT.withWindow(START, null), TICKET),
        argumentSet(
            "a nanosecond before the end", CSAT.withWindow(null, START.plusNanos(1)), TICKET),
        argumentSet("one of two triggers", CSAT.on("project.finished"), TICKET),
        argumentSet(
            "an unconditional trigger beside a conditional one",
            Surveys.csat("csat").on(Trigger.on("ticket.closed").when(vip)).on("ticket.closed"),
            TICKET),
        argumentSet("audience true", CSAT.withAudience(vip), TICKET.attribute("vip", true)),
        argumentSet(
            "audience absent by name",
            CSAT.withAudience(Condition.not(Condition.present("contractor"))),
            TICKET),
        argumentSet("everybody is sampled at 1", CSAT.withSampling(Sampling.people(1)), TICKET),
        argumentSet("no subject", CSAT, Touchpoint.of("ticket.closed", "anna")));
  }

  @ParameterizedTest
  @MethodSource("passes")
  void passes(Survey survey, Touchpoint touchpoint) {
    assertThat(new EngineFixture(ContactRules.none(), survey).ask(touchpoint))
        .isInstanceOf(Decision.Ask.class);
  }

  @Test
  void samplesTheSamePeopleEveryTimeAndAboutTheRate() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none(), CSAT.withSampling(Sampling.people(0.25)));
    int asked = 0;
    for (int person = 0; person < 1_000; person++) {
      boolean first = asks(fixture, "p" + person, "INC-" + person);
      boolean second = asks(fixture, "p" + person, "INC-other-" + person);
      assertThat(second).isEqualTo(first);
      asked += first ? 1 : 0;
    }

    assertThat(asked).isBetween(200, 300);
  }

  @Test
  void samplesTouchpointsOfOnePersonIndependentlyAndEachTheSameWayAgain() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none(), CSAT.withSampling(Sampling.touchpoints(0.25)));
    int asked = 0;
    for (int ticket = 0; ticket < 1_000; ticket++) {
      boolean first = asks(fixture, "anna", "INC-" + ticket);
      assertThat(asks(fixture, "anna", "INC-" + ticket)).isEqualTo(first);
      asked += first ? 1 : 0;
    }

    assertThat(asked).isBetween(200, 300);
  }

  @Test
  void aNewResolutionIsDrawnAnew() {
    EngineFixture fixture =
        new EngineFixture(ContactRules.none(), CSAT.withSampling(Sampling.touchpoints(0.5)));
    long different = Stream.iterate(1, i -> i + 1)
        .limit(100)
        .filter(i -> fixture.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-" + i, 1))
                instanceof Decision.Ask
            != fixture.ask(Touchpoint.of("ticket.closed", "anna").subject("INC-" + i, 2))
                instanceof Decision.Ask)
        .count();

    assertThat(different).isBetween(30L, 70L);
  }

  @Test
  void aRenamedSurveyKeepsItsPeopleWithTheOldKeyAsSalt() {
    EngineFixture old =
        new EngineFixture(ContactRules.none(), CSAT.withSampling(Sampling.people(0.3)));
    EngineFixture renamed = new EngineFixture(
        ContactRules.none(),
        Surveys.csat("csat-2027")
            .on("ticket.closed")
            .withSampling(Sampling.people(0.3).withSalt("csat")));

    for (int person = 0; person < 500; person++) {
      assertThat(asks(renamed, "p" + person, "INC-1")).isEqualTo(asks(old, "p" + person, "INC-1"));
    }
  }

  private static boolean asks(EngineFixture fixture, String person, String ticket) {
    return fixture.ask(Touchpoint.of("ticket.closed", person).subject(ticket))
        instanceof Decision.Ask;
  }
}
