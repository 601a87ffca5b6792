package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "30d, P30D",
    "1 day, P1D",
    "2 days, P2D",
    "12h, PT12H",
    "1 hour, PT1H",
    "12 hours, PT12H",
    "45min, PT45M",
    "1 minute, PT1M",
    "45 minutes, PT45M",
    "90s, PT90S",
    "1 second, PT1S",
    "90 Seconds, PT90S",
    "'  7D ', P7D",
    "0s, PT0S",
    "PT12H, PT12H",
    "P2DT3H, PT51H",
    "pt0.5s, PT0.5S",
    "999999999d, P999999999D"
  })
  void reads(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "d",
        "30 weeks",
        "30m",
        "1.5h",
        "-1d",
        "1d 2h",
        "1  d",
        "P1M",
        "two days",
        "1000000000d",
        "٣d"
      })
  void refuses(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessage(
            "duration must be written like 30d, 12h, 45 min or PT12H, but was '" + text + "'");
  }

  @ParameterizedTest
  @MethodSource
  void writesTheLargestWholeUnit(Duration duration, String expected) {
    assertThat(Durations.format(duration)).isEqualTo(expected);
  }

  static Stream<Arguments> writesTheLargestWholeUnit() {
    return Stream.of(
        argumentSet("days", Duration.ofDays(30), "30d"),
        argumentSet("hours", Duration.ofHours(36), "36h"),
        argumentSet("minutes", Duration.ofMinutes(90), "90min"),
        argumentSet("seconds", Duration.ofSeconds(90), "90s"),
        argumentSet("nothing", Duration.ZERO, "0s"),
        argumentSet("nanoseconds", Duration.ofSeconds(1, 5), "PT1.000000005S"),
        argumentSet("a negative time", Duration.ofHours(-1), "PT-1H"),
        argumentSet("more than nine digits", Duration.ofSeconds(1_000_000_000), "PT277777H46M40S"));
  }
}
