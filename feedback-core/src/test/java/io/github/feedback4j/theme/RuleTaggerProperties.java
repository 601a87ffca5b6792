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
  private static final ThemeTagger TAGGER = ThemePacks.itServiceTagger();

  // Compiled once: the pack is large.
  private static final ThemeTagger ANOTHER = ThemeTagger.phrases(PACK);
  private static final RuleTagger RULES = RulePacks.tagger(RulePacks.CAPABILITIES);

  /** Words and phrases alone: nothing hides one of them, and none has a form that counts. */
  private static final List<Item> PHRASES = RulePacks.items("""
      speed en   response time
      speed en + right away
      speed en - took ages
      speed fr   temps d'attente
      speed fr + réactif
      speed fr - lenteur
      expertise en - didn't understand
      expertise en - did not understand
      expertise fr - ne sait pas
      friendliness en + very kind
      friendliness fr + à l'écoute
      friendliness fr - méprisant
      communication en - no communication
      communication fr - pas d'explication
      resolution en + works again
      resolution en - doesn't work
      resolution en - still broken
      resolution fr - ne fonctionne pas
      resolution fr - toujours en panne
      follow-up en   follow-up
      follow-up en - no follow-up
      follow-up fr - dû relancer
      access en   log-in
      access en   MFA
      access en - can't log in
      access fr   mot de passe
      access fr - accès refusé
      hardware en   docking station
      hardware fr   PC
      hardware fr   station d'accueil
      network en   wi-fi
      network en - VPN kept dropping
      network fr   réseau
      network fr - coupures
      """);

  private static final ThemeTagger PLAIN = RulePacks.tagger(PHRASES);

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
      @ForAll("phrases") Item phrase,
      @ForAll("letterless") String behind) {
    String text = before + " " + phrase.text() + " " + behind;
    int start = before.length() + 1;

    assertThat(PLAIN.tag(text, Locale.forLanguageTag(phrase.language()))).anySatisfy(each -> {
      assertThat(each.theme()).isEqualTo(phrase.theme());
      assertThat(each.start()).isEqualTo(start);
      assertThat(each.end()).isEqualTo(start + phrase.text().length());
    });
  }

  @Property
  void caseDoesNotMatter(@ForAll("texts") String text) {
    List<String> found = found(PLAIN, text);

    assertThat(found(PLAIN, text.toUpperCase(Locale.ROOT))).isEqualTo(found);
    assertThat(found(PLAIN, text.toLowerCase(Locale.ROOT))).isEqualTo(found);
  }

  @Property
  void composedAndDecomposedTextsAreAlike(@ForAll("texts") String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(found(TAGGER, decomposed)).isEqualTo(found(TAGGER, composed));
  }

  @Property
  void theSameTextGivesTheSameMentions(@ForAll("texts") String text) {
    assertThat(ANOTHER.tag(text, null)).isEqualTo(TAGGER.tag(text, null));
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
    // The rules of the pack as they are written: most of their words are words that it looks for.
    List<String> rules = PACK.items().stream().map(Item::text).toList();
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(2, phrases().map(Item::text)),
        Tuple.of(2, Arbitraries.of(rules)),
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
  Arbitrary<Item> phrases() {
    return Arbitraries.of(PHRASES);
  }

  @Provide
  Arbitrary<String> letterless() {
    return Arbitraries.strings()
        .withChars(' ', '\n', '.', ',', '!', '?', '-', '(', '"', '\u2026', '\ud83d', '\ude00', '☹')
        .ofMaxLength(10);
  }

  private static List<String> found(ThemeTagger tagger, String text) {
    return tagger.tag(text, null).stream()
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
