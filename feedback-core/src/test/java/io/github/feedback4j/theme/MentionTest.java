package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MentionTest {

  @Test
  void refusesAnotherFormOfTheme() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mention("Network", 0, 1, Polarity.NEUTRAL, "vpn"))
        .withMessage("theme must match [a-z0-9-]{1,64}, but was 'Network'");
  }

  @Test
  void refusesAPlaceBeforeTheText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mention("network", -1, 1, Polarity.NEUTRAL, "vpn"))
        .withMessage("start must be 0 or more, but was -1");
  }

  @Test
  void refusesAnEmptyPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mention("network", 3, 3, Polarity.NEUTRAL, "vpn"))
        .withMessage("end must be more than start (3), but was 3");
  }

  @Test
  void refusesABlankPhrase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mention("network", 0, 3, Polarity.NEUTRAL, " "))
        .withMessage("phrase must not be blank");
  }
}
