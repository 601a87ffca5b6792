package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ItemTest {

  private static final Rule VPN = new Rule.Word("vpn");

  @Test
  void hasALanguageInCanonicalFormOrEveryOne() {
    assertThat(new Item("a", "FR", Polarity.NEUTRAL, false, "vpn", VPN).language())
        .isEqualTo("fr");
    assertThat(new Item("a", "*", Polarity.NEUTRAL, false, "vpn", VPN).language())
        .isEqualTo("*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Item("a", "english", Polarity.NEUTRAL, false, "vpn", VPN))
        .withMessage(
            "language must be a code such as 'en' or 'fr' without a region, but was 'english'");
  }

  @Test
  void refusesATextOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Item("a", "en", Polarity.NEUTRAL, false, " ", VPN))
        .withMessage("text of an item must not be blank");
  }

  @Test
  void whatHidesHasNoPolarity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Item("a", "en", Polarity.NEGATIVE, true, "vpn", VPN))
        .withMessage("an item that hides must be NEUTRAL, but 'vpn' is NEGATIVE");
  }
}
