package io.github.feedback4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.benchmarks.AllocationBenchmark.End;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the other benchmarks measure what their names say, however often. */
class StatesTest {

  private static final int SIZE = 2_000;

  @ParameterizedTest
  @EnumSource
  void everyDecisionEndsWhereTheAllocationReportSays(End end) {
    AllocationBenchmark benchmark = new AllocationBenchmark();
    benchmark.end = end;
    benchmark.setUp();

    for (int i = 0; i < 10_000; i++) {
      Object result = benchmark.decide();
      switch (end) {
        case KEY, FORGET -> assertThat(result).isInstanceOf(RespondentKey.class);
        case ASK -> assertThat(((Decision.Ask) result).again()).isFalse();
        case ASK_AGAIN -> assertThat(((Decision.Ask) result).again()).isTrue();
        default -> assertThat(((Decision.Skip) result).reason()).isEqualTo(end.reason);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCheckOfALedgerPassesAndCommits(LedgerBenchmark.Who who) {
    LedgerBenchmark benchmark = new LedgerBenchmark();
    benchmark.people = SIZE;
    benchmark.who = who;
    benchmark.setUp();

    for (int i = 0; i < 2 * SIZE; i++) {
      assertThat(benchmark.contact(i % SIZE)).isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void anExplanationShowsEveryGateOfEverySurvey(int surveys) {
    ExplainBenchmark benchmark = explain(ExplainBenchmark.Who.EXPLAIN, surveys);

    Explanation explanation = (Explanation) benchmark.evaluate();

    assertThat(explanation.surveys())
        .hasSize(surveys)
        .allSatisfy(each -> assertThat(each.gates()).hasSizeGreaterThanOrEqualTo(9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20})
  void jsonLogicFindsTheOneSurveyWhoseConditionsHold(int surveys) {
    assertThat(explain(ExplainBenchmark.Who.JSON_LOGIC, surveys).evaluate()).isEqualTo(1);
  }

  private static ExplainBenchmark explain(ExplainBenchmark.Who who, int surveys) {
    ExplainBenchmark benchmark = new ExplainBenchmark();
    benchmark.people = SIZE;
    benchmark.who = who;
    benchmark.surveys = surveys;
    benchmark.setUp();
    return benchmark;
  }

  @ParameterizedTest
  @EnumSource
  void everyStoreOfTheMemoryReportKnowsEverybody(MemoryReport.Kept kept) {
    long empty = Settle.heap();
    Object store = MemoryReport.store(kept, new People(20_000));
    long full = Settle.heap();

    assertThat(full - empty).as("bytes of 20,000 people in %s", store).isGreaterThan(20_000 * 16L);
  }

  @Test
  void aTypicalHistoryIsOneAnsweredTicket() {
    assertThat(HistoryReport.lines())
        .filteredOn(each -> each.what().contains("typical"))
        .singleElement()
        .satisfies(each -> assertThat(each.history().contacts()).hasSize(1));
  }

  @Test
  void everyAdditionToACubeFindsACell() {
    TallyBenchmark.Cells cells = new TallyBenchmark.Cells();
    cells.cells = 20_000;
    cells.setUp();
    TallyBenchmark benchmark = new TallyBenchmark();

    for (int i = 0; i < 40_000; i++) {
      benchmark.cubeAdd(cells);
      benchmark.mapAdd(cells);
    }

    assertThat(cells.cube.size()).isEqualTo(20_000);
    assertThat(cells.answers()).isEqualTo(60_000);
  }

  @Test
  void mergedCubesHaveTheSameCells() {
    TallyBenchmark.Merges merges = new TallyBenchmark.Merges();
    merges.cells = 20_000;
    merges.setUp();

    assertThat(new TallyBenchmark().merge(merges).size()).isEqualTo(20_000);
    assertThat(new TallyBenchmark().mapMerge(merges)).isEqualTo(20_000);
  }

  @Test
  void theCoverageReportIsTheSameEachTime() {
    Figures figures = new Figures();

    String page = CoverageReport.page(figures, true);

    assertThat(page).isEqualTo(CoverageReport.page(new Figures(), true));
    assertThat(figures.get("nps, n = 10, SCORE, worst")).isGreaterThan(92.5);
    assertThat(figures.get("any nps, n = 10, ADJUSTED_WALD, worst")).isLessThan(90);
  }

  @Test
  void aTargetComparesWithThePeerAndSaysHowItWent() {
    Figures figures = new Figures();
    figures.put("a", 3, "ns/op");
    figures.put("b", 2, "ns/op");

    assertThat(Target.atMost("a", "b", 1.75, 1.25).line(figures))
        .contains("1.50")
        .endsWith("PASS");
    assertThat(Target.atMost("a", "b", 1.4, 1.2).line(figures)).endsWith("MISS");
    assertThat(Target.atLeast("a", "", 2, 3).line(figures)).endsWith("PASS, aim met");
    assertThat(Target.atMost("a", "c", 1, 1).line(figures)).endsWith("NOT MEASURED");
  }
}
