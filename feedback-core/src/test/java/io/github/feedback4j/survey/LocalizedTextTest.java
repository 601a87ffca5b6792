package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalizedTextTest {

  private static final LocalizedText TEXT = LocalizedText.of(orderedMap(
      "de", "Hallo",
      "en", "Hello",
      "fr", "Bonjour",
      "fr-CA", "Allô",
      "es", "  ",
      "zh-Hant", "繁體",
      "zh-Hant-TW", "臺灣"));

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "fr-CA, fr-CA",
    "fr-BE, fr",
    "fr, fr",
    "FR-ca, fr-CA",
    "fr-CA-x-quebec, fr-CA",
    "fr-u-ca-gregory, fr",
    "fr-BE-u-ca-gregory-nu-latn, fr",
    "zh-Hant-TW, zh-Hant-TW",
    "zh-Hant-HK, zh-Hant",
    "zh-Hant-x-app, zh-Hant",
    "zh-Hans-CN, en",
    "zh, en",
    "es, en",
    "es-MX, en",
    "ja, en",
    "und, en",
    "de-CH-1901, de"
  })
  void looksUpFromSpecificToGeneralThenTheFallback(String wanted, String found) {
    Localized localized = TEXT.resolve(Locale.forLanguageTag(wanted), Locale.ENGLISH);

    assertThat(localized.locale()).isEqualTo(Locale.forLanguageTag(found));
    assertThat(localized.text()).isEqualTo(TEXT.texts().get(found));
  }

  @Test
  void looksTheFallbackUpTheSameWay() {
    assertThat(TEXT.resolve(Locale.JAPANESE, Locale.CANADA_FRENCH))
        .isEqualTo(new Localized("Allô", Locale.CANADA_FRENCH));
    assertThat(TEXT.resolve(Locale.JAPANESE, Locale.forLanguageTag("fr-CH")))
        .isEqualTo(new Localized("Bonjour", Locale.FRENCH));
  }

  @Test
  void givesTheFirstTextWhenNeitherLanguageHasOne() {
    assertThat(TEXT.resolve(Locale.JAPANESE, Locale.KOREAN))
        .isEqualTo(new Localized("Hallo", Locale.GERMAN));
  }

  @ParameterizedTest
  @CsvSource({"fr-CA, true", "fr-BE, true", "zh-Hant, true", "zh, false", "es, false", "und, false"
  })
  void coversALanguageThatHasATextOfItsOwn(String wanted, boolean covered) {
    assertThat(TEXT.covers(Locale.forLanguageTag(wanted))).isEqualTo(covered);
  }

  @Test
  void leavesBlankTextsOut() {
    assertThat(TEXT.texts()).doesNotContainKey("es");
  }

  @Test
  void keepsTheOrderAndWritesTagsAsTheStandardDoes() {
    LocalizedText text = LocalizedText.of("FR-ca", "Allô", "EN", "Hello");

    assertThat(text.texts().keySet()).containsExactly("fr-CA", "en");
    assertThat(text).hasToString("{fr-CA=Allô, en=Hello}");
  }

  @Test
  void keepsSpacesAroundAText() {
    assertThat(LocalizedText.of("en", " Hello ").texts()).containsEntry("en", " Hello ");
  }

  @Test
  void isEqualWhateverTheSpellingOfTags() {
    LocalizedText one = LocalizedText.of("fr-ca", "Allô", "en", "Hello");
    LocalizedText other = LocalizedText.of("en", "Hello", "FR-CA", "Allô");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(LocalizedText.of("fr-ca", "Allô", "en", "Hi"));
  }

  @Test
  void doesNotSeeLaterChangesOfTheMap() {
    Map<String, String> texts = orderedMap("en", "Hello");
    LocalizedText text = LocalizedText.of(texts);

    texts.put("fr", "Bonjour");

    assertThat(text.texts()).containsOnlyKeys("en");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> text.texts().clear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und", "x-app", "english language", "fr_CA", "e", "123", "fr-"})
  void refusesATagThatIsNotBcp47(String tag) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalizedText.of(tag, "Hello"))
        .withMessage(
            "language must be a BCP-47 tag such as 'en' or 'fr-CA', but was '" + tag + "'");
  }

  @Test
  void refusesOneLanguageInTwoSpellings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalizedText.of("fr-CA", "Allô", "fr-ca", "Bonjour"))
        .withMessage("language 'fr-CA' stands twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
  void refusesToBeBlankInEveryLanguage(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalizedText.of("en", blank, "fr", blank))
        .withMessage("text must be given in at least one language");
  }

  @Test
  void takesUpTo1000Characters() {
    String longest = "x".repeat(LocalizedText.MAX_LENGTH);

    assertThat(LocalizedText.of("en", longest).texts()).containsEntry("en", longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalizedText.of("en", longest + "x"))
        .withMessage("text 'en' must have at most 1000 characters, but has 1001");
  }

  @ParameterizedTest
  @MethodSource
  void refusesHalfASurrogatePair(String text, String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalizedText.of("en", text))
        .withMessage(
            "text 'en' must have whole characters only, but has half a surrogate pair " + place);
  }

  static Stream<Arguments> refusesHalfASurrogatePair() {
    return Stream.of(
        argumentSet("cut off at the end", "thanks \uD83D", "(U+D83D) at index 7"),
        argumentSet("cut off at the start", "\uDE00 thanks", "(U+DE00) at index 0"),
        argumentSet("in the wrong order", "😀\uDE00\uD83D", "(U+DE00) at index 2"));
  }

  @Test
  void takesCharactersBeyondTheBasicPlane() {
    assertThat(LocalizedText.of("en", "thanks 😀").texts()).containsEntry("en", "thanks 😀");
  }

  private static Map<String, String> orderedMap(String... tagsAndTexts) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < tagsAndTexts.length; i += 2) {
      map.put(tagsAndTexts[i], tagsAndTexts[i + 1]);
    }
    return map;
  }
}
