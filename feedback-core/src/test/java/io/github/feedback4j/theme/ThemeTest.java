package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

  private static final Theme NETWORK = Theme.of("network")
      .title("en", "Network & VPN")
      .title("fr", "Réseau et VPN")
      .phrases("en", "vpn", "wifi")
      .negative("en", "kept dropping")
      .positive("fr", "très stable");

  @Test
  void keepsTitlesAndPhrasesByLanguage() {
    assertThat(NETWORK.id()).isEqualTo("network");
    assertThat(NETWORK.titles()).isEqualTo(Map.of("en", "Network & VPN", "fr", "Réseau et VPN"));
    assertThat(NETWORK.phrases())
        .isEqualTo(Map.of(
            "en",
            Map.of(
                "vpn", Polarity.NEUTRAL,
                "wifi", Polarity.NEUTRAL,
                "kept dropping", Polarity.NEGATIVE),
            "fr",
            Map.of("très stable", Polarity.POSITIVE)));
  }

  @Test
  void additionsLeaveTheOriginalAlone() {
    Theme more = NETWORK.phrases("en", "internet");

    assertThat(more).isNotEqualTo(NETWORK);
    assertThat(NETWORK.phrases().get("en")).doesNotContainKey("internet");
  }

  @Test
  void doesNotDependOnTheOrderOfAdditions() {
    Theme other = Theme.of("network")
        .positive("FR", " très stable ")
        .negative("en", "kept dropping")
        .phrases("en", "wifi", "vpn", "wifi")
        .title("fr", "Réseau et VPN")
        .title("en", "Network & VPN");

    assertThat(other).isEqualTo(NETWORK).hasSameHashCodeAs(NETWORK);
  }

  @Test
  void resolvesTitlesToTheWantedLanguageThenEnglishThenAny() {
    assertThat(NETWORK.title(Locale.CANADA_FRENCH)).isEqualTo("Réseau et VPN");
    assertThat(NETWORK.title(Locale.GERMAN)).isEqualTo("Network & VPN");
    assertThat(Theme.of("a").title("fr", "Un").title(Locale.GERMAN)).isEqualTo("Un");
    assertThat(Theme.of("a").title(Locale.GERMAN)).isEqualTo("a");
  }

  @Test
  void acceptsAnotherSpellingOfAPhraseWithTheSamePolarity() {
    assertThat(NETWORK.phrases("en", "Wi-Fi").phrases().get("en")).containsKeys("wifi", "Wi-Fi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Network", "a b", "réseau", "a_b"})
  void refusesIdsOfAnotherForm(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theme.of(id))
        .withMessage("theme must match [a-z0-9-]{1,64}, but was '" + id + "'");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("blank phrase", t -> t.phrases("en", " "), "phrase (en) must not be blank"),
        mistake(
            "phrase without a word",
            t -> t.negative("fr", ":-("),
            "phrase ':-(' (fr) must have a letter or a digit"),
        mistake(
            "phrase of two sentences",
            t -> t.phrases("en", "slow. again"),
            "phrase 'slow. again' (en) must not have a sentence end between its words"),
        mistake(
            "long phrase",
            t -> t.phrases("en", "x".repeat(101)),
            "phrase (en) must have at most 100 characters, but has 101: '" + "x".repeat(80) + "…'"),
        mistake(
            "control character",
            t -> t.phrases("en", "a\tb"),
            "phrase (en) must not have a control character, but was 'a\tb'"),
        mistake(
            "two polarities",
            t -> t.positive("fr", "Tres-Stable").negative("fr", "très-stable"),
            "phrase 'très-stable' (fr) must have one polarity,"
                + " but is NEGATIVE and, as 'Tres-Stable', POSITIVE"),
        mistake("blank title", t -> t.title("en", ""), "title (en) must not be blank"),
        mistake(
            "language with a region",
            t -> t.title("fr-CA", "Réseau"),
            "language must be a code such as 'en' or 'fr' without a region, but was 'fr-CA'"),
        mistake(
            "language in words",
            t -> t.phrases("english", "vpn"),
            "language must be a code such as 'en' or 'fr' without a region, but was 'english'"));
  }

  private static Arguments mistake(String name, UnaryOperator<Theme> change, String message) {
    return argumentSet(name, change, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesThemePhraseAndConstraintOfAMistake(UnaryOperator<Theme> change, String message) {
    Theme theme = Theme.of("network");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(theme))
        .withMessage("theme 'network': " + message);
  }
}
