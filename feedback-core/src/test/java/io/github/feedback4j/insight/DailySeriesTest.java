package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DailySeriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void countsTheClassesThatTheCallerCallsUnhappy() {
    assertThat(DailySeries.Day.of(DAY, ExpectedValues.nps(4, 5, 6), Set.of("detractor")))
        .isEqualTo(new DailySeries.Day(DAY, 4, 15));
    assertThat(DailySeries.Day.of(DAY, ExpectedValues.nps(4, 5, 6), Set.of("detractor", "passive")))
        .isEqualTo(new DailySeries.Day(DAY, 9, 15));
  }

  @Test
  void namesTheClassesIfNoneOfThemIsMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailySeries.Day.of(DAY, ExpectedValues.csat(1, 2), Set.of("detractor")))
        .withMessageContaining("[unsatisfied, satisfied]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailySeries.Day.of(DAY, ExpectedValues.csat(1, 2), Set.of()))
        .withMessage(
            "unhappyClasses must name at least one class of metric 'csat', such as 'unsatisfied'");
  }

  @Test
  void daysWithoutAnswersTakeNoRoom() {
    DailySeries series = DailySeries.empty().with(DAY, 0, 0).with(DAY.plusDays(1), 1, 2);

    assertThat(series.days()).containsExactly(new DailySeries.Day(DAY.plusDays(1), 1, 2));
    assertThat(series).hasToString("1 of 2 unhappy on 1 days");
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DailySeries.Day(DAY, 3, 2))
        .withMessage(
            "unhappy answers of 2026-03-02 must be between 0 and its 2 answers, but was 3");
    assertThatIllegalArgumentException().isThrownBy(() -> new DailySeries.Day(DAY, -1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DailySeries.Day(DAY, 0, DailySeries.MAX_ANSWERS + 1))
        .withMessageContaining("must be between 0 and 1000000000000");
  }

  @Test
  void neverTakesOutWhatIsNotThere() {
    DailySeries series = DailySeries.empty().with(DAY, 2, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.minus(DailySeries.empty().with(DAY, 3, 3)))
        .withMessage("cannot take 3 answers (3 unhappy) out of 2026-03-02: it has 5 (2 unhappy)");
    // The three happy ones are there; four are not.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.minus(DailySeries.empty().with(DAY, 0, 4)));
  }

  @Test
  void spansAHundredYearsAtMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DailySeries.of(List.of(
            new DailySeries.Day(DAY, 0, 1),
            new DailySeries.Day(DAY.plusDays(DailySeries.MAX_DAYS), 0, 1))))
        .withMessageContaining("a series must span at most 36600 days");
  }
}
