package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.insight.DriverShares.ThemeShare;
import io.github.feedback4j.insight.ThemePatterns.Pattern;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ThemePatternsProperties {

  private static final Set<String> THEMES = Set.of("kind", "slow", "wrong");
  private static final ThemePatterns EMPTY = ThemePatterns.empty(MetricDefinition.nps(), THEMES);

  @Provide
  Arbitrary<ThemePatterns> patterns() {
    Arbitrary<Pattern> rows = Combinators.combine(
            Arbitraries.of("kind", "slow", "wrong", "other").set().ofMaxSize(4),
            Arbitraries.integers().between(0, 10),
            Arbitraries.of(1.0, 0.5, 1e-12),
            Arbitraries.longs().between(0, 40))
        .as((themes, point, probability, count) -> new Pattern(
            new TreeSet<>(themes),
            Tally.empty(MetricDefinition.nps()).with(point, probability, count)));
    return rows.list().ofMaxSize(15).map(list -> {
      ThemePatterns patterns = EMPTY;
      for (Pattern each : list) {
        patterns = patterns.with(each.mentioned(), each.answers());
      }
      return patterns;
    });
  }

  @Property(tries = 200)
  void addingIsAssociativeAndCommutativeAndHasAZero(
      @ForAll("patterns") ThemePatterns a,
      @ForAll("patterns") ThemePatterns b,
      @ForAll("patterns") ThemePatterns c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(EMPTY)).isEqualTo(a);
  }

  @Property(tries = 200)
  void takingOutUndoesAdding(
      @ForAll("patterns") ThemePatterns a, @ForAll("patterns") ThemePatterns b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
  }

  @Property(tries = 200)
  void rowsCanBeKeptAndReadAgain(@ForAll("patterns") ThemePatterns patterns) {
    ThemePatterns read = EMPTY;
    for (Pattern each : patterns.patterns()) {
      read = read.with(each.mentioned(), each.answers());
    }
    assertThat(read).isEqualTo(patterns);
  }

  @Property(tries = 200)
  void anImpactIsWhatTheOthersScoreMore(@ForAll("patterns") ThemePatterns patterns) {
    for (ThemeImpact each : Drivers.of(patterns).impacts()) {
      Tally untagged = patterns.all().minus(patterns.mentioning(each.theme()));
      double difference = Score.of(untagged).value().orElseThrow()
          - Score.of(patterns.all()).value().orElseThrow();

      assertThat(each.impact().value()).isCloseTo(difference, within(1e-9));
      assertThat(each.impact().value()).isCloseTo(each.prevalence() * each.effect(), within(1e-12));
      assertThat(each.adjustedP()).isBetween(each.pValue(), 1.0);
      // Interval and p-value tell the same.
      assertThat(each.impact().isClear()).isEqualTo(each.pValue() < 0.05);
    }
  }

  @Property(tries = 200)
  void sharesAddUpToWhatIsExplained(@ForAll("patterns") ThemePatterns patterns) {
    DriverShares.of(patterns).ifPresent(shares -> {
      double sum = 0;
      for (ThemeShare each : shares.themes()) {
        assertThat(each.share().value()).isBetween(0.0, 1.0);
        assertThat(each.share().interval().contains(each.share().value())).isTrue();
        sum += each.share().value();
      }
      assertThat(sum).isCloseTo(shares.explained().value(), within(1e-9));
    });
  }

  @Property(tries = 100)
  void theScaleOfTheWeightsDoesNotMatter(@ForAll("patterns") ThemePatterns patterns) {
    ThemePatterns halved = EMPTY;
    for (Pattern each : patterns.patterns()) {
      Tally tally = Tally.ofCells(
          MetricDefinition.nps(),
          each.answers().cells().stream()
              .map(cell ->
                  new Tally.Cell(cell.point(), cell.inclusionProbability() / 2, cell.count()))
              .toList());
      halved = halved.with(each.mentioned(), tally);
    }
    assertThat(Drivers.of(halved)).isEqualTo(Drivers.of(patterns));
  }

  @Example
  void refusesOtherThemesAndOtherMetrics() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.plus(ThemePatterns.empty(MetricDefinition.nps(), Set.of("kind"))))
        .withMessage(
            "patterns must be of the same themes, but are of [kind, slow, wrong] and [kind]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.with(Set.of("kind"), ExpectedValues.csat(1, 1)))
        .withMessageContaining("tallies must be of the same series");
  }
}
