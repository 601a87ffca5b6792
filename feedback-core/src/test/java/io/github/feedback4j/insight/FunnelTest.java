package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csat;
import static io.github.feedback4j.insight.Groups.csatScore;
import static io.github.feedback4j.insight.Groups.nps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelTest {

  private static final MetricDefinition CSAT = MetricDefinition.csat();

  static Stream<List<String>> reference() {
    return ReferenceRows.of("funnels.csv");
  }

  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithR(List<String> row) {
    Funnel funnel =
        Funnel.of(CSAT, ReferenceRows.tallies("csat", row.get(0)).values()).orElseThrow();

    Funnel.Limits limits =
        funnel.limits(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(5)));

    double dispersion = Double.parseDouble(row.get(3));
    assertThat(funnel.target()).isCloseTo(Double.parseDouble(row.get(1)), within(1e-9));
    assertThat(funnel.deviation()).isCloseTo(Double.parseDouble(row.get(2)), within(1e-9));
    assertThat(funnel.dispersion()).isCloseTo(dispersion, within(1e-9 * dispersion));
    assertThat(limits.low()).isCloseTo(Double.parseDouble(row.get(6)), within(1e-9));
    assertThat(limits.high()).isCloseTo(Double.parseDouble(row.get(7)), within(1e-9));
  }

  @Test
  void narrowsWithTheNumberOfAnswersAndStaysOnTheScale() {
    Funnel funnel = Funnel.of(CSAT, List.of(csat(80, 100), csat(82, 100))).orElseThrow();

    assertThat(funnel.target()).isEqualTo(81);
    assertThat(funnel.limits(1, 0.95).high()).isEqualTo(100);
    assertThat(funnel.limits(100, 0.95).low())
        .isCloseTo(81 - 1.959963985 * Math.sqrt(81 * 19) / 10, within(1e-6));
    assertThat(funnel.limits(100, 0.95).contains(81)).isTrue();
    assertThat(funnel.limits(100, 0.95).contains(60)).isFalse();
  }

  @Test
  void widensWhereTeamsDifferMoreThanChance() {
    List<Tally> teams = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      teams.add(csat(600 + 10 * i, 1000));
    }

    Funnel funnel = Funnel.of(CSAT, teams).orElseThrow();

    assertThat(funnel.dispersion()).isGreaterThan(10);
    assertThat(funnel.z(Score.of(teams.get(0))).orElseThrow()).isBetween(-2.5, -1.0);
  }

  @Test
  void oneOutlierDoesNotHideItself() {
    List<Tally> teams = new ArrayList<>(Collections.nCopies(19, csat(800, 1000)));
    teams.add(csat(500, 1000));

    Funnel funnel = Funnel.of(CSAT, teams).orElseThrow();

    assertThat(funnel.dispersion()).isLessThan(2);
    assertThat(funnel.z(Score.of(teams.get(19))).orElseThrow()).isLessThan(-10);
  }

  @Test
  void teamsWithoutAnswersHaveNoSay() {
    Tally none = Tally.empty(CSAT);

    assertThat(Funnel.of(CSAT, List.of())).isEmpty();
    assertThat(Funnel.of(CSAT, List.of(none, none))).isEmpty();
    assertThat(Funnel.of(CSAT, List.of(none, csat(8, 10))).orElseThrow().teams())
        .isEqualTo(1);
    assertThat(Funnel.of(CSAT, List.of(csat(8, 10))).orElseThrow().z(Score.of(none)))
        .isEmpty();
  }

  @Test
  void isALineWhereAllAgree() {
    Funnel funnel = Funnel.of(CSAT, List.of(csat(3, 3), csat(9, 9))).orElseThrow();

    assertThat(funnel.limits(5, 0.998)).isEqualTo(new Funnel.Limits(100, 100));
    assertThat(funnel.z(csatScore(3, 3))).hasValue(0);
  }

  @Test
  void boundsAreChecked() {
    Funnel funnel = Funnel.of(CSAT, List.of(csat(3, 4))).orElseThrow();

    assertThatThrownBy(() -> funnel.limits(0, 0.95)).hasMessage("n must be above 0, but was 0.0");
    assertThatThrownBy(() -> funnel.limits(1, 2)).hasMessageContaining("level must be between");
    assertThatThrownBy(() -> funnel.z(Score.of(nps(1, 1, 1)))).hasMessageContaining("same series");
    assertThatThrownBy(() -> new Funnel(CSAT, 101, 1, 1, 1))
        .hasMessage("target must be between 0.0 and 100.0, but was 101.0");
    assertThatThrownBy(() -> new Funnel(CSAT, 50, -1, 1, 1))
        .hasMessage("deviation must be at least 0, but was -1.0");
    assertThatThrownBy(() -> new Funnel(CSAT, 50, 1, 0.5, 1))
        .hasMessage("dispersion must be at least 1, but was 0.5");
    assertThatThrownBy(() -> new Funnel(CSAT, 50, 1, 1, 0))
        .hasMessage("teams must be at least 1, but was 0");
  }
}
