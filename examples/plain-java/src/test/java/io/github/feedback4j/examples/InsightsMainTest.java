package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Insights;
import io.github.feedback4j.Insights.ServiceGap;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.SlaGap.Finding;
import io.github.feedback4j.insight.TeamComparison;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.Verdict;
import io.github.feedback4j.privacy.SmallGroupGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the insights find what was planted, and nothing else. */
class InsightsMainTest {

  /** Seeds besides that of the example, not picked for what comes out. */
  private static final List<Long> OTHER_SEEDS = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);

  /**
   * How many of the other seeds may show what was not planted. Each may with a probability of up to
   * 5 %, so that three or more of eight would have 0.6 %.
   */
  private static final int BY_CHANCE = 2;

  private static Found example;
  private static List<Found> others;

  /** What the insights say about one seed. */
  private record Found(
      long seed,
      List<String> teams,
      int comparedTeams,
      List<ChannelConsistency.Pair> clearPairs,
      Insights.Agreements agreements,
      InitiativeEffect laptops,
      Insights.Course course,
      List<String> services) {

    static Found of(long seed) {
      try (Feedback feedback = InsightsMain.replayed(seed)) {
        Insights insights = feedback.insights(SmallGroupGuard.atLeast(InsightsMain.MIN_PERSONS));
        Teams teams = insights.teams(InsightsMain.halfYear(), "team");
        return new Found(
            seed,
            teams.findings().stream().map(TeamComparison::team).toList(),
            teams.comparisons().size(),
            insights.channels(InsightsMain.halfYear()).pairs().stream()
                .filter(each -> each.difference().isClear())
                .toList(),
            insights.agreements(InsightsMain.halfYear()),
            Objects.requireNonNull(insights
                .progress(InsightsMain.newLaptops(), InsightsMain.halfYear())
                .effect()),
            insights.course(InsightsMain.halfYear()),
            insights.teams(InsightsMain.halfYear(), "service").findings().stream()
                .filter(each -> each.verdict() == Verdict.WORSE)
                .map(TeamComparison::team)
                .toList());
      }
    }

    Finding sla(String service) {
      return agreements.services().stream()
          .filter(each -> each.service().equals(service))
          .map(each -> each.gap().finding())
          .findFirst()
          .orElseThrow();
    }

    List<ChannelConsistency.Pair> pairsWithout(String channel) {
      return clearPairs.stream()
          .filter(each -> !each.lower().equals(channel) && !each.higher().equals(channel))
          .toList();
    }
  }

  @BeforeAll
  static void replay() {
    example = Found.of(TicketGenerator.SEED);
    others = OTHER_SEEDS.stream().map(Found::of).toList();
  }

  @Test
  void noneOfTheTwentyEqualTeamsStandsOut() {
    assertThat(example.comparedTeams()).isEqualTo(20);
    assertThat(example.teams()).isEmpty();
  }

  @Test
  void teamsOfOtherSeedsStandOutNoMoreOftenThanChanceAllows() {
    assertThat(others).allMatch(each -> each.comparedTeams() == 20);
    assertThat(others)
        .filteredOn(each -> !each.teams().isEmpty())
        .hasSizeLessThanOrEqualTo(BY_CHANCE);
  }

  @Test
  void thePhoneIsWorseThanEveryOtherChannelAndNoOtherPairDiffers() {
    assertThat(example.clearPairs()).hasSize(3).allMatch(each -> each.lower().equals("phone"));
    assertThat(others)
        .allSatisfy(each -> assertThat(each.clearPairs())
            .as("seed %d", each.seed())
            .filteredOn(pair -> pair.lower().equals("phone"))
            .hasSize(3));
    assertThat(others)
        .filteredOn(each -> !each.pairsWithout("phone").isEmpty())
        .hasSizeLessThanOrEqualTo(BY_CHANCE);
  }

  @Test
  void theSlaTellsHowPeopleFeelEverywhereButForVpn() {
    assertThat(example.agreements().all().finding()).isEqualTo(Finding.PREDICTS);
    assertThat(example.agreements().services())
        .hasSize(8)
        .filteredOn(each -> each.gap().finding() != Finding.PREDICTS)
        .extracting(ServiceGap::service, each -> each.gap().finding().sentence())
        .containsExactly(tuple("VPN", "SLA does not predict experience here"));
    assertThat(others).allSatisfy(each -> {
      assertThat(each.agreements().all().finding()).isEqualTo(Finding.PREDICTS);
      assertThat(each.sla("VPN")).as("seed %d", each.seed()).isEqualTo(Finding.DOES_NOT_PREDICT);
    });
  }

  @Test
  void mostOfThoseWhoseVpnWasMendedInTimeAreUnhappyAndNoOtherServiceIsLikeThat() {
    for (Found each : all()) {
      assertThat(each.services()).as("seed %d", each.seed()).contains("VPN");
      assertThat(each.agreements().services())
          .as("seed %d", each.seed())
          .filteredOn(service -> isRedInside(service.gap()))
          .map(ServiceGap::service)
          .containsExactly("VPN");
    }
  }

  private static boolean isRedInside(SlaGap gap) {
    return gap.unhappyWhenMet().orElseThrow().interval().low() > 50;
  }

  @Test
  void theNewLaptopsDidWhatWasDeclared() {
    for (Found each : all()) {
      assertThat(each.laptops().verdict()).as("seed %d", each.seed()).isEqualTo(Verdict.BETTER);
      assertThat(each.laptops().isAsDeclared()).isTrue();
      assertThat(each.laptops().headline().interval().orElseThrow().low())
          .as("seed %d", each.seed())
          .isGreaterThan(30);
    }
  }

  @Test
  void nobodyIsAlarmedAndNoWeekIsOutOfTheOrdinary() {
    assertThat(example.course().alarms()).isEmpty();
    assertThat(example.course().chart().outside()).isEmpty();
  }

  @Test
  void thePageSaysWhatWasFoundAndIsTheSameInEveryLanguage() throws Exception {
    Output out = new Output();
    InsightsMain.print(out.stream());
    Locale before = Locale.getDefault();
    Output abroad = new Output();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      InsightsMain.print(abroad.stream());
    } finally {
      Locale.setDefault(before);
    }

    assertThat(abroad.text()).isEqualTo(out.text());
    assertThat(out.lines())
        .hasSizeLessThanOrEqualTo(80)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
        .contains(
            "  Of 20 teams none stands out: where they differ, chance is enough to explain it.",
            "  It did what was declared beforehand.")
        .anyMatch(line -> line.matches("  phone is worse than portal by .* points"))
        .anyMatch(line -> line.matches("  VPN .*SLA does not predict experience here"))
        .anyMatch(line -> line.matches("  network +\\d+ +costs .*"));
  }

  @Test
  void theMainClassPrintsThePage() throws Exception {
    Output out = new Output();
    InsightsMain.print(out.stream());

    assertThat(Output.of(InsightsMain::main)).isEqualTo(out.text());
  }

  private static List<Found> all() {
    List<Found> all = new ArrayList<>(others);
    all.add(example);
    return all;
  }
}
