package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.prompt.FatigueReport.Asks;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.prompt.FatigueReport.Week;
import io.github.feedback4j.prompt.ResponseBehaviour.Delay;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Survey CSAT = Surveys.csat("ticket-csat").on("ticket.closed");

  /** Everybody sees a question after an hour, and does one thing only a minute later. */
  private static final ResponseBehaviour IDLE = ResponseBehaviour.defaults()
      .withSees(1)
      .withAnswers(0)
      .withDismisses(0)
      .withPutsOff(0)
      .withOptsOut(0)
      .withUntilSeen(Delay.of(Duration.ofHours(1)))
      .withUntilReaction(Delay.of(Duration.ofMinutes(1)))
      .withUntilReturn(Delay.of(Duration.ofDays(1)));

  @Test
  void nothingHappensWithoutTouchpoints() {
    FatigueReport report =
        simulator(ContactRules.none()).run(List.<TimedTouchpoint>of().iterator());

    assertThat(report.people()).isZero();
    assertThat(report.totals().asked()).isZero();
    assertThat(report.weeks()).isEmpty();
    assertThat(report.from()).isNull();
    assertThat(report.shortestGap()).isNull();
    assertThat(FatigueFigure.NEVER_ASKED.of(report)).isEmpty();
  }

  @Test
  void whoAnswersIsCountedForTheTeamThatWasAskedAbout() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE.withAnswers(1))
        .run(of(closed(0, "anna", "T-1", "Network"), closed(9, "ben", "T-2", "Desk")));

    assertThat(report.teams())
        .containsExactly(
            new Team("Desk", 1, sorted("ticket-csat", new Asks(1, 1))),
            new Team("Network", 1, sorted("ticket-csat", new Asks(1, 1))));
    assertThat(report.totals().answered()).isEqualTo(2);
    assertThat(report.weeks())
        .containsExactly(
            new Week(LocalDate.parse("2026-03-02"), 1, 1, 1),
            new Week(LocalDate.parse("2026-03-09"), 1, 1, 1));
    assertThat(report.from()).isEqualTo(START);
    assertThat(report.until()).isEqualTo(START.plus(Duration.ofDays(9)));
  }

  @Test
  void theRuleThatKeptATouchpointFromAQuestionIsCounted() {
    FatigueReport report = simulator(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .withBehaviour(IDLE.withAnswers(1))
        .run(of(
            closed(0, "anna", "T-1", "Network"),
            closed(10, "anna", "T-2", "Network"),
            closed(20, "anna", "T-3", "Network"),
            closed(30, "anna", "T-4", "Network")));

    assertThat(report.skips()).singleElement().satisfies(each -> {
      assertThat(each.reason()).isEqualTo(SkipReason.COOLING_DOWN);
      assertThat(each.survey()).isEqualTo("ticket-csat");
      assertThat(each.rule()).isEqualTo("policy: {any: {invited: 30d}}");
      assertThat(each.count()).isEqualTo(2);
    });
    assertThat(report.shortestGap()).isEqualTo(Duration.ofDays(30));
    assertThat(report.peopleByAsks()).containsExactly(Map.entry(2, 1L));
  }

  @Test
  void whoClosesTheQuestionHasDismissedItAndIsNotAskedAboutTheSubjectAgain() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE.withDismisses(1))
        .run(of(closed(0, "anna", "T-1", "Network"), closed(3, "anna", "T-1", "Network")));

    assertThat(report.totals().ended(Outcome.DISMISSED)).isEqualTo(1);
    assertThat(report.skipsByReason()).containsExactly(Map.entry(SkipReason.ALREADY_ASKED, 1L));
  }

  @Test
  void aQuestionThatIsLeftAloneThreeTimesIsDismissed() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE)
        .run(of(closed(0, "anna", "T-1", "Desk")));

    assertThat(report.totals().shown()).isEqualTo(1);
    assertThat(report.totals().ended(Outcome.DISMISSED)).isEqualTo(1);
    assertThat(report.totals().ended(Outcome.EXPIRED)).isZero();
  }

  @Test
  void aQuestionThatNobodySeesExpires() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE.withSees(0))
        .run(of(closed(0, "anna", "T-1", "Desk")));

    assertThat(report.totals().shown()).isZero();
    assertThat(report.totals().ended(Outcome.EXPIRED)).isEqualTo(1);
  }

  @Test
  void notNowComesBackAsOftenAsTheRulesAllowAndIsDismissedThen() {
    ContactRules twice = ContactRules.none().withSnooze(Duration.ofDays(2), 2);

    FatigueReport report = Simulator.of(
            SurveyCatalog.of(List.of(CSAT.withContactRules(twice))), Policy.of(twice))
        .withBehaviour(IDLE.withPutsOff(1))
        .run(of(closed(0, "anna", "T-1", "Desk")));

    assertThat(report.totals().putOff()).isEqualTo(2);
    assertThat(report.totals().ended(Outcome.DISMISSED)).isEqualTo(1);
  }

  @Test
  void whoOptsOutIsNotAskedAgainAndWhatWasOpenExpires() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(invitation -> invitation.accountability().get("team").equals("Desk")
            ? IDLE.withOptsOut(1)
            : IDLE.withAnswers(1).withUntilSeen(Delay.of(Duration.ofDays(3))))
        .run(of(
            closed(0, "anna", "T-1", "Network"),
            closed(1, "anna", "T-2", "Desk"),
            closed(9, "anna", "T-3", "Network")));

    assertThat(report.totals().ended(Outcome.OPTED_OUT)).isEqualTo(1);
    assertThat(report.totals().ended(Outcome.EXPIRED)).isEqualTo(1);
    assertThat(report.totals().answered()).isZero();
    assertThat(report.skipsByReason()).containsExactly(Map.entry(SkipReason.OPTED_OUT, 1L));
  }

  @Test
  void aTouchpointOfAnOpenInvitationIsPresentedAgainAndNotCountedTwice() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE.withAnswers(1).withUntilSeen(Delay.of(Duration.ofDays(3))))
        .run(of(closed(0, "anna", "T-1", "Desk"), closed(1, "anna", "T-1", "Desk")));

    assertThat(report.totals().asked()).isEqualTo(1);
    assertThat(report.totals().presentedAgain()).isEqualTo(1);
    assertThat(report.totals().skipped()).isZero();
  }

  @Test
  void anEventThatCancelsVoidsWhatNobodyHasSeenAndGivesTheClockBack() {
    FatigueReport report = simulator(ContactRules.atMostOncePer(Duration.ofDays(30)))
        .withCancelling(Set.of("ticket.reopened"))
        .withBehaviour(IDLE.withAnswers(1).withUntilSeen(Delay.of(Duration.ofDays(2))))
        .run(of(
            closed(0, "anna", "T-1", "Desk"),
            at(1, Touchpoint.of("ticket.reopened", "anna").subject("T-1")),
            at(5, Touchpoint.of("ticket.closed", "anna").subject("T-1", 2))));

    assertThat(report.totals().cancelling()).isEqualTo(1);
    assertThat(report.totals().touchpoints()).isEqualTo(2);
    assertThat(report.totals().ended(Outcome.CANCELLED)).isEqualTo(1);
    assertThat(report.totals().answered()).isEqualTo(1);
  }

  @Test
  void anAskThatWasPutOffIsPresentedAtTheNextVisit() {
    Survey defers = CSAT.withContactRules(
        ContactRules.none().any(Since.INVITED, Duration.ofDays(7)).deferUntilEligible());

    FatigueReport report = Simulator.of(SurveyCatalog.of(List.of(defers)), Policy.none())
        .withBehaviour(IDLE.withAnswers(1))
        .run(of(
            closed(0, "anna", "T-1", "Desk"),
            closed(2, "anna", "T-2", "Desk"),
            at(8, Touchpoint.of("portal.visited", "anna"))));

    assertThat(report.totals().askedLater()).isEqualTo(1);
    assertThat(report.totals().asked()).isEqualTo(2);
    assertThat(report.totals().answered()).isEqualTo(2);
    assertThat(report.totals().skipped()).isEqualTo(2);
    assertThat(report.skipsByReason())
        .containsOnlyKeys(SkipReason.NO_TRIGGER, SkipReason.COOLING_DOWN);
  }

  @Test
  void theSameSeedGivesTheSameReportAndAnotherSeedAnother() {
    Simulator simulator = simulator(ContactRules.atMostOncePer(Duration.ofDays(7)));

    FatigueReport report = simulator.run(year());

    assertThat(simulator.run(year())).isEqualTo(report);
    assertThat(simulator.withSeed(2).run(year())).isNotEqualTo(report);
  }

  @Test
  void figuresAreTheSameOnEveryJdk() {
    FatigueReport report =
        simulator(ContactRules.atMostOncePer(Duration.ofDays(30))).withSeed(42).run(year());

    // Computed on JDK 17; a change of the hash or of the engine's order changes them.
    assertThat(report.totals().outcomes())
        .isEqualTo(Map.of(
            Outcome.ANSWERED, 534L,
            Outcome.DISMISSED, 206L,
            Outcome.OPTED_OUT, 15L,
            Outcome.EXPIRED, 66L,
            Outcome.CANCELLED, 0L));
    assertThat(report.totals().shown()).isEqualTo(765);
    assertThat(report.totals().putOff()).isEqualTo(85);
    assertThat(report.shortestGap()).isEqualTo(Duration.parse("PT720H22M50S"));
  }

  @Test
  void oneMoreQuestionCanCostTheQuestionsAfterIt() {
    TimedTouchpoint[] tickets = {
      closed(0, "anna", "T-1", "Desk"),
      closed(10, "anna", "T-2", "Nuisance"),
      closed(20, "anna", "T-3", "Desk"),
      closed(40, "anna", "T-4", "Desk")
    };

    assertThat(asked(Duration.ofDays(20), tickets)).isEqualTo(3);
    assertThat(asked(Duration.ofDays(10), tickets)).isEqualTo(2);
  }

  private static long asked(Duration coolDown, TimedTouchpoint... touchpoints) {
    return simulator(ContactRules.atMostOncePer(coolDown))
        .withBehaviour(each -> "Nuisance".equals(each.accountability().get("team"))
            ? IDLE.withOptsOut(1)
            : IDLE.withAnswers(1))
        .run(of(touchpoints))
        .totals()
        .asked();
  }

  @Test
  void whoIsAskedAboutTheSameUnderTwoRulesDoesTheSame() {
    Map<String, String> before = reactions(ContactRules.atMostOncePer(Duration.ofDays(30)));
    Map<String, String> after = reactions(ContactRules.atMostOncePer(Duration.ofDays(10)));

    Map<String, String> both = new HashMap<>(before);
    both.keySet().retainAll(after.keySet());
    assertThat(both).hasSizeGreaterThan(100);
    assertThat(after.size()).isGreaterThan(before.size());
    assertThat(after).containsAllEntriesOf(both);
  }

  /** What became of each ticket that somebody was asked about. */
  private static Map<String, String> reactions(ContactRules policy) {
    Map<String, String> reactions = new HashMap<>();
    simulator(policy)
        .withBehaviour(invitation -> {
          Fate fate = new Fate(1, ResponseBehaviour.defaults(), invitation);
          reactions.put(
              invitation.respondent() + String.valueOf(invitation.subject()),
              fate.sees() + " " + fate.untilSeen() + " " + fate.act(0) + " " + fate.act(1));
          return ResponseBehaviour.defaults();
        })
        .run(year());
    return reactions;
  }

  @Test
  void aChangedRuleRollsNobodyElsesDice() {
    Survey requests = Surveys.csat("request-csat").on("request.fulfilled");
    Simulator before = Simulator.of(SurveyCatalog.of(List.of(CSAT, requests)), Policy.none());
    Simulator after = Simulator.of(
        SurveyCatalog.of(List.of(
            CSAT.withContactRules(
                ContactRules.none().sameSurvey(Since.INVITED, Duration.ofDays(90))),
            requests)),
        Policy.none());

    Team untouched = team(before.run(mixed()), "requests");
    assertThat(team(after.run(mixed()), "requests")).isEqualTo(untouched);
    assertThat(untouched.answered()).isBetween(100L, 400L);
    assertThat(team(after.run(mixed()), "tickets").asked())
        .isLessThan(team(before.run(mixed()), "tickets").asked() / 2);
  }

  private static Team team(FatigueReport report, String name) {
    return report.teams().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Tickets of some people and requests of others, in turn. */
  private static Iterator<TimedTouchpoint> mixed() {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> {
          boolean ticket = i % 2 == 0;
          String kind = ticket ? "tickets" : "requests";
          return new TimedTouchpoint(
              START.plus(Duration.ofHours(i * 5L)),
              Touchpoint.of(ticket ? "ticket.closed" : "request.fulfilled", kind + i % 40)
                  .subject("S-" + i)
                  .accountable(a -> a.team(kind)));
        })
        .iterator();
  }

  @Test
  void behaviourMayDependOnTheInvitation() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(each -> each.accountability().get("team").equals("Desk")
            ? IDLE.withAnswers(1)
            : IDLE.withSees(0))
        .run(of(closed(0, "anna", "T-1", "Desk"), closed(1, "ben", "T-2", "Network")));

    assertThat(report.teams()).extracting(Team::answered).containsExactly(1L, 0L);
  }

  @Test
  void touchpointsThatAreNotInOrderAreRefused() {
    Iterator<TimedTouchpoint> mixedUp =
        of(closed(3, "anna", "T-1", "Desk"), closed(1, "anna", "T-2", "Desk"));

    assertThatThrownBy(() -> simulator(ContactRules.none()).run(mixedUp))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in the order of time")
        .hasMessageContaining("sort them first");
  }

  @Test
  void morePeopleThanThereIsRoomForAreRefused() {
    assertThatThrownBy(() -> simulator(ContactRules.none()).withMaxPeople(3).run(year()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there are more than 3 people; give the simulator room with withMaxPeople");
    assertThatThrownBy(() -> simulator(ContactRules.none()).withMaxPeople(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxPeople must be at least 1, but was 0");
  }

  @Test
  void teamsAndWeeksAreBounded() {
    FatigueReport report = simulator(ContactRules.none())
        .withBehaviour(IDLE)
        .run(IntStream.range(0, 1_500)
            .mapToObj(i -> new TimedTouchpoint(
                START.plus(Duration.ofDays(i * 5L)),
                Touchpoint.of("ticket.closed", "anna")
                    .subject("T-" + i)
                    .accountable(a -> a.team("team " + i))))
            .iterator());

    assertThat(report.teams()).hasSize(FatigueReport.MAX_TEAMS + 1);
    assertThat(report.teams().get(0).name()).isEqualTo(FatigueReport.OTHER);
    assertThat(report.weeks()).hasSize(FatigueReport.MAX_WEEKS);
    assertThat(report.weeks().stream().mapToLong(Week::touchpoints).sum()).isEqualTo(1_500);
  }

  @Test
  void rulesAreBounded() {
    FatigueCounter counter = new FatigueCounter(ZoneOffset.UTC, 1);

    for (int i = 0; i < 1_500; i++) {
      counter.decided(new Decision.Skip(SkipReason.PACED, "csat", "rule " + i, null));
    }

    List<FatigueReport.Skips> skips = counter.report().skips();
    assertThat(skips).hasSize(FatigueReport.MAX_RULES + 1);
    assertThat(skips.get(0))
        .isEqualTo(new FatigueReport.Skips(SkipReason.PACED, null, FatigueReport.OTHER, 1_000));
  }

  private static Simulator simulator(ContactRules policy) {
    return Simulator.of(SurveyCatalog.of(List.of(CSAT)), Policy.of(policy));
  }

  private static Iterator<TimedTouchpoint> of(TimedTouchpoint... touchpoints) {
    return List.of(touchpoints).iterator();
  }

  private static TimedTouchpoint at(int day, Touchpoint touchpoint) {
    return new TimedTouchpoint(START.plus(Duration.ofDays(day)), touchpoint);
  }

  private static TimedTouchpoint closed(int day, String person, String ticket, String team) {
    return at(
        day, Touchpoint.of("ticket.closed", person).subject(ticket).accountable(a -> a.team(team)));
  }

  private static SortedMap<String, Asks> sorted(String survey, Asks asks) {
    return new TreeMap<>(Map.of(survey, asks));
  }

  /** A year of 2,000 tickets of 120 people, always the same. */
  private static Iterator<TimedTouchpoint> year() {
    Random random = new Random(3);
    List<TimedTouchpoint> all = new ArrayList<>();
    Instant at = START;
    for (int i = 0; i < 2_000; i++) {
      at = at.plusSeconds(random.nextInt(31_000));
      String team = "team " + random.nextInt(6);
      all.add(new TimedTouchpoint(
          at,
          Touchpoint.of("ticket.closed", "user-" + random.nextInt(120))
              .subject("INC-" + i)
              .accountable(a -> a.team(team))));
    }
    return all.iterator();
  }
}
