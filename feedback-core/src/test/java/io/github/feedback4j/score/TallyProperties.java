package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TallyProperties {

  private static final MetricDefinition NPS = MetricDefinition.nps();

  record Reply(int point, double inclusionProbability) {}

  @Provide
  Arbitrary<Tally> tallies() {
    return Tallies.weighted(NPS);
  }

  @Provide
  Arbitrary<List<Reply>> replies() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10),
            Arbitraries.oneOf(
                Arbitraries.of(1.0, 0.5), Arbitraries.doubles().between(0, false, 1, true)))
        .as(Reply::new)
        .list()
        .ofMaxSize(40);
  }

  @Property
  void plusIsAssociative(
      @ForAll("tallies") Tally a, @ForAll("tallies") Tally b, @ForAll("tallies") Tally c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @Property
  void plusIsCommutative(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
  }

  @Property
  void anEmptyTallyChangesNothing(@ForAll("tallies") Tally a) {
    assertThat(a.plus(Tally.empty(NPS))).isEqualTo(a);
    assertThat(a.minus(Tally.empty(NPS))).isEqualTo(a);
  }

  @Property
  void minusTakesOutWhatPlusPutIn(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.minus(a)).isEqualTo(Tally.empty(NPS));
  }

  @Property
  void countsAddUp(@ForAll("tallies") Tally a, @ForAll("tallies") Tally b) {
    Tally sum = a.plus(b);

    assertThat(sum.n()).isEqualTo(a.n() + b.n());
    for (int point = 0; point <= 10; point++) {
      assertThat(sum.count(point)).isEqualTo(a.count(point) + b.count(point));
    }
    assertThat(sum.counts().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(sum.n());
    assertThat(sum.count("detractor") + sum.count("passive") + sum.count("promoter"))
        .isEqualTo(sum.n());
  }

  @Property
  void cellsAreAllThatIsNeededToRestoreIt(@ForAll("tallies") Tally a) {
    assertThat(Tally.ofCells(NPS, a.cells())).isEqualTo(a);
    assertThat(a.cells()).allMatch(cell -> cell.count() > 0);
  }

  @Property
  void aCounterCountsLikeAChainOfWith(@ForAll("replies") List<Reply> replies) {
    TallyCounter counter = new TallyCounter(NPS);
    Tally chain = Tally.empty(NPS);
    for (Reply each : replies) {
      counter.add(each.point(), each.inclusionProbability());
      chain = chain.with(each.point(), each.inclusionProbability(), 1);
    }

    assertThat(counter.snapshot()).isEqualTo(chain);
  }
}
