package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.EFFORT;
import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.drawn;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();
  private static final int RUNS = 2000;

  @Test
  void teamsStandInTheOrderOfTheirNamesWhateverTheirValues() {
    Teams teams = Teams.compare(
        CSAT,
        Map.of("network", csat(1, 9), "Apps", csat(5, 9), "desk", csat(9, 9), "apps", csat(3, 9)));

    assertThat(teams.comparisons().stream().map(TeamComparison::team))
        .containsExactly("Apps", "apps", "desk", "network");
  }

  @Test
  void eachTeamIsComparedWithAllOthersTogether() {
    Teams teams =
        Teams.compare(CSAT, Map.of("a", csat(50, 100), "b", csat(90, 100), "c", csat(85, 100)));

    TeamComparison a = teams.comparisons().get(0);
    assertThat(a.againstRest())
        .isEqualTo(Difference.between(Score.of(csat(175, 200)), Score.of(csat(50, 100))));
    assertThat(a.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(teams.findings().stream().map(TeamComparison::team)).contains("a");
    assertThat(teams.overall().n()).isEqualTo(300);
    assertThat(teams.funnel()).isPresent();
    assertThat(teams.shrinkage()).isPresent();
    assertThat(teams.level()).isEqualTo(0.95);
  }

  @Test
  void aPValueOfThreePercentIsNoFindingAmongTwentyQuestions() {
    Map<String, Tally> all = new TreeMap<>();
    for (int i = 0; i < 19; i++) {
      all.put("team" + i, csat(80, 100));
    }
    all.put("lucky", csat(89, 100));

    Teams teams = Teams.compare(CSAT, all);

    TeamComparison lucky = teams.comparisons().get(0);
    assertThat(lucky.team()).isEqualTo("lucky");
    assertThat(lucky.againstRest().verdict()).isEqualTo(Verdict.BETTER);
    assertThat(lucky.adjustedP()).isGreaterThan(0.05);
    assertThat(lucky.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(teams.findings()).isEmpty();
  }

  @Test
  void teamsWithoutAnswersStayInTheListWithNothingToTell() {
    Teams teams = Teams.compare(CSAT, Map.of("a", csat(1, 9), "b", csat(8, 9), "new", csat(0, 0)));

    TeamComparison fresh = teams.comparisons().get(2);
    assertThat(fresh.score().value()).isEmpty();
    assertThat(fresh.adjustedP()).isNull();
    assertThat(fresh.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(fresh.shrunken()).isNull();
    assertThat(fresh.ranks()).isNull();
    // Two questions were asked, not three, and they are the same one.
    double p = RandomDraw.p(Score.of(csat(1, 9)), Score.of(csat(8, 9)), Score.of(csat(9, 18)));
    assertThat(teams.comparisons().get(0).adjustedP())
        .isEqualTo(Math.max(p, teams.comparisons().get(0).againstRest().p().orElseThrow()));
  }

  @Test
  void aSingleTeamHasNoRest() {
    Teams teams = Teams.compare(CSAT, Map.of("a", csat(1, 9)));

    assertThat(teams.comparisons().get(0).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(teams.comparisons().get(0).ranks()).isEqualTo(new RankRange(1, 1, 1));
    assertThat(Teams.compare(CSAT, Map.of()).comparisons()).isEmpty();
    assertThat(Teams.compare(CSAT, Map.of()).funnel()).isEmpty();
  }

  @Test
  void ranksOverlapUnlessTeamsAreSurelyApart() {
    Teams teams =
        Teams.compare(CSAT, Map.of("a", csat(95, 100), "b", csat(90, 100), "c", csat(20, 100)));

    assertThat(teams.comparisons().stream().map(TeamComparison::ranks))
        .containsExactly(new RankRange(1, 2, 3), new RankRange(1, 2, 3), new RankRange(3, 3, 3));
  }

  @Test
  void theFirstRankIsTheLowestValueWhereLessIsBetter() {
    Teams teams = Teams.compare(
        EFFORT,
        Map.of(
            "easy", Tally.of(EFFORT, Map.of(1, 100L)), "hard", Tally.of(EFFORT, Map.of(5, 100L))));

    assertThat(teams.comparisons().get(0).ranks()).isEqualTo(new RankRange(1, 1, 2));
    assertThat(teams.comparisons().get(0).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(teams.comparisons().get(1).ranks()).isEqualTo(new RankRange(2, 2, 2));
  }

  @Test
  void refusesTalliesOfAnotherSeriesAndLevelsOutOfBounds() {
    assertThatThrownBy(() -> Teams.compare(CSAT, Map.of("a", nps(1, 1, 1))))
        .hasMessageContaining("same series");
    assertThatThrownBy(() -> Teams.compare(CSAT, Map.of(), 0))
        .hasMessage("level must be between 0 and 1, both excluded, but was 0.0");
    assertThatThrownBy(() -> new RankRange(2, 1, 3))
        .hasMessage("ranks must be in ascending order from 1 to 3, but were 2 and 1");
  }

  // Seeded; the rate has a standard error of 0.5 points, and none is granted.
  @ParameterizedTest
  @CsvSource({"0.5, 60", "0.8, 30", "0.8, 200", "0.92, 100", "0.98, 50", "0.95, 10"})
  void twentyEqualTeamsGiveNoFinding(double share, int answers) {
    int quiet = 0;
    int significantWithoutAdjustment = 0;
    for (int run = 0; run < RUNS; run++) {
      Teams teams = Teams.compare(CSAT, equalTeams(share, answers, new SplittableRandom(run)));
      quiet += teams.findings().isEmpty() ? 1 : 0;
      significantWithoutAdjustment += teams.comparisons().stream()
              .anyMatch(each -> each.againstRest().verdict() != Verdict.CANNOT_TELL)
          ? 1
          : 0;
    }

    assertThat((double) quiet / RUNS).isGreaterThanOrEqualTo(0.95);
    assertThat((double) significantWithoutAdjustment / RUNS).isGreaterThan(0.5);
  }

  @Test
  void oneWeakTeamAmongTwentyIsFoundAndNoOther() {
    int found = 0;
    int others = 0;
    for (int run = 0; run < 300; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Map<String, Tally> all = equalTeams(0.8, 200, random);
      all.put("team07", drawn(0.62, 200, random));
      for (TeamComparison each : Teams.compare(CSAT, all).findings()) {
        if (each.team().equals("team07") && each.verdict() == Verdict.WORSE) {
          found++;
        } else {
          others++;
        }
      }
    }

    assertThat(found / 300.0).isGreaterThan(0.95);
    assertThat(others / 300.0).isLessThan(0.15);
  }

  // Klein, Wright & Wieczorek (2020): all ranges hold the true ranks together.
  @Test
  void rangesOfRanksHoldTheTruthTogether() {
    int held = 0;
    for (int run = 0; run < 500; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Map<String, Tally> all = new TreeMap<>();
      for (int i = 0; i < 10; i++) {
        all.put("team%02d".formatted(i), drawn(0.5 + 0.04 * i, 80, random));
      }
      boolean allHeld = true;
      for (TeamComparison each : Teams.compare(CSAT, all).comparisons()) {
        int rank = 10 - Integer.parseInt(each.team().substring(4));
        RankRange range = Objects.requireNonNull(each.ranks());
        allHeld &= range.best() <= rank && rank <= range.worst();
      }
      held += allHeld ? 1 : 0;
    }

    assertThat(held / 500.0).isGreaterThanOrEqualTo(0.95);
  }

  private static Map<String, Tally> equalTeams(double share, int answers, SplittableRandom random) {
    Map<String, Tally> teams = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      teams.put("team%02d".formatted(i), drawn(share, answers, random));
    }
    return teams;
  }
}
