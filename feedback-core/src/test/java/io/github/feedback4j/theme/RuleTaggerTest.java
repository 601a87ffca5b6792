package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTaggerTest {

  private static final ThemeTagger TAGGER = ThemeTagger.phrases(ThemePack.of(
      "test",
      1,
      Theme.of("access")
          .phrases("en", "access", "log-in", "office 365", "MFA")
          .phrases("fr", "accès", "mot de passe", "aujourd'hui"),
      Theme.of("help")
          .positive("en", "kind", "useful")
          .negative("en", "useless", "doesn't work", "the agent's fault")
          .positive("fr", "à l'écoute", "de bon cœur", "naïf")
          .negative("fr", "pas d'accord"),
      Theme.of("network")
          .phrases("en", "VPN", "wifi", "network", "net", "e-mail")
          .negative("en", "kept dropping", "VPN kept dropping", "network down")
          .phrases("fr", "VPN", "réseau", "wifi")
          .positive("fr", "très stable")
          .negative("fr", "coupures"),
      Theme.of("printing")
          .phrases("en", "printer", "VPN printer")
          .phrases("fr", "imprimante", "imprimantes"),
      Theme.of("speed")
          .positive("en", "fast", "chat")
          .negative("en", "too long", "slow", "3.5 days", "size 10")
          .positive("fr", "rapide", "rapidement")
          .negative("fr", "chat", "lent", "trop long", "Straße")));

  private static Arguments en(String name, String text, String... expected) {
    return argumentSet(name, text, Locale.ENGLISH, List.of(expected));
  }

  private static Arguments fr(String name, String text, String... expected) {
    return argumentSet(name, text, Locale.FRENCH, List.of(expected));
  }

  private static Arguments any(
      String name, @Nullable Locale locale, String text, String... expected) {
    return argumentSet(name, text, locale, List.of(expected));
  }

  static Stream<Arguments> words() {
    return Stream.of(
        en("one word", "The printer again", "printing:printer"),
        fr("one word", "Une imprimante neuve", "printing:imprimante"),
        en("polarity of the phrase", "That was fast", "speed+:fast"),
        fr("polarity of the phrase", "Service lent", "speed-:lent"),
        en("the whole text", "network", "network:network"),
        en("first and last word", "fast network", "speed+:fast", "network+:network"),
        en("several words", "It kept dropping", "network-:kept dropping"),
        fr("several words", "oubli du mot de passe", "access-:mot de passe"),
        en("twice", "slow, slow", "speed-:slow", "speed-:slow"),
        en("no part at the end of a word", "a superfast day"),
        en("no part at the start of a word", "fastness slowmotion"),
        fr("no part of a word", "un réseautage"),
        en("not with a digit at its end", "vpn2"),
        en("not with a digit at its start", "2fast"),
        en("a plural is the same word", "printers", "printing:printers"),
        fr("a plural that is listed", "les imprimantes", "printing:imprimantes"),
        en("nothing known", "All is well"),
        en("an empty text", ""),
        en("only spaces", " \t\n"),
        en("no comment: n/a", "n/a"),
        en("no comment: dash", "-"),
        en("no comment: dot", "."),
        fr("no comment: RAS", "RAS"),
        fr("no comment: néant", "néant"));
  }

  static Stream<Arguments> spelling() {
    return Stream.of(
        en("capitals", "THE VPN KEPT DROPPING", "network-:VPN KEPT DROPPING"),
        fr("capitals with accents", "RÉSEAU", "network:RÉSEAU"),
        fr("capitals without accents", "RESEAU", "network:RESEAU"),
        fr("accents left out", "tres stable", "network+:tres stable"),
        fr("accents too many", "rapidé", "speed+:rapidé"),
        fr("wrong accent", "acces et accés", "access:acces", "access:accés"),
        fr("decomposed text", "re\u0301seau lent", "network-:re\u0301seau", "speed-:lent"),
        fr("accent at the end of the match", "rapide\u0301!", "speed+:rapide\u0301"),
        fr("two accents on one letter", "lent\u0301\u0323", "speed-:lent\u0301\u0323"),
        en("Turkish capital i", "PRİNTER", "printing:PRİNTER"),
        en("dotless i", "prınter", "printing:prınter"),
        en("ligature fi", "wiﬁ", "network:wiﬁ"),
        fr("œ as in the pack", "de bon cœur", "help+:de bon cœur"),
        fr("oe for œ", "de bon coeur", "help+:de bon coeur"),
        fr("capital Œ", "DE BON CŒUR", "help+:DE BON CŒUR"),
        fr("diaeresis", "naif", "help+:naif"),
        fr("ss for ß", "STRASSE", "speed-:STRASSE"),
        fr("ß", "straße", "speed-:straße"),
        en("full-width letters", "ｆａｓｔ", "speed+:ｆａｓｔ"),
        en("mathematical letters", "𝐬𝐥𝐨𝐰!", "speed-:𝐬𝐥𝐨𝐰"),
        en("soft hyphen inside", "net\u00adwork", "network:net\u00adwork"),
        en("zero-width joiner behind", "fast\u200d", "speed+:fast\u200d"),
        en("zero-width space is a space", "fast\u200bnetwork", "speed+:fast", "network+:network"),
        en("another script", "скорость fast", "speed+:fast"));
  }

  static Stream<Arguments> apostrophesAndHyphens() {
    return Stream.of(
        fr("elision", "l'imprimante", "printing:imprimante"),
        fr("elision, typographic", "L’imprimante", "printing:imprimante"),
        fr("elision, modifier letter", "lʼimprimante", "printing:imprimante"),
        fr("elision, left quote", "l‘imprimante", "printing:imprimante"),
        fr("elision, accent as apostrophe", "l´imprimante", "printing:imprimante"),
        fr("elision, longer word", "jusqu'imprimante", "printing:imprimante"),
        fr("elision before capitals", "D'ACCÈS", "access:ACCÈS"),
        fr("elision in the phrase", "toujours à l’écoute", "help+:à l’écoute"),
        fr("elision in the phrase, space", "a l ecoute", "help+:a l ecoute"),
        fr("elision is no letter of the word", "l'ENT est là"),
        fr("apostrophe within a word", "aujourd’hui", "access:aujourd’hui"),
        fr("no elision", "grand'imprimante"),
        en("contraction", "It doesn’t work", "help-:doesn’t work"),
        en("contraction without apostrophe", "doesnt work", "help-:doesnt work"),
        en("possessive", "The printer's tray", "printing:printer"),
        en("possessive in the phrase", "the agent’s fault", "help-:the agent’s fault"),
        en("quoted", "the 'network'", "network:network"),
        en("listed solid, written with hyphen", "wi-fi", "network:wi-fi"),
        en("listed solid, written apart", "Wi Fi", "network:Wi Fi"),
        en("listed solid, hyphen U+2010", "wi‐fi", "network:wi‐fi"),
        en("listed solid, hyphen U+2011", "wi‑fi", "network:wi‑fi"),
        en("listed with hyphen, written solid", "login", "access:login"),
        en("listed with hyphen, written apart", "cannot log in", "access-:log in"),
        en("listed with hyphen, one letter", "email", "network:email"),
        en("words joined by a hyphen", "VPN-printer", "network:VPN", "printing:VPN-printer"),
        en("a space may not join words", "use less paper; use ful"),
        en("a hyphen may join words", "use-less", "help-:use-less"),
        en("letters and number apart", "office365", "access:office365"),
        en("digits never join", "size 1-0, size 1 0"));
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        en(
            "punctuation inside",
            "it kept, (really) no: kept - dropping",
            "network-:kept - dropping"),
        en("quotes inside", "kept \"dropping\"", "network-:kept \"dropping"),
        en("spaces inside", "too  \t long", "speed-:too  \t long"),
        fr("no-break space inside", "trop\u00a0long", "speed-:trop\u00a0long"),
        en("emoji inside", "kept 😡 dropping", "network-:kept 😡 dropping"),
        en("not across a full stop", "It kept. Dropping it"),
        en("not across an exclamation mark", "kept!dropping"),
        en("not across a question mark", "kept? dropping"),
        en("not across an ellipsis", "kept… dropping"),
        en("not across three dots", "kept... dropping"),
        en("not across a line end", "kept\ndropping"),
        en("not across a line separator", "kept\u2028dropping"),
        en("both sides of a sentence end", "slow.Fast!", "speed-:slow", "speed+:Fast"),
        en("dot in a number", "3.5 days", "speed-:3.5 days"),
        en("dot between letters", "kept.dropping", "network-:kept.dropping"),
        en("emoji before", "😀fast", "speed+:fast"),
        en("emoji behind", "fast👍🏽", "speed+:fast"),
        en("emoji with selector between", "slow❤️fast", "speed-:slow", "speed+:fast"),
        en("unpaired surrogates around", "\ud83dfast\ude00", "speed+:fast"),
        en("combining mark on a space", " \u0301fast", "speed+:fast"));
  }

  static Stream<Arguments> overlaps() {
    return Stream.of(
        en("the longest of a theme", "VPN kept dropping", "network-:VPN kept dropping"),
        en("shorter ones where the long fails", "VPN kept", "network:VPN"),
        en("the leftmost of a theme", "the network downtown", "network:network"),
        en("the longest at one place", "network down", "network-:network down"),
        en("one place, two themes", "VPN printer", "network:VPN", "printing:VPN printer"),
        en("after a match of its theme", "wifi VPN", "network:wifi", "network:VPN"),
        any("a region does not matter", Locale.CANADA_FRENCH, "réseau", "network:réseau"),
        any("English only", Locale.US, "réseau slow", "speed-:slow"),
        any("French only", Locale.FRANCE, "réseau slow", "network:réseau"),
        any("no locale", null, "réseau slow", "network-:réseau", "speed-:slow"),
        any("no language", Locale.ROOT, "réseau slow", "network-:réseau", "speed-:slow"),
        any("unknown language", Locale.GERMAN, "réseau slow", "network-:réseau", "speed-:slow"),
        any("the same in both languages", null, "wi-fi", "network:wi-fi"),
        any("languages that disagree", null, "chat", "speed:chat"),
        any("the language decides", Locale.FRENCH, "chat", "speed-:chat"));
  }

  @ParameterizedTest
  @MethodSource({"words", "spelling", "apostrophesAndHyphens", "sentences", "overlaps"})
  void cuts(String text, @Nullable Locale locale, List<String> expected) {
    List<Mention> mentions = TAGGER.tag(text, locale);

    assertThat(mentions).map(each -> shown(each, text)).isEqualTo(expected);
  }

  private static String shown(Mention mention, String text) {
    String sign = switch (mention.polarity()) {
      case POSITIVE -> "+";
      case NEGATIVE -> "-";
      case NEUTRAL -> "";
    };
    return mention.theme() + sign + ":" + text.substring(mention.start(), mention.end());
  }

  @Test
  void givesOffsetsInTheOriginalTextAndThePhraseOfThePack() {
    List<Mention> mentions =
        TAGGER.tag("Everything was fast but the VPN kept dropping", Locale.ENGLISH);

    assertThat(mentions)
        .containsExactly(
            new Mention("speed", 15, 19, Polarity.POSITIVE, "fast"),
            new Mention("network", 28, 45, Polarity.NEGATIVE, "VPN kept dropping"));
  }

  @Test
  void sortsByStartThenEndThenTheme() {
    ThemeTagger tagger = ThemeTagger.phrases(ThemePack.of(
        "test",
        1,
        Theme.of("c").phrases("en", "slow"),
        Theme.of("b").phrases("en", "slow network"),
        Theme.of("a").phrases("en", "network", "slow network")));

    assertThat(tagger.tag("slow network, slow", null).stream()
            .map(each -> each.theme() + each.start())
            .collect(Collectors.joining(" ")))
        .isEqualTo("c0 a0 b0 c14");
  }

  @Test
  void namesItsPack() {
    assertThat(TAGGER.packId()).matches("test:1:[0-9a-f]{8}");
    assertThat(ThemeTagger.none().packId()).isEqualTo("none");
  }

  @Test
  void noneFindsNothing() {
    assertThat(ThemeTagger.none().tag("The VPN is slow", Locale.ENGLISH)).isEmpty();
  }
}
