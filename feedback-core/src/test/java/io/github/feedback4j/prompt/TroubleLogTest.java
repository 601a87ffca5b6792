package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleLogTest {

  private final PrintStream console = System.err;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;
  private final TroubleLog log = new TroubleLog(() -> now);

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(console);
  }

  @Test
  void logsOneCauseOncePerMinute() {
    for (int second = 0; second < 60; second++) {
      log.warn("deciding", new IllegalStateException("gone"));
      now = now.plusSeconds(1);
    }
    assertThat(lines()).isEqualTo(1);

    log.warn("deciding", new IllegalStateException("gone"));
    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void logsEachCauseOnItsOwn() {
    log.warn("deciding", new IllegalStateException("gone"));
    log.warn("recording", new IllegalStateException("gone"));
    log.warn("deciding", new IllegalArgumentException("gone"));

    assertThat(lines()).isEqualTo(3);
  }

  @Test
  void aClockThatWasMovedBackDoesNotMakeItTalkative() {
    log.warn("deciding", new IllegalStateException("gone"));
    now = now.minus(Duration.ofHours(1));
    log.warn("deciding", new IllegalStateException("gone"));

    assertThat(lines()).isEqualTo(1);
  }

  private long lines() {
    return logged
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(each -> each.contains("trouble while"))
        .count();
  }
}
