package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableTimeTest {

  private final SettableTime time = SettableTime.at("2026-01-05T08:00:00Z");

  @Test
  void standsStillUntilMoved() {
    Instant first = time.instant();

    assertThat(time.instant()).isEqualTo(first);
    assertThat(time.advance(Duration.ofDays(-1))).isEqualTo("2026-01-04T08:00:00Z");
    assertThat(time.instant()).isEqualTo("2026-01-04T08:00:00Z");
  }

  @Test
  void showsWhatItIsSetTo() {
    time.set(Instant.EPOCH);

    assertThat(time.instant()).isEqualTo(Instant.EPOCH);
  }
}
