package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WarningsTest {

  private final AtomicLong nanoTime = new AtomicLong();
  private final Warnings warnings = new Warnings(nanoTime::get);

  @Test
  void sayACauseOnceAMinuteAndHowOftenItWasLeftUnsaid(CapturedOutput output) {
    for (int i = 0; i < 5; i++) {
      warnings.say("busy", "a batch was refused");
    }
    assertThat(output).containsOnlyOnce("a batch was refused").doesNotContain("times more");

    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
    warnings.say("busy", "a batch was refused");

    assertThat(output).contains("WARN").contains("a batch was refused; and 4 times more since");
  }

  @Test
  void sayEveryCauseApart(CapturedOutput output) {
    warnings.say("busy", "busy indeed");
    warnings.say("store", "the store is away");

    assertThat(output).contains("busy indeed").contains("the store is away");
  }
}
