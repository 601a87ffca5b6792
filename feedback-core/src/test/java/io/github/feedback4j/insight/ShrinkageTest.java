package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.drawn;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.Shrinkage.Shrunken;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkageTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();

  static Stream<List<String>> trials() {
    return ReferenceRows.of("random-effects.csv");
  }

  // The BCG vaccine trials; the manual of metafor prints −0.7141, 0.1787 and 0.3088.
  @ParameterizedTest
  @MethodSource("trials")
  void agreesWithMetaforOnTheBcgTrials(List<String> row) {
    RandomEffects effects =
        new RandomEffects(ReferenceRows.numbers(row.get(0)), ReferenceRows.numbers(row.get(1)));

    double[] predicted = ReferenceRows.numbers(row.get(5));
    double[] errors = ReferenceRows.numbers(row.get(6));
    assertThat(effects.mean).isCloseTo(-0.7141, within(5e-5));
    assertThat(Math.sqrt(effects.varianceOfMean)).isCloseTo(0.1787, within(5e-5));
    assertThat(effects.betweenVariance).isCloseTo(0.3088, within(5e-5));
    assertThat(effects.mean).isCloseTo(Double.parseDouble(row.get(2)), within(1e-12));
    assertThat(effects.betweenVariance).isCloseTo(Double.parseDouble(row.get(4)), within(1e-12));
    for (int i = 0; i < predicted.length; i++) {
      assertThat(effects.predicted(i)).isCloseTo(predicted[i], within(1e-12));
      assertThat(effects.standardError(i)).isCloseTo(errors[i], within(1e-12));
    }
  }

  static Stream<List<String>> reference() {
    return ReferenceRows.of("shrinkages.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithMetafor(List<String> row) {
    Shrinkage shrinkage = Shrinkage.of(
            CSAT, ReferenceRows.tallies("csat", row.get(0)), Double.parseDouble(row.get(1)))
        .orElseThrow();

    double[] values = ReferenceRows.numbers(row.get(6));
    double[] low = ReferenceRows.numbers(row.get(7));
    double[] high = ReferenceRows.numbers(row.get(8));
    assertThat(shrinkage.mean()).isCloseTo(Double.parseDouble(row.get(2)), within(1e-9));
    assertThat(shrinkage.standardError()).isCloseTo(Double.parseDouble(row.get(3)), within(1e-9));
    assertThat(shrinkage.between()).isCloseTo(Double.parseDouble(row.get(4)), within(1e-9));
    assertThat(shrinkage.within()).isCloseTo(Double.parseDouble(row.get(5)), within(1e-9));
    int i = 0;
    for (Shrunken each : shrinkage.teams().values()) {
      assertThat(each.value()).isCloseTo(values[i], within(1e-9));
      assertThat(each.interval().low()).isCloseTo(low[i], within(1e-9));
      assertThat(each.interval().high()).isCloseTo(high[i], within(1e-9));
      i++;
    }
    assertThat(i).isEqualTo(values.length);
  }

  @Test
  void drawsFewAnswersFurtherInThanMany() {
    Shrinkage shrinkage = Shrinkage.of(
            CSAT, Map.of("many", csat(900, 1000), "few", csat(9, 10), "low", csat(600, 1000)), 0.95)
        .orElseThrow();

    Shrunken many = shrinkage.teams().get("many");
    Shrunken few = shrinkage.teams().get("few");
    assertThat(few.value()).isLessThan(many.value()).isGreaterThan(shrinkage.mean());
    assertThat(few.kept()).isLessThan(many.kept());
    assertThat(few.n()).isEqualTo(10);
    assertThat(few.interval().halfWidth()).isGreaterThan(many.interval().halfWidth());
  }

  @Test
  void teamsThatDifferByChanceOnlyAllGetTheMean() {
    Shrinkage shrinkage = Shrinkage.of(
            CSAT, Map.of("a", csat(79, 100), "b", csat(80, 100), "c", csat(81, 100)), 0.95)
        .orElseThrow();

    assertThat(shrinkage.between()).isZero();
    assertThat(shrinkage.teams().get("a").value()).isCloseTo(80, within(1e-9));
    assertThat(shrinkage.teams().get("a").kept()).isZero();
  }

  @Test
  void allEqualAnswersAreNoCertainty() {
    Shrinkage alike =
        Shrinkage.of(CSAT, Map.of("a", csat(3, 3), "b", csat(5, 5)), 0.95).orElseThrow();
    Shrinkage opposed =
        Shrinkage.of(CSAT, Map.of("a", csat(0, 3), "b", csat(5, 5)), 0.95).orElseThrow();

    assertThat(alike.within()).isPositive();
    assertThat(alike.teams().get("a").value()).isEqualTo(100);
    assertThat(alike.teams().get("a").interval().low()).isLessThan(90);
    assertThat(opposed.teams().get("a").interval().halfWidth()).isPositive();
  }

  @Test
  void aSingleTeamKeepsItsValueAndNoneHasNone() {
    Tally none = Tally.empty(CSAT);

    Shrinkage single =
        Shrinkage.of(CSAT, Map.of("a", csat(3, 4), "none", none), 0.95).orElseThrow();

    assertThat(single.teams().keySet()).containsExactly("a");
    assertThat(single.teams().get("a").value()).isEqualTo(75);
    assertThat(Shrinkage.of(CSAT, Map.of("a", csat(1, 1)), 0.95)).isPresent();
    assertThat(Shrinkage.of(CSAT, Map.of("none", none), 0.95)).isEmpty();
    assertThat(Shrinkage.of(CSAT, Map.of(), 0.95)).isEmpty();
  }

  @Test
  void refusesTalliesOfAnotherSeries() {
    assertThatThrownBy(() -> Shrinkage.of(CSAT, Map.of("a", nps(1, 1, 1)), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same series");
  }

  // What shrinkage is for: true values between 70 and 90 %, twelve answers per team.
  @Test
  void shrunkenValuesAreNearerToTheTruth() {
    double raw = 0;
    double shrunken = 0;
    for (int run = 0; run < 200; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Map<String, Tally> teams = new TreeMap<>();
      Map<String, Double> truth = new TreeMap<>();
      for (int team = 0; team < 20; team++) {
        double share = 0.7 + 0.01 * team;
        truth.put("team" + team, 100 * share);
        teams.put("team" + team, drawn(share, 12, random));
      }
      Shrinkage shrinkage = Shrinkage.of(CSAT, teams, 0.95).orElseThrow();
      for (Map.Entry<String, Double> each : truth.entrySet()) {
        double value = Score.of(teams.get(each.getKey())).value().orElseThrow();
        double drawnIn = shrinkage.teams().get(each.getKey()).value();
        raw += (value - each.getValue()) * (value - each.getValue());
        shrunken += (drawnIn - each.getValue()) * (drawnIn - each.getValue());
      }
    }

    assertThat(shrunken).isLessThan(raw / 2);
  }
}
