package io.github.feedback4j.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.feedback4j.prompt.ResponseBehaviour.Delay;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResponseBehaviourTest {

  private static final ResponseBehaviour DEFAULTS = ResponseBehaviour.defaults();

  @Test
  void whatIsLeftOverIsIgnored() {
    assertThat(DEFAULTS.ignores()).isCloseTo(0.255, within(1e-12));
    assertThat(DEFAULTS.withAnswers(0.755).ignores()).isCloseTo(0, within(1e-12));
  }

  @Test
  void probabilitiesLieBetween0And1AndAddUpToAtMost1() {
    assertThatThrownBy(() -> DEFAULTS.withSees(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sees must be between 0 and 1, but was 1.5");
    assertThatThrownBy(() -> DEFAULTS.withOptsOut(Double.NaN))
        .hasMessage("optsOut must be between 0 and 1, but was NaN");
    assertThatThrownBy(() -> DEFAULTS.withAnswers(0.9))
        .hasMessageStartingWith(
            "answers, dismisses, putsOff and optsOut must add up to at most 1, but add up to 1.1");
  }

  @Test
  void delaysAreInOrderAndBounded() {
    assertThatThrownBy(() -> new Delay(Duration.ofDays(2), Duration.ofDays(1)))
        .hasMessageContaining("goes from PT48H to PT24H");
    assertThatThrownBy(() -> Delay.of(Duration.ofDays(366)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DEFAULTS.withUntilReturn(Delay.of(Duration.ofMinutes(29))))
        .hasMessage("untilReturn must be at least PT30M, one visit, but was PT29M");
  }

  @Test
  void aDelayIsSpreadEvenlyBetweenItsBounds() {
    Delay delay = new Delay(Duration.ofHours(1), Duration.ofHours(3));

    assertThat(delay.at(0)).isEqualTo(Duration.ofHours(1));
    assertThat(delay.at(0.5)).isEqualTo(Duration.ofHours(2));
    assertThat(Delay.of(Duration.ofHours(4)).at(0.99)).isEqualTo(Duration.ofHours(4));
  }
}
