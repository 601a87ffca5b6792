package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.feedback4j.prompt.InMemorySurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.prompt.SurveyCounters.Counter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemorySurveyCountersTest extends SurveyCountersContract {

  private final InMemorySurveyCounters counters = new InMemorySurveyCounters();

  @Override
  protected SurveyCounters counters() {
    return counters;
  }

  @Test
  void aYearOfDaysLeavesTwoCounts() {
    for (int i = 0; i < 365; i++) {
      Instant from = Instant.EPOCH.plus(Duration.ofDays(i));
      counters.lease(new Counter("csat/quota", from, from.plus(Duration.ofDays(1))), 5, 1);
    }

    assertThat(counters.size()).isEqualTo(2);
  }

  @Test
  void refusesANameOrATimeThatNoStoreCouldKeep() {
    Instant second = Instant.ofEpochSecond(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Counter(" ", Instant.EPOCH, second))
        .withMessage("name must have 1 to 128 characters, but has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Counter("n".repeat(129), Instant.EPOCH, second))
        .withMessage("name must have 1 to 128 characters, but has 129");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Counter("n", second, second))
        .withMessage(
            "until (1970-01-01T00:00:01Z) must be after from (1970-01-01T00:00:01Z), both in whole seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Counter("n", Instant.EPOCH, second.plusNanos(1)))
        .withMessageEndingWith("both in whole seconds");
  }
}
