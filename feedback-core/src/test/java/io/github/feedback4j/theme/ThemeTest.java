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
        mistake(
            "blank phrase",
            t -> t.phrases("en", " "),
            " (en): rule '', column 1: it is blank; write a word, or delete it"),
        mistake(
            "phrase without a word",
            t -> t.negative("fr", ":-/"),
            " (fr): rule ':-/', column 1: ':-/' has no letter, digit or emoji; put a word there, or"
                + " leave it out"),
        mistake(
            "phrase of two sentences",
            t -> t.phrases("en", "slow. again"),
            " (en): rule 'slow. again', column 1: a sentence ends between the words of a phrase; make"
                + " two items of it, or leave the punctuation out"),
        mistake(
            "long phrase",
            t -> t.phrases("en", "x".repeat(1_001)),
            " (en): rule '" + "x".repeat(40)
                + "…', column 1001: it has 1001 characters, but may have"
                + " 1000; make several items of it"),
        mistake(
            "control character",
            t -> t.phrases("en", "a\tb"),
            " (en): rule 'a\tb', column 2: character U+0009 is not allowed; write the rule in one line"
                + " of plain text"),
        mistake(
            "two polarities",
            t -> t.positive("fr", "Tres-Stable").negative("fr", "très-stable"),
            " (fr): rule 'très-stable' must have one polarity,"
                + " but is NEGATIVE and, as 'Tres-Stable', POSITIVE"),
        mistake(
            "two polarities, one of them in every language",
            t -> t.positive("fr", "stable").negative("*", "stable"),
            " (every language): rule 'stable' must have one polarity,"
                + " but is NEGATIVE and, as 'stable', POSITIVE"),
        mistake(
            "parent of another form",
            t -> t.parent("IT"),
            ": parent must match [a-z0-9-]{1,64}, but was 'IT'"),
        mistake(
            "the language that is called as what is hidden",
            t -> t.phrases("not", "vpn"),
            ": language must be a code such as 'en' or 'fr' without a region, but was 'not'"),
        mistake(
            "half of an emoji in a title",
            t -> t.title("en", "a\ud83d"),
            ": title (en) must not have a control character or half of a character, but was"
                + " 'a\ud83d'"),
        mistake("blank title", t -> t.title("en", ""), ": title (en) must not be blank"),
        mistake(
            "language with a region",
            t -> t.title("fr-CA", "Réseau"),
            ": language must be a code such as 'en' or 'fr' without a region, but was 'fr-CA'"),
        mistake(
            "language in words",
            t -> t.phrases("english", "vpn"),
            ": language must be a code such as 'en' or 'fr' without a region, but was 'english'"));
  }

  @Test
  void keepsItsParent() {
    assertThat(NETWORK.parent()).isNull();
    assertThat(NETWORK.parent("connectivity").title("en", "Net").parent())
        .isEqualTo("connectivity");
    assertThat(NETWORK.parent("connectivity")).isNotEqualTo(NETWORK);
  }

  @Test
  void itemsAreRulesByLanguageAndText() {
    Theme theme = Theme.of("network")
        .phrases("en", "wifi | wi fi", "vpn")
        .negative("*", "disconnect*")
        .hiding("en", "professional network")
        .rules("fr", Polarity.POSITIVE, new Rule.Prefix("rapid"));

    assertThat(theme.items())
        .containsExactly(
            item("*", Polarity.NEGATIVE, false, "disconnect*"),
            item("en", Polarity.NEUTRAL, false, "vpn"),
            item("en", Polarity.NEUTRAL, false, "wifi | wi fi"),
            item("en", Polarity.NEUTRAL, true, "professional network"),
            item("fr", Polarity.POSITIVE, false, "rapid*"));
    assertThat(theme.languages()).containsExactly("en", "fr");
    assertThat(theme.phrases().get("fr"))
        .isEqualTo(Map.of("disconnect*", Polarity.NEGATIVE, "rapid*", Polarity.POSITIVE));
    assertThat(theme).hasToString("network (5 items)");
  }

  private static Item item(String language, Polarity polarity, boolean hides, String text) {
    return new Item("network", language, polarity, hides, text, Rule.parse(text));
  }

  @Test
  void aRuleMayBeNeutralAndPolarThenItIsPolar() {
    Theme theme = Theme.of("network").phrases("en", "lost").negative("*", "lost");

    assertThat(theme.phrases().get("en")).isEqualTo(Map.of("lost", Polarity.NEGATIVE));
  }

  @Test
  void polaritiesMayDifferBetweenLanguages() {
    assertThat(Theme.of("a").positive("en", "chat").negative("fr", "chat").items())
        .hasSize(2);
  }

  @Test
  void speaksTheLanguagesOfItsTitlesIfItHasNoItemsOfItsOwn() {
    assertThat(Theme.of("a").title("fr", "A").negative("*", "x").languages()).containsExactly("fr");
    assertThat(Theme.of("a").negative("*", "x").languages()).isEmpty();
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
        .withMessage("theme 'network'" + message);
  }
}
