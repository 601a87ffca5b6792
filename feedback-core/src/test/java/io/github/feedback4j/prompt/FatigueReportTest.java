package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedback4j.prompt.FatigueComparison.Change;
import io.github.feedback4j.prompt.FatigueReport.Asks;
import io.github.feedback4j.prompt.FatigueReport.Skips;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.prompt.FatigueReport.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FatigueReportTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /** 100 people: 40 were never asked, 50 once, 9 four times, 1 twelve times. */
  private final FatigueReport report =
      report(new TreeMap<>(Map.of(0, 40L, 1, 50L, 4, 9L, 12, 1L)), Duration.ofHours(36), 20);

  private final FatigueReport nobody = report(new TreeMap<>(), null, 0);

  @Test
  void countsPeopleByHowOftenTheyWereAsked() {
    assertThat(report.people()).isEqualTo(100);
    assertThat(report.neverAsked()).isEqualTo(40);
    assertThat(report.askedMoreThan(0)).isEqualTo(60);
    assertThat(report.askedMoreThan(1)).isEqualTo(10);
    assertThat(report.askedMoreThan(12)).isZero();
    assertThat(report.mostAsks()).isEqualTo(12);
  }

  @Test
  void quantilesAreNearestRanks() {
    assertThat(report.asksOf(0.4)).isZero();
    assertThat(report.asksOf(0.41)).isEqualTo(1);
    assertThat(report.asksOf(0.5)).isEqualTo(1);
    assertThat(report.asksOf(0.9)).isEqualTo(1);
    assertThat(report.asksOf(0.99)).isEqualTo(4);
    assertThat(report.asksOf(1)).isEqualTo(12);
    assertThat(nobody.asksOf(0.5)).isZero();
    assertThatThrownBy(() -> report.asksOf(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void skippedAndAskedAreAllTouchpoints() {
    assertThat(report.totals().asked()).isEqualTo(98);
    assertThat(report.totals().skipped()).isEqualTo(20);
  }

  @Test
  void aComparisonHasEveryFigureBeforeAndAfter() {
    FatigueComparison comparison = new FatigueComparison(nobody, report);

    assertThat(comparison.figures()).hasSize(FatigueFigure.values().length);
    assertThat(change(comparison, FatigueFigure.ASKED).difference()).hasValue(98);
    assertThat(change(comparison, FatigueFigure.MORE_THAN_ONCE).after()).hasValue(0.1);
    assertThat(change(comparison, FatigueFigure.SHORTEST_GAP).after()).hasValue(1.5);
    assertThat(change(comparison, FatigueFigure.SHORTEST_GAP).before()).isEmpty();
    assertThat(change(comparison, FatigueFigure.SHORTEST_GAP).difference()).isEmpty();
    assertThat(comparison.skips())
        .containsExactly(
            new Change<>(SkipReason.COOLING_DOWN, OptionalDouble.of(0), OptionalDouble.of(20)));
    assertThat(comparison.answersByTeam())
        .containsExactly(new Change<>("Desk", OptionalDouble.of(0), OptionalDouble.of(50)));
  }

  private static Change<FatigueFigure> change(FatigueComparison comparison, FatigueFigure figure) {
    return comparison.figures().stream()
        .filter(each -> each.of() == figure)
        .findFirst()
        .orElseThrow();
  }

  private static FatigueReport report(
      SortedMap<Integer, Long> people, @Nullable Duration gap, long skipped) {
    long asked = people.entrySet().stream()
        .mapToLong(each -> each.getKey() * each.getValue())
        .sum();
    Map<Outcome, Long> outcomes =
        asked == 0 ? Map.of() : Map.of(Outcome.ANSWERED, 50L, Outcome.EXPIRED, asked - 50);
    return new FatigueReport(
        START,
        START,
        new Totals(asked + skipped, 0, 0, 0, asked, 0, outcomes),
        people,
        List.of(),
        asked == 0
            ? List.of()
            : List.of(new Team("Desk", 1, new TreeMap<>(Map.of("csat", new Asks(asked, 50))))),
        skipped == 0
            ? List.of()
            : List.of(new Skips(SkipReason.COOLING_DOWN, "csat", "any: 30d", skipped)),
        gap);
  }
}
