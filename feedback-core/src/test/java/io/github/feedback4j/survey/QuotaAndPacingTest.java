package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaAndPacingTest {

  @ParameterizedTest
  @CsvSource({
    "TOTAL, 2026-03-04, 1970-01-01,",
    "DAY, 2026-03-04, 2026-03-04, 2026-03-05",
    "WEEK, 2026-03-01, 2026-02-23, 2026-03-02",
    "WEEK, 2026-03-02, 2026-03-02, 2026-03-09",
    "MONTH, 2024-02-29, 2024-02-01, 2024-03-01",
    "MONTH, 2026-12-31, 2026-12-01, 2027-01-01",
  })
  void aStretchBeginsAndEndsWithTheCalendar(
      Per per, LocalDate day, LocalDate first, LocalDate next) {
    assertThat(per.first(day)).isEqualTo(first);
    assertThat(per.next(first)).isEqualTo(next);
  }

  @Test
  void daysBeginInUtcUnlessSaidOtherwise() {
    assertThat(Quota.perWeek(5)).isEqualTo(new Quota(5, Per.WEEK, ZoneId.of("UTC")));
    assertThat(Pacing.perDay(5).zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(Quota.perMonth(5).withZone(ZoneId.of("Europe/Paris")).zone())
        .isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void aDayIsWholeUnlessSaidOtherwise() {
    assertThat(Pacing.perDay(5).from()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(Pacing.perDay(5).until()).isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void readAsAFileWritesThem() {
    assertThat(Quota.total(500)).hasToString("quota: {answers: 500, per: total}");
    assertThat(Pacing.perMonth(200)).hasToString("pacing: {answers: 200, per: month}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
  void refusesANumberOutOfBounds(int answers) {
    String message = "answers must be between 1 and 1000000, but was " + answers;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quota.total(answers))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pacing.perDay(answers))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"08:00, 08:00", "08:00, 07:59", "00:01, 00:01"})
  void refusesADayThatEndsBeforeItBegins(LocalTime from, LocalTime until) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pacing.perDay(5).between(from, until))
        .withMessage("until (%s) must be after from (%s), or 00:00 for the end of the day"
            .formatted(until, from));
  }

  @Test
  void takesADayThatEndsAtMidnight() {
    assertThat(
            Pacing.perDay(5).between(LocalTime.of(23, 59), LocalTime.MIDNIGHT).until())
        .isEqualTo(LocalTime.MIDNIGHT);
  }
}
