package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPeriodTest {

  @ParameterizedTest
  @CsvSource({
    // The first day of the period that has 2026-08-27, a Thursday, and of the next one.
    "day, 2026-08-27, 2026-08-28",
    "week, 2026-08-24, 2026-08-31",
    "month, 2026-08-01, 2026-09-01",
    "quarter, 2026-07-01, 2026-10-01",
    "half-year, 2026-07-01, 2027-01-01",
    "year, 2026-01-01, 2027-01-01",
    "P2W, 2026-08-17, 2026-08-31",
    "P18M, 2025-07-01, 2027-01-01"
  })
  void cutsTheCalendarWhereCalendarsDo(String text, LocalDate first, LocalDate next) {
    CalendarPeriod period = CalendarPeriod.parse(text);
    long number = period.number(LocalDate.of(2026, 8, 27));

    assertThat(period.first(number)).isEqualTo(first);
    assertThat(period.first(number + 1)).isEqualTo(next);
  }

  @Test
  void countsMonthsFromJanuaryAndDaysFromTheFirstMondayOf1970() {
    assertThat(CalendarPeriod.month().number(LocalDate.of(1970, 1, 1))).isZero();
    assertThat(CalendarPeriod.quarter().number(LocalDate.of(2026, 11, 26))).isEqualTo(56 * 4 + 3);
    assertThat(CalendarPeriod.week().first(0)).isEqualTo(LocalDate.of(1970, 1, 5));
    assertThat(CalendarPeriod.week().first(0).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(CalendarPeriod.day().number(LocalDate.of(1970, 1, 4))).isEqualTo(-1);
    assertThat(CalendarPeriod.year().number(LocalDate.of(1969, 12, 31))).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, day", "P7D, week", "P1W, week", "P1M, month", "P3M, quarter", "P6M, half-year",
    "P12M, year", "P1Y, year", "P4W, P28D", "P1Y6M, P18M", "P120M, P120M", "P3660D, P3660D"
  })
  void isWrittenWithAWordWhereThereIsOne(String text, String written) {
    assertThat(CalendarPeriod.parse(text)).hasToString(written);
    assertThat(CalendarPeriod.parse(written)).isEqualTo(CalendarPeriod.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P121M", "P3661D", "P-1M", "P-1D", "P1M1D", "P999999999Y"})
  void refusesWhatIsNoLength(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalendarPeriod.parse(text))
        .withMessageStartingWith("period must be 1 to 120 months or 1 to 3660 days, but was ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Quarter", "PT6H", "6 months", "halfyear"})
  void refusesWhatIsNoPeriod(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CalendarPeriod.parse(text))
        .withMessage(
            "period must be one of day, week, month, quarter, half-year, year, or like P2W or P18M, but was '"
                + text
                + "'");
  }
}
