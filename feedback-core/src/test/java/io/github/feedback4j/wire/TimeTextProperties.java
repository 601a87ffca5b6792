package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeTextProperties {

  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Property
  void writesWhatTheJdkWrites(@ForAll("instants") Instant instant) {
    byte[] into = new byte[TimeText.MOST_LENGTH];
    Arrays.fill(into, (byte) '#');

    String text = new String(into, 0, TimeText.write(instant, into), US_ASCII);

    assertThat(text).isEqualTo(instant.toString());
    assertThat(TimeText.read(text)).isEqualTo(instant);
  }

  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Long> seconds = Arbitraries.oneOf(
        Arbitraries.longs().between(FIRST, LAST),
        Arbitraries.longs().between(1_700_000_000L, 1_900_000_000L),
        Arbitraries.of(FIRST, LAST, -1L, 0L));
    Arbitrary<Integer> nanos = Arbitraries.oneOf(
        Arbitraries.integers().between(0, 999_999_999),
        Arbitraries.integers().between(0, 999).map(each -> each * 1_000_000),
        Arbitraries.integers().between(0, 999_999).map(each -> each * 1_000),
        Arbitraries.just(0));
    return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
  }

  @Example
  void knowsTheYearsThatHaveFourDigits() {
    assertThat(TimeText.hasFourDigitYear(Instant.ofEpochSecond(FIRST))).isTrue();
    assertThat(TimeText.hasFourDigitYear(Instant.ofEpochSecond(FIRST).minusNanos(1)))
        .isFalse();
    assertThat(TimeText.hasFourDigitYear(Instant.ofEpochSecond(LAST, 999_999_999)))
        .isTrue();
    assertThat(TimeText.hasFourDigitYear(Instant.ofEpochSecond(LAST + 1))).isFalse();
  }

  @Example
  void readsEveryFormOfRfc3339() {
    Instant eight = Instant.parse("2026-01-31T08:00:00Z");

    assertThat(TimeText.read("2026-01-31T08:00:00+00:00")).isEqualTo(eight);
    assertThat(TimeText.read("2026-01-31T10:30:00.000+02:30")).isEqualTo(eight);
    assertThat(TimeText.read("2026-01-31t08:00:00z")).isEqualTo(eight);
    assertThat(TimeText.read("2026-01-31T08:00:00.1Z")).isEqualTo(eight.plusMillis(100));
  }

  @Example
  void refusesWhatIsNoTime() {
    assertThat(TimeText.read("")).isNull();
    assertThat(TimeText.read("2026-01-31")).isNull();
    assertThat(TimeText.read("2026-01-31T08:00:00")).isNull();
    assertThat(TimeText.read("2026-02-30T08:00:00Z")).isNull();
    assertThat(TimeText.read("1769846400")).isNull();
  }
}
