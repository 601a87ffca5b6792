package io.github.feedback4j.prompt;

import static io.github.feedback4j.prompt.EngineFixture.START;
import static io.github.feedback4j.prompt.EngineFixture.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Sampling.Segment;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Turns, segments and layers, through the engine. */
class SamplingGatesTest {

  private static final Survey CSAT = Surveys.csat("csat").on("ticket.closed");
  private static final Condition VIP = Condition.eq("vip", true);
  private static final Condition SLOW = Condition.gt("days", 5);

  @Nested
  class Rotating {

    private final Sampling quarters = Sampling.rotating(4, CalendarPeriod.quarter());

    @Test
    void everybodyHasOneTurnInACycleAndEveryTurnAboutTheSameNumberOfPeople() {
      EngineFixture fixture = fixture(quarters);
      int[] turns = new int[4];
      int[] asked = new int[1_000];
      for (int quarter = 0; quarter < 4; quarter++) {
        for (int person = 0; person < asked.length; person++) {
          if (fixture.ask(of("p" + person, "T-" + quarter)) instanceof Decision.Ask) {
            turns[quarter]++;
            asked[person]++;
          }
        }
        fixture.advance(Duration.ofDays(91));
      }

      assertThat(asked).containsOnly(1);
      assertThat(Arrays.stream(turns).boxed())
          .allSatisfy(each -> assertThat(each).isBetween(200, 300));
    }

    @Test
    void aSkipOutOfTurnSaysWhenTheNextTurnBegins() {
      EngineFixture fixture = fixture(quarters);
      // START is in the quarter of number 224, which is the turn of panel 0; Anna is in another
      // one.
      int panel = SamplingPosition.panel("csat", "anna", 4);
      Instant begins = Instant.parse(
          Stream.of("", "2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z")
              .toList()
              .get(panel));

      assertThat(fixture.skip(closed("INC-1")))
          .isEqualTo(new Decision.Skip(
              SkipReason.NOT_SAMPLED,
              "csat",
              "sampling: {rotating: {panels: 4, period: quarter, zone: UTC, rate: 1.0}}",
              begins));
      fixture.advance(Duration.between(START, begins).minusNanos(1));
      fixture.skip(closed("INC-1"));
      fixture.advance(Duration.ofNanos(1));
      fixture.invite(closed("INC-1"));
    }

    @Test
    void inTheirTurnPeopleAreIncludedForSure() {
      EngineFixture fixture = fixture(Sampling.rotating(1, CalendarPeriod.quarter()));

      assertThat(fixture.invite(closed("INC-1")).inclusionProbability()).isEqualTo(1);
    }

    @Test
    void withARateTheOthersNeverHaveATurnAndAreNotToldOne() {
      EngineFixture fixture =
          fixture(Sampling.rotating(2, CalendarPeriod.month()).withRate(0.5));
      int asked = 0;
      int never = 0;
      for (int person = 0; person < 1_000; person++) {
        Touchpoint touchpoint = of("p" + person, "T-1");
        Decision decision = fixture.ask(touchpoint);
        if (decision instanceof Decision.Ask ask) {
          assertThat(ask.invitation().inclusionProbability()).isEqualTo(0.5);
          asked++;
        } else if (fixture.skip(touchpoint).eligibleAt() == null) {
          never++;
        }
      }

      assertThat(asked).isBetween(200, 300);
      assertThat(never).isBetween(450, 550);
    }

    @Test
    void aTurnBeginsAtMidnightOfItsZoneOnTheDaysWhenClocksChangeToo() {
      ZoneId paris = ZoneId.of("Europe/Paris");
      Sampling days = Sampling.rotating(3, CalendarPeriod.day()).withZone(paris);
      Numbering numbering = new Numbering(List.of());
      SamplingGate gate = SamplingGate.of(CSAT.withSampling(days), null, numbering);
      for (String midnight : new String[] {"2026-03-28T23:00:00Z", "2026-10-24T22:00:00Z"}) {
        // From the day before a change until the day after it, in steps of half an hour.
        int changes = 0;
        Decision.@Nullable Skip before = null;
        Instant begin = Instant.parse(midnight).minus(Duration.ofDays(1));
        for (int step = 0; step < 3 * 48; step++) {
          Instant now = begin.plus(Duration.ofMinutes(30L * step));
          Decision.Skip skip = gate.judge(
              Moment.of(numbering, closed("INC-1"), EngineFixture.ANNA, ContactHistory.EMPTY, now));
          boolean turn = skip == null;
          if (step > 0 && turn != (before == null)) {
            assertThat(now.atZone(paris).toLocalTime()).isEqualTo("00:00");
            changes++;
          }
          before = skip;
        }
        assertThat(changes).isBetween(1, 2);
      }
    }
  }

  @Nested
  class Segments {

    private final Sampling sampling =
        Sampling.segments(0.2, new Segment(VIP, 1), new Segment(SLOW, 0.6), new Segment(VIP, 0));

    static Stream<Arguments> segments() {
      Touchpoint plain = closed("INC-1");
      return Stream.of(
          argumentSet("the first", plain.attribute("vip", true), 1.0, ""),
          argumentSet(
              "the first of two that match",
              plain.attribute("vip", true).attribute("days", 9),
              1.0,
              ""),
          argumentSet(
              "the second",
              plain.attribute("vip", false).attribute("days", 9),
              0.6,
              "sampling: {when: {attribute: days, gt: 5}, rate: 0.6}"),
          argumentSet(
              "unknown is no match",
              plain.attribute("days", 9),
              0.6,
              "sampling: {when: {attribute: days, gt: 5}, rate: 0.6}"),
          argumentSet(
              "another type is no match",
              plain.attribute("vip", "true").attribute("days", "9"),
              0.2,
              "sampling: {otherwise: 0.2}"),
          argumentSet("otherwise", plain, 0.2, "sampling: {otherwise: 0.2}"));
    }

    @ParameterizedTest
    @MethodSource("segments")
    void theFirstSegmentThatMatchesDecides(Touchpoint touchpoint, double rate, String rule) {
      EngineFixture fixture = fixture(sampling);
      int asked = 0;
      for (int person = 0; person < 1_000; person++) {
        Touchpoint of = of("p" + person, "T-1").with(touchpoint.attributes());
        if (fixture.ask(of) instanceof Decision.Ask ask) {
          assertThat(ask.invitation().inclusionProbability()).isEqualTo(rate);
          asked++;
        } else {
          assertThat(fixture.skip(of).rule()).isEqualTo(rule);
        }
      }

      assertThat(asked / 1_000.0).isCloseTo(rate, within(0.05));
    }

    @Test
    void whoIsInAtALowRateIsInAtAHigherOne() {
      EngineFixture fixture = fixture(sampling);
      for (int person = 0; person < 500; person++) {
        boolean low = asks(fixture, of("p" + person, "T-1"));
        boolean middle = asks(fixture, of("p" + person, "T-2").attribute("days", 9));

        assertThat(!low || middle).isTrue();
      }
    }
  }

  @Nested
  class Layers {

    @Test
    void surveysOfOneLayerAskDifferentPeople() {
      EngineFixture first = fixture("a", Sampling.layer("q4", 0, 0.2));
      EngineFixture second = fixture("b", Sampling.layer("q4", 0.2, 0.3));
      int[] asked = new int[3];
      for (int person = 0; person < 2_000; person++) {
        boolean one = asks(first, of("p" + person, "T-1"));
        boolean other = asks(second, of("p" + person, "T-1"));
        asked[0] += one ? 1 : 0;
        asked[1] += other ? 1 : 0;
        asked[2] += one && other ? 1 : 0;
      }

      assertThat(asked[0]).isBetween(350, 450);
      assertThat(asked[1]).isBetween(550, 650);
      assertThat(asked[2]).isZero();
    }

    @Test
    void theShareIsTheProbability() {
      EngineFixture fixture = fixture(Sampling.layer("q4", 0.25, 0.5));
      Invitation invitation = IntStream.range(0, 100)
          .mapToObj(person -> fixture.ask(of("p" + person, "T-1")))
          .filter(Decision.Ask.class::isInstance)
          .map(each -> ((Decision.Ask) each).invitation())
          .findFirst()
          .orElseThrow();

      assertThat(invitation.inclusionProbability()).isEqualTo(0.5);
    }

    @Test
    void aSkipNamesTheSlot() {
      assertThat(fixture(Sampling.layer("q4", 0, 0)).skip(closed("INC-1")))
          .isEqualTo(new Decision.Skip(
              SkipReason.NOT_SAMPLED,
              "csat",
              "sampling: {layer: {name: q4, from: 0.0, share: 0.0}}",
              null));
    }
  }

  @Test
  void surveysThatShareASaltAskTheSamePeople() {
    EngineFixture first = fixture("a", Sampling.people(0.3).withSalt("shared"));
    EngineFixture second = fixture("b", Sampling.people(0.3).withSalt("shared"));
    EngineFixture other = fixture("b", Sampling.people(0.3));
    int different = 0;
    for (int person = 0; person < 500; person++) {
      Touchpoint touchpoint = of("p" + person, "T-1");
      assertThat(asks(second, touchpoint)).isEqualTo(asks(first, touchpoint));
      different += asks(other, touchpoint) == asks(first, touchpoint) ? 0 : 1;
    }

    assertThat(different).isGreaterThan(100);
  }

  private static EngineFixture fixture(Sampling sampling) {
    return fixture("csat", sampling);
  }

  private static EngineFixture fixture(String key, Sampling sampling) {
    return new EngineFixture(
        ContactRules.none(), Surveys.csat(key).on("ticket.closed").withSampling(sampling));
  }

  private static boolean asks(EngineFixture fixture, Touchpoint touchpoint) {
    return fixture.ask(touchpoint) instanceof Decision.Ask;
  }

  private static Touchpoint of(String person, String ticket) {
    return Touchpoint.of("ticket.closed", person).subject(ticket);
  }
}
