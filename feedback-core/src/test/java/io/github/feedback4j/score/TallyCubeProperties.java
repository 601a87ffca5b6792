package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.MetricDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TallyCubeProperties {

  private static final List<MetricDefinition> METRICS =
      List.of(MetricDefinition.csat(), MetricDefinition.nps());
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  record Reply(
      MetricDefinition metric,
      LocalDate day,
      int point,
      double probability,
      String team,
      String service,
      String channel) {

    void addTo(TallyCube cube) {
      cube.add(metric, day, point, probability, team, service, channel);
    }
  }

  @Provide
  Arbitrary<List<Reply>> replies() {
    return Combinators.combine(
            Arbitraries.of(METRICS),
            Arbitraries.integers().between(-2, 2).map(START::plusDays),
            Arbitraries.integers().between(1, 5),
            Arbitraries.of(1.0, 0.5, 0.1),
            Arbitraries.of("a", "b", ""),
            Arbitraries.of("b", "a", "c", "Aa", "BB"), // the last two have the same hash
            Arbitraries.of("x", "y"))
        .as(Reply::new)
        .list()
        .ofMaxSize(60);
  }

  private static TallyCube cube(List<Reply> replies) {
    TallyCube cube = TallyCube.by("team", "service", "channel");
    replies.forEach(each -> each.addTo(cube));
    return cube;
  }

  @Property
  void plusIsAssociativeAndCommutative(
      @ForAll("replies") List<Reply> one,
      @ForAll("replies") List<Reply> two,
      @ForAll("replies") List<Reply> three) {
    TallyCube a = cube(one);
    TallyCube b = cube(two);
    TallyCube c = cube(three);

    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(cube(List.of()))).isEqualTo(a);
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a).isEqualTo(cube(one));
  }

  @Property
  void theOrderOfAnswersDoesNotMatter(@ForAll("replies") List<Reply> replies) {
    List<Reply> reversed = new ArrayList<>(replies);
    Collections.reverse(reversed);

    assertThat(cube(reversed)).isEqualTo(cube(replies)).hasSameHashCodeAs(cube(replies));
  }

  @Property
  void everySumIsTheTallyOfItsAnswers(@ForAll("replies") List<Reply> replies) {
    TallyCube cube = cube(replies);

    for (MetricDefinition metric : METRICS) {
      TallyCounter all = new TallyCounter(metric);
      TallyCounter part = new TallyCounter(metric);
      for (Reply each : replies) {
        if (each.metric().equals(metric)) {
          all.add(each.point(), each.probability());
          if (each.service().equals("Aa") && each.day().isBefore(START)) {
            part.add(each.point(), each.probability());
          }
        }
      }
      assertThat(cube.sum(metric)).isEqualTo(all.snapshot());
      assertThat(cube.where("service", "Aa").between(null, START).sum(metric))
          .isEqualTo(part.snapshot());
      assertThat(sum(metric, cube.sumBy("team", metric).values())).isEqualTo(all.snapshot());
      assertThat(sum(metric, cube.sumByDay(metric).values())).isEqualTo(all.snapshot());
    }
  }

  private static Tally sum(MetricDefinition metric, Iterable<Tally> tallies) {
    Tally sum = Tally.empty(metric);
    for (Tally each : tallies) {
      sum = sum.plus(each);
    }
    return sum;
  }

  @Property
  void cellsAreAllThatIsNeededToRestoreIt(@ForAll("replies") List<Reply> replies) {
    TallyCube cube = cube(replies);
    TallyCube restored = TallyCube.by("team", "service", "channel");

    cube.cells().forEach(restored::add);

    assertThat(restored).isEqualTo(cube);
    assertThat(cube.cells()).hasSize(cube.size()).allMatch(each -> each.tally().n() > 0);
  }
}
