package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.FatigueReport.Skips;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.prompt.FatigueReport.Week;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of a simulation. */
class SimulatorProperties {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** Something that is reported some hours after what was reported before. */
  record Report(int hours, int person, int ticket, int kind) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everythingAddsUp(
      @ForAll("reports") List<Report> reports,
      @ForAll @IntRange(max = 20) int coolDown,
      @ForAll("behaviours") ResponseBehaviour behaviour,
      @ForAll long seed) {
    FatigueReport report = simulator(coolDown, true)
        .withBehaviour(behaviour)
        .withSeed(seed)
        .run(touchpoints(reports).iterator());
    FatigueReport.Totals totals = report.totals();

    assertThat(totals.touchpoints() + totals.cancelling()).isEqualTo(reports.size());
    assertThat(report.skips().stream().mapToLong(Skips::count).sum()).isEqualTo(totals.skipped());
    assertThat(report.peopleByAsks().entrySet().stream()
            .mapToLong(each -> each.getKey() * each.getValue())
            .sum())
        .isEqualTo(totals.asked());
    assertThat(report.teams().stream().mapToLong(Team::asked).sum()).isEqualTo(totals.asked());
    assertThat(report.teams().stream().mapToLong(Team::answered).sum())
        .isEqualTo(totals.answered());
    assertThat(report.teams().stream().mapToLong(Team::touchpoints).sum())
        .isEqualTo(totals.touchpoints());
    assertThat(report.weeks().stream().mapToLong(Week::asked).sum()).isEqualTo(totals.asked());
    assertThat(report.weeks().stream().mapToLong(Week::answered).sum())
        .isEqualTo(totals.answered());
    assertThat(report.weeks().stream().mapToLong(Week::touchpoints).sum())
        .isEqualTo(totals.touchpoints());
    assertThat(totals.shown()).isBetween(totals.answered(), totals.asked());
    assertThat(report.neverAsked() + report.askedMoreThan(0)).isEqualTo(report.people());
    assertThat(report.asksOf(1)).isEqualTo(report.mostAsks());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nobodyIsAskedTwiceWithinTheGapOfThePolicy(
      @ForAll("reports") List<Report> reports,
      @ForAll @IntRange(min = 1, max = 20) int coolDown,
      @ForAll("behaviours") ResponseBehaviour behaviour) {
    // An ask that was withdrawn before anybody saw it gives its clock back, so nothing cancels
    // here.
    FatigueReport report = simulator(coolDown, true)
        .withCancelling(Set.of())
        .withBehaviour(behaviour)
        .run(touchpoints(reports).iterator());

    if (report.shortestGap() != null) {
      assertThat(report.shortestGap()).isGreaterThanOrEqualTo(Duration.ofDays(coolDown));
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void sameSeedSameReport(
      @ForAll("reports") List<Report> reports,
      @ForAll @IntRange(max = 20) int coolDown,
      @ForAll long seed) {
    Simulator simulator = simulator(coolDown, true).withSeed(seed);

    assertThat(simulator.run(touchpoints(reports).iterator()))
        .isEqualTo(simulator.run(touchpoints(reports).iterator()));
  }

  /**
   * A law only for one survey whose clock starts with the invitation, for people who never opt out, and
   * for subjects that come once: an opt-out after one more question can save two later ones.
   */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aShorterCoolDownAsksNobodyLess(
      @ForAll("reports") List<Report> reports,
      @ForAll @IntRange(max = 20) int shorter,
      @ForAll @IntRange(max = 20) int more) {
    ResponseBehaviour stays = ResponseBehaviour.defaults().withOptsOut(0);

    Map<String, Integer> often = asks(simulator(shorter, false).withBehaviour(stays), reports);
    Map<String, Integer> seldom =
        asks(simulator(shorter + more, false).withBehaviour(stays), reports);

    seldom.forEach((person, asks) -> assertThat(often.get(person)).isGreaterThanOrEqualTo(asks));
  }

  private static Map<String, Integer> asks(Simulator simulator, List<Report> reports) {
    Map<String, Integer> asks = new HashMap<>();
    List<TimedTouchpoint> once = new ArrayList<>();
    int ticket = 0;
    for (TimedTouchpoint each : touchpoints(reports)) {
      once.add(new TimedTouchpoint(each.at(), each.touchpoint().subject("T-" + ticket++)));
    }
    simulator.withCancelling(Set.of()).run(once.iterator(), (touchpoint, decision) -> {
      if (decision instanceof Decision.Ask) {
        asks.merge(touchpoint.touchpoint().respondent(), 1, Integer::sum);
      }
    });
    return asks;
  }

  private static Simulator simulator(int coolDown, boolean two) {
    Survey csat =
        Surveys.csat("ticket-csat").on("ticket.closed").withSampling(Sampling.touchpoints(0.8));
    Survey nps = Surveys.nps("it-nps")
        .on("ticket.closed")
        .on("project.finished")
        .withContactRules(ContactRules.none().deferUntilEligible());
    ContactRules rules =
        coolDown == 0 ? ContactRules.none() : ContactRules.atMostOncePer(Duration.ofDays(coolDown));
    return Simulator.of(
            SurveyCatalog.of(two ? List.of(csat, nps) : List.of(csat)), Policy.of(rules))
        .withCancelling(Set.of("ticket.reopened"));
  }

  private static List<TimedTouchpoint> touchpoints(List<Report> reports) {
    List<TimedTouchpoint> touchpoints = new ArrayList<>();
    Instant at = START;
    for (Report each : reports) {
      at = at.plus(Duration.ofHours(each.hours()));
      String event = switch (each.kind()) {
        case 0 -> "project.finished";
        case 1 -> "ticket.reopened";
        case 2 -> "portal.visited";
        default -> "ticket.closed";
      };
      Touchpoint touchpoint = Touchpoint.of(event, "p" + each.person());
      touchpoints.add(new TimedTouchpoint(
          at,
          each.ticket() == 0
              ? touchpoint
              : touchpoint
                  .subject("T-" + each.ticket())
                  .accountable(a -> a.team("team " + each.ticket() % 3))));
    }
    return touchpoints;
  }

  @Provide
  Arbitrary<List<Report>> reports() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 9))
        .as(Report::new)
        .list()
        .ofMaxSize(60);
  }

  @Provide
  Arbitrary<ResponseBehaviour> behaviours() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 0.25).list().ofSize(4))
        .as((sees, parts) -> ResponseBehaviour.defaults()
            .withAnswers(0)
            .withSees(sees)
            .withDismisses(parts.get(0))
            .withPutsOff(parts.get(1))
            .withOptsOut(parts.get(2))
            .withAnswers(parts.get(3)));
  }
}
