package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchSizeTest {

  private final BatchSize size = new BatchSize(500, 1_000_000);

  @Test
  void isAsConfiguredUntilSomethingWasTooLarge() {
    assertThat(size.records()).isEqualTo(500);
    assertThat(size.bytes()).isEqualTo(1_000_000);
  }

  @Test
  void isHalfOfWhatWasTooLarge() {
    size.tooLarge(300, 90_000);

    assertThat(size.records()).isEqualTo(150);
    assertThat(size.bytes()).isEqualTo(45_000);
  }

  @Test
  void growsAgainAfterAHundredBatchesUpToWhatIsConfigured() {
    size.tooLarge(500, 150_000);
    for (int i = 0; i < BatchSize.STREAK - 1; i++) {
      size.taken();
    }
    assertThat(size.records()).isEqualTo(250);

    size.taken();

    assertThat(size.records()).isEqualTo(500);
    assertThat(size.bytes()).isEqualTo(150_000);
    for (int i = 0; i < 10 * BatchSize.STREAK; i++) {
      size.taken();
    }
    assertThat(size.records()).isEqualTo(500);
    assertThat(size.bytes()).isEqualTo(1_000_000);
  }

  @Test
  void oneRecordThatIsTooLargeSaysNothingAboutBatches() {
    size.tooLarge(4, 2_000_000);
    size.tooLarge(2, 1_500_000);

    size.oneWasTooLarge();

    assertThat(size.records()).isEqualTo(500);
    assertThat(size.bytes()).isEqualTo(1_000_000);
  }

  @Test
  void isNeverNothing() {
    size.tooLarge(1, 1);

    assertThat(size.records()).isEqualTo(1);
    assertThat(size.bytes()).isEqualTo(1);
  }
}
