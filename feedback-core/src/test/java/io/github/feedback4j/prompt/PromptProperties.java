package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactLimit;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.ContactScope;
import io.github.feedback4j.survey.Display;
import io.github.feedback4j.survey.Exemption;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyStatus;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The laws of prompting. */
class PromptProperties {

  /** Something that an application or a respondent may do. */
  record Act(Kind kind, int person, int ticket, int hours, boolean vip) {
    enum Kind {
      ASK,
      REQUEST,
      SHOWN,
      ANSWER,
      CLOSE,
      LATER,
      NEVER,
      OPT_IN,
      CANCEL,
      PAUSE,
      RESUME,
      PENDING
    }

    Touchpoint touchpoint() {
      Touchpoint plain = Touchpoint.of(
              ticket % 3 == 0 ? "project.finished" : "ticket.closed", "p" + person)
          .subject("T-" + ticket);
      return vip ? plain.attribute("vip", true) : plain;
    }
  }

  @Provide
  Arbitrary<Act> acts() {
    return Combinators.combine(
            Arbitraries.of(Act.Kind.class),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 24 * 20),
            Arbitraries.of(true, false))
        .as(Act::new);
  }

  @Provide
  Arbitrary<ContactRules> rules() {
    Arbitrary<Duration> gaps = Arbitraries.integers().between(1, 60).map(Duration::ofDays);
    return Combinators.combine(
            Arbitraries.of(Since.class),
            gaps,
            Arbitraries.of(Since.class),
            gaps,
            Arbitraries.integers().between(0, 6))
        .as((any, anyGap, same, sameGap, kinds) -> switch (kinds) {
          case 0 -> ContactRules.none();
          case 1 -> ContactRules.none().any(any, anyGap);
          case 2 -> ContactRules.none().any(any, anyGap).sameSurvey(same, sameGap);
          case 3 -> ContactRules.none().atMost(2, anyGap).sameSurvey(same, sameGap);
          case 4 -> ContactRules.none().any(any, anyGap).deferUntilEligible();
          case 5 ->
            ContactRules.none()
                .group("it", any, anyGap)
                .with(new ContactLimit(ContactScope.group("it"), 1, sameGap))
                .withBoundary(ContactRules.Boundary.EXCLUSIVE);
          default ->
            ContactRules.none()
                .any(any, anyGap)
                .atMost(3, sameGap)
                .withCalendarDays(ZoneId.of("Europe/Paris"));
        });
  }

  @Provide
  Arbitrary<Survey> surveys() {
    Survey csat = Surveys.csat("csat").on("ticket.closed");
    return Arbitraries.of(
        csat,
        csat.on("project.finished").withPriority(3),
        csat.withAudience(Condition.eq("vip", true)),
        csat.withSampling(Sampling.people(0.5)),
        csat.withSampling(Sampling.touchpoints(0.5)).withPriority(-1),
        csat.withStatus(SurveyStatus.PAUSED),
        csat.withDisplay(Display.once()),
        csat.withDisplay(Display.untilAnswered(2)).withGroups("it"),
        csat.withDisplay(Display.every(CalendarPeriod.week())),
        csat.withContactRules(ContactRules.none()
            .any(Since.INVITED, Duration.ofDays(3))
            .exempt(Exemption.of(ContactScope.ANY_SURVEY, Since.INVITED))
            .deferUntilEligible()),
        csat.withSampling(Sampling.rotating(2, CalendarPeriod.week()).withRate(0.8)),
        csat.withSampling(
            Sampling.segments(0.3, new Sampling.Segment(Condition.present("vip"), 0.6))),
        csat.withSampling(Sampling.coverage(0.3, 2, CalendarPeriod.week())),
        csat.withSampling(Sampling.layer("q4", 0.2, 0.6)));
  }

  @Property
  void askAndExplainAgree(
      @ForAll("surveys") Survey survey,
      @ForAll("rules") ContactRules policy,
      @ForAll @Size(max = 30) List<@From("acts") Act> acts) {
    EngineFixture fixture = new EngineFixture(
        policy, survey, Surveys.nps("nps").on("ticket.closed").on("project.finished"));
    for (Act act : acts) {
      RespondentKey person = new RespondentKey(act.touchpoint().respondent());
      Explanation explanation = fixture.engine.explain(act.touchpoint(), person);
      Decision decision = perform(act, fixture);
      if (decision == null) {
        continue;
      }
      String expected = explanation.skip() == null
          ? "ask " + explanation.asks()
          : explanation.skip().toString();
      String actual =
          decision.fold(ask -> "ask " + ask.invitation().survey(), Decision.Skip::toString);
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Property
  void twoEnginesOnOneLedgerNeverMakeTwoReservations(
      @ForAll("rules") ContactRules policy,
      @ForAll @Size(max = 20) List<@From("acts") Act> acts,
      @ForAll @Size(20) List<Boolean> interferes) {
    Survey survey = Surveys.csat("csat").on("ticket.closed").on("project.finished");
    FragileLedger ledger = new FragileLedger();
    Survey waits =
        survey.withContactRules(ContactRules.none().deferUntilEligible()).withGroups("it");
    EngineFixture one = new EngineFixture(ledger, 1, policy, waits);
    EngineFixture two = new EngineFixture(ledger, 2, policy, waits);
    int[] step = new int[1];
    Set<UUID> withdrawn = new HashSet<>();
    for (Act act : acts) {
      boolean race = interferes.get(step[0]++ % interferes.size());
      if (race) {
        ledger.betweenLoadAndCommit(() -> {
          ledger.betweenLoadAndCommit(() -> {});
          perform(act, two);
        });
      }
      perform(act, one);
      ledger.betweenLoadAndCommit(() -> {});
      ledger.load(new RespondentKey("p" + act.person())).history().contacts().stream()
          .filter(each -> each.outcome() == Outcome.CANCELLED)
          .forEach(each -> withdrawn.add(each.invitation().id()));
      one.advance(Duration.ofHours(act.hours()));
      two.advance(Duration.ofHours(act.hours()));
    }
    for (int person = 1; person <= 3; person++) {
      // Somebody may answer a withdrawn invitation all the same, and such an answer is kept.
      List<Contact> invited =
          ledger.load(new RespondentKey("p" + person)).history().contacts().stream()
              .filter(Contact::countsAsInvited)
              .filter(each -> !withdrawn.contains(each.invitation().id()) || each.shownAt() != null)
              .toList();
      assertThat(invited.stream()
              .filter(each -> !withdrawn.contains(each.invitation().id()))
              .map(each -> each.invitation().subject()))
          .doesNotHaveDuplicates();
      assertNoGapIsBroken(policy, invited);
    }
  }

  private static void assertNoGapIsBroken(ContactRules policy, List<Contact> contacts) {
    List<Instant> invited =
        contacts.stream().map(each -> each.invitation().invitedAt()).toList();
    for (ContactLimit each : policy.limits()) {
      if (policy.days() == ContactRules.Days.ELAPSED) {
        for (int i = each.times(); i < invited.size(); i++) {
          assertThat(Duration.between(invited.get(i - each.times()), invited.get(i)))
              .isGreaterThanOrEqualTo(each.within());
        }
      }
    }
    if (policy.days() == ContactRules.Days.CALENDAR) {
      return;
    }
    Duration gap = policy.gap(ContactScope.ANY_SURVEY, Since.INVITED);
    if (gap == null) {
      return;
    }
    Contact previous = null;
    for (Contact each : contacts) {
      if (previous != null) {
        assertThat(Duration.between(
                previous.invitation().invitedAt(), each.invitation().invitedAt()))
            .isGreaterThanOrEqualTo(gap);
      }
      previous = each;
    }
  }

  @Property
  void raisingARateUnselectsNobody(
      @ForAll String person,
      @ForAll @IntRange(min = 1, max = 5) int resolution,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll boolean people) {
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    Numbering numbering = new Numbering(List.of());
    Moment moment = Moment.of(
        numbering,
        Touchpoint.of("ticket.closed", "x").subject("INC-1", resolution),
        new RespondentKey("k" + person.codePoints().limit(50).sum()),
        ContactHistory.EMPTY,
        EngineFixture.START);

    boolean atLow = SamplingGate.of(sampled(low, people), null, numbering).judge(moment) == null;
    boolean atHigh = SamplingGate.of(sampled(high, people), null, numbering).judge(moment) == null;

    assertThat(!atLow || atHigh).isTrue();
  }

  private static Survey sampled(double rate, boolean people) {
    return Surveys.csat("csat")
        .withSampling(people ? Sampling.people(rate) : Sampling.touchpoints(rate));
  }

  @Property
  void aPositionIsAlwaysOnTheLine(@ForAll String salt, @ForAll String unit) {
    assertThat(SamplingPosition.of(salt, unit)).isGreaterThanOrEqualTo(0).isLessThan(1);
    assertThat(SamplingPosition.ofParts(salt, unit, unit))
        .isGreaterThanOrEqualTo(0)
        .isLessThan(1);
  }

  @Property
  void theStrictestRuleWinsWhateverTheOrder(
      @ForAll("rules") ContactRules first,
      @ForAll("rules") ContactRules second,
      @ForAll @IntRange(min = 0, max = 80) int days) {
    Survey survey = Surveys.csat("csat").on("ticket.closed");
    EngineFixture oneWay = new EngineFixture(first, survey.withContactRules(second));
    EngineFixture otherWay = new EngineFixture(second, survey.withContactRules(first));
    for (EngineFixture each : List.of(oneWay, otherWay)) {
      Invitation invitation = each.invite(EngineFixture.closed("INC-1"));
      each.contacts.shown(invitation);
      each.answer(invitation);
      each.advance(Duration.ofDays(days));
    }

    assertThat(oneWay.engine.nextEligibleAt(EngineFixture.ANNA, "csat"))
        .isEqualTo(otherWay.engine.nextEligibleAt(EngineFixture.ANNA, "csat"));
  }

  private static @Nullable Decision perform(Act act, EngineFixture fixture) {
    RespondentKey person = new RespondentKey("p" + act.person());
    List<Contact> contacts = fixture.ledger.load(person).history().contacts();
    return switch (act.kind()) {
      case ASK -> fixture.ask(act.touchpoint());
      case REQUEST -> fixture.engine.request(act.touchpoint(), person);
      case OPT_IN -> nothing(() -> fixture.contacts.optIn(person));
      case CANCEL -> nothing(() -> fixture.contacts.cancel(person, "T-" + act.ticket()));
      case PENDING -> nothing(() -> fixture.engine.pending(person));
      case PAUSE -> nothing(() -> fixture.ledger.setPaused("csat", true));
      case RESUME -> nothing(() -> fixture.ledger.setPaused("csat", false));
      default ->
        nothing(() -> {
          if (!contacts.isEmpty()) {
            respond(act.kind(), contacts.get(act.ticket() % contacts.size()).invitation(), fixture);
          }
        });
    };
  }

  private static @Nullable Decision nothing(Runnable act) {
    act.run();
    return null;
  }

  private static void respond(Act.Kind kind, Invitation invitation, EngineFixture fixture) {
    switch (kind) {
      case SHOWN -> fixture.contacts.shown(invitation);
      case ANSWER -> fixture.contacts.answered(invitation, new UUID(1, 1), 1, true);
      case CLOSE -> fixture.contacts.dismiss(invitation, Dismissal.CLOSED);
      case LATER -> fixture.contacts.dismiss(invitation, Dismissal.LATER);
      case NEVER -> fixture.contacts.dismiss(invitation, Dismissal.NEVER);
      default -> throw new IllegalArgumentException("not a response: " + kind);
    }
  }
}
