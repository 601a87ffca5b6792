package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.Groups.csatScore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomDrawTest {

  static Stream<List<String>> reference() {
    return ReferenceRows.of("team-tails.csv");
  }

  // There the moments are those of the hypergeometric distribution, as SciPy gives them.
  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithScipy(List<String> row) {
    Tally team = ReferenceRows.tally("csat", row.get(0));
    Tally rest = ReferenceRows.tally("csat", row.get(1));
    double expected = Double.parseDouble(row.get(4));

    double p = RandomDraw.p(Score.of(team), Score.of(rest), Score.of(team.plus(rest)));

    assertThat(p).isCloseTo(expected, within(1e-9 * expected));
  }

  // Fisher (1935), counted half at the boundary, as the curve runs through the middle of its steps.
  // The
  // normal curve gives a quarter of the first tail, and a thousandth of the last.
  @Test
  void followsTheTailOfTheExactTest() {
    HypergeometricDistribution exact = HypergeometricDistribution.of(2000, 1900, 100);
    for (int satisfied : new int[] {88, 86, 84, 82}) {
      double p = RandomDraw.p(
          csatScore(satisfied, 100), csatScore(1900 - satisfied, 1900), csatScore(1900, 2000));

      double tail = exact.cumulativeProbability(satisfied) - exact.probability(satisfied) / 2;
      assertThat(p / 2 / tail).isBetween(0.5, 2.5);
    }
  }

  @Test
  void nothingIsSurprisingWhereAllAgreeOrNobodyDiffers() {
    assertThat(RandomDraw.p(csatScore(5, 5), csatScore(9, 9), csatScore(14, 14)))
        .isEqualTo(1);
    assertThat(RandomDraw.p(csatScore(5, 10), csatScore(10, 20), csatScore(15, 30)))
        .isCloseTo(1, within(0.1));
    assertThat(RandomDraw.p(csatScore(1, 1), csatScore(0, 1), csatScore(1, 2)))
        .isCloseTo(0.3173, within(1e-4));
  }
}
