package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RuleTaggerProperties {

  private static final ThemePack PACK = ThemePacks.itService();
  private static final ThemeTagger TAGGER = ThemeTagger.phrases(PACK);
  private static final RuleTagger RULES = RulePacks.tagger(RulePacks.CAPABILITIES);

  record Listed(String theme, String language, String text) {}

  @Property
  void eachMentionCutsWholeCharactersOutOfAnyText(@ForAll("texts") String text) {
    for (Mention each : TAGGER.tag(text, null)) {
      assertThat(each.end()).isLessThanOrEqualTo(text.length());
      assertThat(isCharacterBoundary(text, each.start())).isTrue();
      assertThat(isCharacterBoundary(text, each.end())).isTrue();
    }
  }

  @Property
  void mentionsOfOneThemeDoNotOverlap(@ForAll("texts") String text) {
    List<Mention> mentions = TAGGER.tag(text, null);

    for (Theme theme : PACK.themes()) {
      int free = 0;
      for (Mention each : mentions) {
        if (each.theme().equals(theme.id())) {
          assertThat(each.start()).isGreaterThanOrEqualTo(free);
          free = each.end();
        }
      }
    }
  }

  @Property
  void findsAPhraseWhereItStands(
      @ForAll("letterless") String before,
      @ForAll("phrases") Listed phrase,
      @ForAll("letterless") String behind) {
    String text = before + " " + phrase.text() + " " + behind;
    int start = before.length() + 1;

    assertThat(TAGGER.tag(text, Locale.forLanguageTag(phrase.language()))).anySatisfy(each -> {
      assertThat(each.theme()).isEqualTo(phrase.theme());
      assertThat(each.start()).isEqualTo(start);
      assertThat(each.end()).isEqualTo(start + phrase.text().length());
    });
  }

  @Property
  void caseDoesNotMatter(@ForAll("texts") String text) {
    assertThat(found(text.toUpperCase(Locale.ROOT))).isEqualTo(found(text));
    assertThat(found(text.toLowerCase(Locale.ROOT))).isEqualTo(found(text));
  }

  @Property
  void composedAndDecomposedTextsAreAlike(@ForAll("texts") String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(found(decomposed)).isEqualTo(found(composed));
  }

  @Property
  void theSameTextGivesTheSameMentions(@ForAll("texts") String text) {
    ThemeTagger another = ThemeTagger.phrases(PACK);

    assertThat(another.tag(text, null)).isEqualTo(TAGGER.tag(text, null));
  }

  @Property
  void eachTagCutsWholeCharactersOutOfAnyText(@ForAll("comments") String text) {
    for (Tag each : RULES.tags(text, null, Polarity.NEGATIVE).tags()) {
      for (Tag.Span span : each.spans()) {
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        assertThat(isCharacterBoundary(text, span.start())).isTrue();
        assertThat(isCharacterBoundary(text, span.end())).isTrue();
      }
    }
  }

  @Property
  void tagsAndMentionsAreTheSamePlaces(@ForAll("comments") String text) {
    assertThat(RULES.tags(text, null).mentions()).isEqualTo(RULES.tag(text, null));
  }

  @Property(tries = 50)
  void whatWasTaggedBeforeDoesNotMatter(
      @ForAll("comments") String before, @ForAll("comments") String text) {
    RULES.tag(before, null);

    assertThat(RULES.tags(text, null))
        .isEqualTo(RulePacks.tagger(RulePacks.CAPABILITIES).tags(text, null));
  }

  @Property
  void theSecondHalfOfATextTakesAsManyStepsAsTheFirst(@ForAll("comments") String comment) {
    String once = (comment + ". ").repeat(20);

    // Steps of a text of n units grow at most in proportion, apart from where the halves meet.
    assertThat(RULES.steps(once + once, null))
        .isLessThanOrEqualTo(2 * RULES.steps(once, null) + 100);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(4, phrases().map(Listed::text)),
        Tuple.of(2, Arbitraries.of(" ", ". ", "-", "'", "’", "l'", "\n", "'s ", "\u0301")),
        Tuple.of(
            2,
            Arbitraries.of("\ud83d", "\ude00", "😀", "ﬁ", "İ", "œ", "\u200d", "\u20e3", "ß", "é")),
        Tuple.of(1, Arbitraries.strings().all().ofMaxLength(5)));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> comments() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Arbitraries.of(
                "the",
                "not",
                "connection",
                "lost",
                "vpn",
                "slow",
                "kept",
                "dropping",
                "ne",
                "pas",
                "coupé",
                "réseau",
                "compte",
                "bloqué",
                "professional",
                "network",
                "room",
                "screen",
                "but",
                "mais",
                "and",
                "don't",
                "isn't",
                "wi-fi",
                "fassst",
                "ré\u0301seau",
                "Teams",
                "audio",
                "music",
                "no",
                "reply",
                "problem",
                "solved",
                "l'écran",
                "printer's")),
        Tuple.of(3, Arbitraries.of(" ", " ", " ", ", ", ". ", "\n", "-", "'", "\u0301", ";", "(")),
        Tuple.of(
            1, Arbitraries.of("\ud83d", "\ude00", "😡", "👍🏽", "ﬁ", "\u200d", ":-)", "<3", "ß")),
        Tuple.of(1, Arbitraries.strings().all().ofMaxLength(3)));
    return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Listed> phrases() {
    List<Listed> all = PACK.themes().stream()
        .flatMap(theme -> theme.phrases().entrySet().stream()
            .flatMap(byLanguage -> byLanguage.getValue().keySet().stream()
                .map(each -> new Listed(theme.id(), byLanguage.getKey(), each))))
        .toList();
    return Arbitraries.of(all);
  }

  @Provide
  Arbitrary<String> letterless() {
    return Arbitraries.strings()
        .withChars(' ', '\n', '.', ',', '!', '?', '-', '(', '"', '\u2026', '\ud83d', '\ude00', '☹')
        .ofMaxLength(10);
  }

  private static List<String> found(String text) {
    return TAGGER.tag(text, null).stream()
        .map(each -> each.theme() + each.polarity())
        .toList();
  }

  private static boolean isCharacterBoundary(String text, int index) {
    if (index == text.length()) {
      return true;
    }
    boolean insidePair = index > 0
        && Character.isHighSurrogate(text.charAt(index - 1))
        && Character.isLowSurrogate(text.charAt(index));
    int type = Character.getType(text.codePointAt(index));
    return !insidePair && type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK;
  }
}
