package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Periods WEEKS = new Periods(MONDAY, 7);

  @Test
  void aPeriodBeginsAtMidnightOfUtcAndEndsJustBeforeTheNext() {
    assertThat(WEEKS.startOf(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo(MONDAY);
    assertThat(WEEKS.startOf(Instant.parse("2026-03-08T23:59:59.999999999Z"))).isEqualTo(MONDAY);
    assertThat(WEEKS.startOf(Instant.parse("2026-03-09T00:00:00Z"))).isEqualTo(MONDAY.plusDays(7));
    assertThat(WEEKS.startOf(Instant.parse("2026-03-01T23:59:59Z"))).isNull();
  }

  @Test
  void oneOfThemEndsWithTheLastDayAndTogetherTheyHoldAllDays() {
    Periods whole = Periods.endingWith(LocalDate.of(2026, 3, 15), 14, 7);
    Periods roundedUp = Periods.endingWith(LocalDate.of(2026, 3, 15), 15, 7);

    assertThat(whole).isEqualTo(WEEKS);
    assertThat(roundedUp).isEqualTo(new Periods(MONDAY.minusDays(7), 7));
  }

  @Test
  void aLengthOfLessThanADayIsNamed() {
    assertThatThrownBy(() -> new Periods(MONDAY, 0))
        .hasMessage("days must be at least 1, but was 0");
    assertThatThrownBy(() -> Periods.endingWith(MONDAY, 7, 0))
        .hasMessage("days must be at least 1, but was 0");
    assertThatThrownBy(() -> Periods.endingWith(MONDAY, 0, 7))
        .hasMessage("total must be at least 1, but was 0");
  }
}
