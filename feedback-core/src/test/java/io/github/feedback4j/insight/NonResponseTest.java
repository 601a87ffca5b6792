package io.github.feedback4j.insight;

import static io.github.feedback4j.insight.ExpectedValues.csat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.ExpectedValues.Row;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done about those who were not asked, and those who did not answer. */
class NonResponseTest {

  // Of every ten contractors one was asked, of the employees everybody. A tally that knows it needs
  // no
  // other weights: it gives each stratum its size, as post-stratification by these sizes does.
  @Test
  void inclusionProbabilitiesAreTheWeightsOfATally() {
    Tally employees = Tally.empty(MetricDefinition.csat()).with(5, 1, 60).with(2, 1, 40);
    Tally contractors = Tally.empty(MetricDefinition.csat()).with(5, 0.1, 5).with(2, 0.1, 15);

    double weighted = Score.of(employees.plus(contractors)).value().orElseThrow();
    double poststratified = PostStratification.of(
            Map.of("employees", employees, "contractors", contractors),
            Map.of("employees", 100L, "contractors", 200L))
        .adjusted()
        .orElseThrow()
        .value();

    // (60 + 10 · 5)/(100 + 10 · 20)
    assertThat(weighted).isCloseTo(100 * 110 / 300.0, within(1e-12));
    assertThat(poststratified).isCloseTo(weighted, within(1e-12));
  }

  @Nested
  class PostStratified {

    // Two sites of 500 tickets each; Graz answers four times as often and is happier: 80 % and 50
    // %.
    @Test
    void givesEachGroupItsSize() {
      PostStratification score = PostStratification.of(
          Map.of("Graz", csat(40, 160), "Linz", csat(25, 25)), Map.of("Graz", 500L, "Linz", 500L));

      Estimate adjusted = score.adjusted().orElseThrow();
      assertThat(score.crude().value().orElseThrow()).isCloseTo(74, within(1e-12));
      assertThat(adjusted.value()).isCloseTo(65, within(1e-12));
      assertThat(adjusted.n()).isEqualTo(250);
      assertThat(adjusted.standardError().orElseThrow())
          .isCloseTo(50 * Math.hypot(Math.sqrt(0.16 / 199), Math.sqrt(0.25 / 49)), within(1e-12));
      assertThat(adjusted.interval().contains(65)).isTrue();
      assertThat(score.missing()).isEmpty();
    }

    @Test
    void oneGroupHasThePlainScoreAndItsInterval() {
      PostStratification score =
          PostStratification.of(Map.of("all", csat(3, 9)), Map.of("all", 70L));
      ConfidenceInterval plain = Score.of(csat(3, 9)).interval().orElseThrow();

      Estimate adjusted = score.adjusted().orElseThrow();
      assertThat(adjusted.value()).isEqualTo(75);
      assertThat(adjusted.interval().low()).isCloseTo(plain.low(), within(1e-12));
      assertThat(adjusted.interval().high()).isCloseTo(plain.high(), within(1e-12));
    }

    @Test
    void saysWhichGroupsAreMissingInsteadOfGuessing() {
      PostStratification score = PostStratification.of(
          Map.of("Graz", csat(1, 2), "Wels", csat(0, 0)),
          Map.of("Graz", 10L, "Linz", 20L, "Wels", 5L, "closed", 0L));

      assertThat(score.adjusted()).isEmpty();
      assertThat(score.missing()).containsExactly("Linz", "Wels");
      assertThat(score.crude().n()).isEqualTo(3);
    }

    @Test
    void oneAnswerHasNoStandardErrorButAnInterval() {
      Estimate adjusted = PostStratification.of(
              Map.of("a", csat(0, 1), "b", csat(5, 5)), Map.of("a", 1L, "b", 9L))
          .adjusted()
          .orElseThrow();

      assertThat(adjusted.standardError()).isEmpty();
      assertThat(adjusted.interval().halfWidth()).isPositive();
    }

    @Test
    void refusesSizesThatAreMissingOrNegative() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PostStratification.of(Map.of("a", csat(1, 1)), Map.of("b", 3L)))
          .withMessage("population must name stratum 'a', which has answers, but names [b]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PostStratification.of(Map.of("a", csat(1, 1)), Map.of("a", -3L)))
          .withMessage("population of stratum 'a' must be at least 0 and finite, but was -3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PostStratification.of(Map.of(), Map.of("a", 3L)))
          .withMessageContaining("answers must be of at least one stratum");
    }
  }

  static Stream<Row> representativeness() {
    return ExpectedValues.of("representativeness.csv");
  }

  @ParameterizedTest
  @MethodSource("representativeness")
  void theIndicatorAgreesWithFiftyDigits(Row row) {
    Map<String, ResponseCounts> groups = new TreeMap<>();
    for (String each : row.text("groups").split(";", -1)) {
      String[] counts = each.split("/", -1);
      groups.put(each, counts(Long.parseLong(counts[1]), Long.parseLong(counts[0])));
    }

    Estimate indicator = Representativeness.of(groups).indicator().orElseThrow();

    assertThat(indicator.value()).isCloseTo(row.number("indicator"), within(1e-11));
    assertThat(indicator.standardError().orElseThrow())
        .isCloseTo(row.number("standard error"), within(1e-11));
  }

  private static ResponseCounts counts(long invited, long answered) {
    return new ResponseCounts(invited, invited, answered, 0);
  }

  @Nested
  class Representative {

    // Rates of 60, 40 and 20 % among 100, 200 and 50 invitations.
    @Test
    void isLowerTheMoreTheRatesDiffer() {
      Representativeness result = Representativeness.of(
          Map.of("a", counts(100, 60), "b", counts(200, 80), "c", counts(50, 10)));

      assertThat(result.indicator().orElseThrow().value()).isCloseTo(0.744, within(0.001));
      assertThat(result.byChance()).isCloseTo(0.926, within(0.001));
      assertThat(result.invited()).isEqualTo(350);
      assertThat(result.answered()).isEqualTo(150);
    }

    @Test
    void equalRatesAreAsRepresentativeAsCanBeAndStillUncertain() {
      Estimate indicator = Representativeness.of(Map.of("a", counts(10, 5), "b", counts(20, 10)))
          .indicator()
          .orElseThrow();

      assertThat(indicator.value()).isEqualTo(1);
      assertThat(indicator.interval().low()).isLessThan(0.9);
      assertThat(indicator.interval().high()).isEqualTo(1);
    }

    @Test
    void oneGroupOrNoAnswerSaysNothing() {
      assertThat(Representativeness.of(Map.of()).indicator()).isEmpty();
      assertThat(Representativeness.of(Map.of("a", counts(9, 3), "b", counts(0, 0)))
              .indicator())
          .isEmpty();
      assertThat(Representativeness.of(Map.of("a", counts(9, 0), "b", counts(5, 0)))
              .indicator())
          .isEmpty();
    }

    @Test
    void refusesMoreAnswersThanInvitations() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Representativeness.of(Map.of("a", counts(3, 4))))
          .withMessage("answered of group 'a' must be at most its 3 invitations, but was 4");
    }
  }

  @Nested
  class Worst {

    // 80 of 100 who answered are satisfied, 400 were asked: 20 % in the worst case, 95 % in the
    // best.
    @Test
    void boundsHoldWhateverTheSilentThink() {
      WorstCase bounds = WorstCase.of(Score.of(csat(20, 80)), 400).orElseThrow();

      assertThat(bounds.low()).isCloseTo(20, within(1e-12));
      assertThat(bounds.high()).isCloseTo(95, within(1e-12));
      assertThat(bounds.withSampling().low()).isLessThan(20);
      assertThat(bounds.withSampling().high()).isGreaterThan(95);
      assertThat(bounds.n()).isEqualTo(100);
    }

    @Test
    void areTheValueIfEverybodyAnswered() {
      WorstCase bounds = WorstCase.of(Score.of(ExpectedValues.nps(1, 1, 2)), 4).orElseThrow();

      assertThat(bounds.low()).isEqualTo(25);
      assertThat(bounds.high()).isEqualTo(25);
      assertThat(bounds.withSampling())
          .extracting(ConfidenceInterval::low, ConfidenceInterval::high)
          .containsExactly(
              Score.of(ExpectedValues.nps(1, 1, 2)).interval().orElseThrow().low(),
              Score.of(ExpectedValues.nps(1, 1, 2)).interval().orElseThrow().high());
    }

    @Test
    void areTheWholeScaleIfNobodyDid() {
      WorstCase bounds = WorstCase.of(Score.of(ExpectedValues.nps(0, 0, 0)), 9).orElseThrow();

      assertThat(bounds.low()).isEqualTo(-100);
      assertThat(bounds.high()).isEqualTo(100);
      assertThat(WorstCase.of(Score.of(csat(0, 0)), 0)).isEmpty();
    }

    @Test
    void refuseFewerAskedThanAnswered() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WorstCase.of(Score.of(csat(1, 2)), 2))
          .withMessage("asked must be at least the 3 answers, but was 2");
    }
  }
}
