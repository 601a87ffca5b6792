package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BackoffProperties {

  private static final long HALF_A_SECOND = 500_000_000L;
  private static final long FIVE_MINUTES = Duration.ofMinutes(5).toNanos();

  @Property
  void waitsAreUnderAnExponentialBoundFromHalfASecondToFiveMinutes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int failures) {
    Backoff backoff = new Backoff(new SplittableRandom(seed));
    long bound = HALF_A_SECOND;
    for (int i = 1; i <= failures; i++) {
      // An hour between two failures: the share of the outage does not bound anything.
      long wait = backoff.failed(i == 1 ? 0 : Duration.ofHours(i).toNanos(), null);

      assertThat(wait).isBetween(0L, i == 1 ? HALF_A_SECOND : bound);
      bound = Math.min(FIVE_MINUTES, bound * 2);
    }
  }

  @Property
  void theCollectorIsTriedAgainWithinAThirdOfTheOutage(
      @ForAll long seed,
      @ForAll long start,
      @ForAll @LongRange(min = 2_000_000_000L, max = 900_000_000_000L) long outage) {
    Backoff backoff = new Backoff(new SplittableRandom(seed));
    long now = start;
    while (now - start < outage) {
      now += Math.max(1, backoff.failed(now, null));
    }

    assertThat(now - start)
        .isLessThanOrEqualTo(Math.max(outage + HALF_A_SECOND, outage / 3 * 4 + 3));
  }

  @Property
  void retryAfterIsHonouredWithAtMostHalfASecondOfJitter(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 30) int before,
      @ForAll @IntRange(min = 0, max = 300) int seconds) {
    Backoff backoff = new Backoff(new SplittableRandom(seed));
    for (int i = 0; i < before; i++) {
      backoff.failed(Duration.ofHours(i).toNanos(), null);
    }

    long wait = backoff.failed(Duration.ofHours(before).toNanos(), Duration.ofSeconds(seconds));

    long asked = Duration.ofSeconds(seconds).toNanos();
    assertThat(wait).isBetween(asked, asked + HALF_A_SECOND);
  }

  @Property
  void aSuccessStartsOver(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int failures) {
    Backoff backoff = new Backoff(new SplittableRandom(seed));
    for (int i = 0; i < failures; i++) {
      backoff.failed(Duration.ofHours(i).toNanos(), null);
    }
    assertThat(backoff.failures()).isEqualTo(failures);

    backoff.succeeded();

    assertThat(backoff.failures()).isZero();
    assertThat(backoff.failed(Duration.ofHours(99).toNanos(), null))
        .isLessThanOrEqualTo(HALF_A_SECOND);
  }

  @Property(tries = 1)
  void jitterIsFull() {
    SplittableRandom seeds = new SplittableRandom(7);
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int i = 0; i < 1_000; i++) {
      long wait = new Backoff(new SplittableRandom(seeds.nextLong())).failed(0, null);
      least = Math.min(least, wait);
      most = Math.max(most, wait);
    }

    assertThat(least).isLessThan(HALF_A_SECOND / 50);
    assertThat(most).isGreaterThan(HALF_A_SECOND / 50 * 49);
  }
}
