package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.spring.collector.CollectorProperties.RateLimit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

  private Allowance of(int batches, Duration within) {
    return new Allowance(new RateLimit(batches, within), nanoTime::get);
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  @Test
  void allMayComeAtOnceAndThenOneWheneverItsShareOfTheTimeHasPassed() {
    Allowance allowance = of(4, Duration.ofMinutes(1));
    for (int i = 0; i < 4; i++) {
      assertThat(allowance.take()).isZero();
    }

    assertThat(allowance.take()).isEqualTo(Duration.ofSeconds(15));
    pass(Duration.ofSeconds(10));
    assertThat(allowance.take()).isEqualTo(Duration.ofSeconds(5));
    pass(Duration.ofSeconds(5));
    assertThat(allowance.take()).isZero();
    assertThat(allowance.take()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aRefusalCostsNothing() {
    Allowance allowance = of(1, Duration.ofSeconds(10));
    assertThat(allowance.take()).isZero();
    for (int i = 0; i < 100; i++) {
      assertThat(allowance.take()).isEqualTo(Duration.ofSeconds(10));
    }

    pass(Duration.ofSeconds(10));

    assertThat(allowance.take()).isZero();
  }

  @Test
  void aLongSilenceSavesUpNoMoreThanTheWholeAllowance() {
    Allowance allowance = of(2, Duration.ofSeconds(2));
    pass(Duration.ofDays(30));

    assertThat(allowance.take()).isZero();
    assertThat(allowance.take()).isZero();
    assertThat(allowance.take()).isPositive();
  }

  @Test
  void zeroIsNoLimit() {
    Allowance allowance = of(0, Duration.ofSeconds(1));

    for (int i = 0; i < 10_000; i++) {
      assertThat(allowance.take()).isZero();
    }
  }
}
