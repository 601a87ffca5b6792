package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  /** The date of RFC 9110's own examples is 1994-11-06T08:49:37Z. */
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

  @Test
  void readsSeconds() {
    assertThat(RetryAfter.parse("120", null, NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse(" 0 ", null, NOW)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsADateInEveryFormOfHttp(String date) {
    // The year of the second form has two digits and is read as one of this century.
    Instant now = date.contains("-94") ? Instant.parse("2094-11-06T08:49:07Z") : NOW;

    assertThat(RetryAfter.parse(date, null, now)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aDateIsMeantByTheClockOfTheCollector() {
    Instant slow = NOW.minusSeconds(3_600);

    assertThat(RetryAfter.parse(
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:27 GMT", slow))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatIsLongerThanFiveMinutesCountsAsFiveMinutes() {
    assertThat(RetryAfter.parse("301", null, NOW)).isEqualTo(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse("9".repeat(100), null, NOW)).isEqualTo(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse("Tue, 08 Nov 1994 08:49:37 GMT", null, NOW))
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void whatIsOverCountsAsNow() {
    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:00:00 GMT", null, NOW))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "١٢", "Sun, 99 Nov 1994 08:49:37 GMT"})
  void whatIsNeitherCountsAsNothing(String header) {
    assertThat(RetryAfter.parse(header, null, NOW)).isNull();
  }

  @Test
  void noHeaderCountsAsNothing() {
    assertThat(RetryAfter.parse(null, "Sun, 06 Nov 1994 08:49:37 GMT", NOW)).isNull();
  }
}
