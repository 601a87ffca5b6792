package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpoolOptionsTest {

  private final SpoolOptions defaults = SpoolOptions.defaults();

  @Test
  void isOnTheDiskWith256MegabytesForSevenDaysUnlessSaidOtherwise() {
    assertThat(defaults.directory()).isEqualTo(Path.of(".feedback4j/spool"));
    assertThat(defaults.isMemory()).isFalse();
    assertThat(defaults.maxBytes()).isEqualTo(256L << 20);
    assertThat(defaults.maxAge()).isEqualTo(Duration.ofDays(7));
    assertThat(defaults.fsync()).isEqualTo(FsyncPolicy.INTERVAL);
    assertThat(defaults.appendTimeout()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void changesLeaveTheOriginalAsItIs() {
    SpoolOptions changed = defaults
        .withDirectory(Path.of("elsewhere"))
        .withMaxBytes(1L << 20)
        .withMaxAge(Duration.ofHours(1))
        .withFsync(FsyncPolicy.ALWAYS)
        .withAppendTimeout(Duration.ofMillis(5));

    assertThat(changed)
        .hasToString("SpoolOptions[elsewhere, fsync ALWAYS, 1048576 bytes, PT1H, append within "
            + "PT0.005S]");
    assertThat(defaults.directory()).isEqualTo(Path.of(".feedback4j/spool"));
  }

  @Test
  void aDirectoryMakesItDurableAgain() {
    assertThat(SpoolOptions.memory().isMemory()).isTrue();
    assertThat(SpoolOptions.memory().withDirectory(Path.of("elsewhere")).isMemory())
        .isFalse();
  }

  @Test
  void aRecordMayTakeA32ndButAtLeast64KilobytesAndAtMost8Megabytes() {
    assertThat(defaults.withMaxBytes(1L << 20).maxRecordBytes()).isEqualTo(64 << 10);
    assertThat(defaults.withMaxBytes(32L << 20).maxRecordBytes()).isEqualTo(1 << 20);
    assertThat(defaults.withMaxBytes(1L << 40).maxRecordBytes()).isEqualTo(8 << 20);
  }

  @Test
  void namesTheBoundAndTheValueThatIsOutOfIt() {
    assertThatThrownBy(() -> defaults.withMaxBytes(1_048_575))
        .hasMessage("maxBytes must be at least 1048576, but was 1048575");
    assertThatThrownBy(() -> defaults.withMaxAge(Duration.ZERO))
        .hasMessage("maxAge must be between 1 ms and 3650 days, but was PT0S");
    assertThatThrownBy(() -> defaults.withMaxAge(Duration.ofDays(3651)))
        .hasMessageContaining("maxAge");
    assertThatThrownBy(() -> defaults.withAppendTimeout(Duration.ofMinutes(2)))
        .hasMessage("appendTimeout must be between 1 ms and 1 minute, but was PT2M");
  }
}
