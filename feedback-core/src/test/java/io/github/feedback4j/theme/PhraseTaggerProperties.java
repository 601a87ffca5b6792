package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PhraseTaggerProperties {

  private static final ThemePack PACK = ThemePacks.itService();
  private static final ThemeTagger TAGGER = ThemeTagger.phrases(PACK);

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
      @ForAll("phrases") PackPhrase phrase,
      @ForAll("letterless") String behind) {
    String text = before + " " + phrase.text() + " " + behind;
    int start = before.length() + 1;

    assertThat(TAGGER.tag(text, Locale.forLanguageTag(phrase.language())))
        .contains(new Mention(
            phrase.theme(),
            start,
            start + phrase.text().length(),
            phrase.polarity(),
            phrase.text()));
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

  @Example
  void takesAMegabyteOfBeginningsInItsStride() {
    // Each word starts the longest phrase anew; phrases times text would not end today.
    ThemeTagger tagger = ThemeTagger.phrases(ThemePack.of(
        "test", 1, Theme.of("a").phrases("en", "a ".repeat(49) + "b")));

    assertThat(tagger.tag("a ".repeat(500_000) + "b", null))
        .containsExactly(
            new Mention("a", 999_902, 1_000_001, Polarity.NEUTRAL, "a ".repeat(49) + "b"));
    assertThat(tagger.tag("a".repeat(1_000_000), null)).isEmpty();
    assertThat(tagger.tag("a\u0301".repeat(500_000), null)).isEmpty();
    assertThat(tagger.tag("\ufdfa".repeat(1_000_000), null)).isEmpty();
    assertThat(tagger.tag("'".repeat(1_000_000), null)).isEmpty();
    assertThat(tagger.tag("l'".repeat(500_000), null)).isEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(4, phrases().map(PackPhrase::text)),
        Tuple.of(2, Arbitraries.of(" ", ". ", "-", "'", "’", "l'", "\n", "'s ", "\u0301")),
        Tuple.of(
            2,
            Arbitraries.of("\ud83d", "\ude00", "😀", "ﬁ", "İ", "œ", "\u200d", "\u20e3", "ß", "é")),
        Tuple.of(1, Arbitraries.strings().all().ofMaxLength(5)));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<PackPhrase> phrases() {
    List<PackPhrase> all = PACK.themes().stream()
        .flatMap(theme -> theme.phrases().entrySet().stream()
            .flatMap(byLanguage -> byLanguage.getValue().entrySet().stream()
                .map(each -> new PackPhrase(
                    theme.id(), byLanguage.getKey(), each.getValue(), each.getKey()))))
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
