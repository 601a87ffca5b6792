package io.github.feedback4j.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AskedTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private final Asked weekly = Asked.everything(5).every(7);

  @Test
  void sevenDaysAreAWeekFromMondayToSunday() {
    assertThat(weekly.period(Instant.parse("2026-01-05T00:00:00Z"))).isEqualTo("2026-01-05");
    assertThat(weekly.period(Instant.parse("2026-01-11T23:59:59.999Z"))).isEqualTo("2026-01-05");
    assertThat(weekly.period(Instant.parse("2026-01-12T00:00:00Z"))).isEqualTo("2026-01-12");
    assertThat(weekly.period(Instant.parse("1969-12-31T12:00:00Z"))).isEqualTo("1969-12-29");
  }

  @Test
  void periodsBeginWithTheFirstDayThatIsAskedFor() {
    Asked asked = weekly.between(MONDAY.plusDays(2), null);

    assertThat(asked.period(Instant.parse("2026-01-13T12:00:00Z"))).isEqualTo("2026-01-07");
    assertThat(asked.period(Instant.parse("2026-01-14T12:00:00Z"))).isEqualTo("2026-01-14");
  }

  @Test
  void theLastDayNoLongerCounts() {
    Asked asked = weekly.between(MONDAY, MONDAY.plusDays(1));

    assertThat(asked.contains(Instant.parse("2026-01-04T23:59:59.999Z"))).isFalse();
    assertThat(asked.contains(Instant.parse("2026-01-05T00:00:00Z"))).isTrue();
    assertThat(asked.contains(Instant.parse("2026-01-06T00:00:00Z"))).isFalse();
  }

  @Test
  void refusesWhatCannotBeAskedFor() {
    assertThatThrownBy(() -> weekly.by("mood"))
        .hasMessageContaining("dimension must be one of agent, change, channel");
    assertThatThrownBy(() -> weekly.by("team", "team"))
        .hasMessage("a dimension must be named once, but was: [team, team]");
    assertThatThrownBy(() -> weekly.between(MONDAY, MONDAY))
        .hasMessage("until must be after from (2026-01-05), but was 2026-01-05");
    assertThatThrownBy(() -> weekly.every(-1))
        .hasMessage("every must be at least 1 day, but was -1");
  }
}
