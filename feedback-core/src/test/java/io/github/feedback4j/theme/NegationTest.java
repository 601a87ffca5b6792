package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NegationTest {

  private static Arguments en(String name, String items, String text, String expected) {
    return argumentSet(name, Locale.ENGLISH, items, text, expected);
  }

  private static Arguments fr(String name, String items, String text, String expected) {
    return argumentSet(name, Locale.FRENCH, items, text, expected);
  }

  static Stream<Arguments> ofTheItemItself() {
    return Stream.of(
        en("in a phrase", "t en - no answer", "There was no answer", "-[no answer]"),
        en(
            "in then, at its start",
            "t en - never THEN/3 answer",
            "They never gave any answer",
            "-[never gave any answer]"),
        en(
            "in near, in its middle",
            "t en - they THEN/2 never THEN/3 called",
            "They just never once called",
            "-[They just never once called]"),
        en(
            "in a choice",
            "t en - they NEAR/4 (called | never) NEAR/4 back",
            "they have never come back",
            "-[they have never come back]"),
        en("in a condition", "t en - vpn & never", "They never gave me a vpn account", "-[vpn]"),
        fr("in a phrase", "t fr - jamais rappelé", "On ne m'a jamais rappelé", "-[jamais rappelé]"),
        fr(
            "in then",
            "t fr - on THEN/3 jamais THEN/2 rappelé",
            "On ne m'a jamais vraiment rappelé",
            "-[On ne m'a jamais vraiment rappelé]"));
  }

  static Stream<Arguments> ofOthers() {
    return Stream.of(
        en("before a phrase", "t en + good answer", "That is not a good answer", "-[good answer]"),
        en(
            "between the words of a near",
            "t en + answer NEAR/4 useful",
            "The answer was not useful",
            "-[answer was not useful]"),
        en(
            "before an item that has one",
            "t en - no answer",
            "It is not true that I got no answer",
            "+[no answer]"),
        en(
            "elsewhere than where the item has it",
            "t en - (never | slow) NEAR/2 answer",
            "He is never a slow answer",
            "+[slow answer]"),
        fr("before a phrase", "t fr + plus rapide", "Ce n'est pas plus rapide", "-[plus rapide]"));
  }

  static Stream<Arguments> ofFrenchInOneClause() {
    return Stream.of(
        fr(
            "two of them, one in the item",
            "t fr - aucune réponse",
            "On ne m'a jamais donné aucune réponse",
            "-[aucune réponse]"),
        fr(
            "two of them, one in the middle of the item",
            "t fr - personne THEN/4 répondu",
            "Personne ne m'a jamais répondu",
            "-[Personne ne m'a jamais répondu]"),
        fr("one that is in no item", "t fr + réponse", "On n'a jamais de réponse", "-[réponse]"));
  }

  static Stream<Arguments> aboutSomething() {
    String en = "t en - crash | slow\nu en   vpn";
    String fr = "t fr - coupure | lent\nu fr   vpn";
    return Stream.of(
        en("about", en, "No news about the crash", "-[crash]"),
        en("regarding", en, "No answer regarding the slow vpn", "-[slow] -[vpn]"),
        en("with regard to", en, "Nothing was done with regard to the crash", "-[crash]"),
        en("with", en, "I can't work with this slow laptop", "-[slow]"),
        en("news on", en, "No update on the crash", "-[crash]"),
        en("behind a complaint", en, "No complaint about slow pages", "+[slow]"),
        en("behind a trouble", en, "No problem with the vpn", "+[vpn]"),
        en("what names it is not missed", en, "No news about the vpn", "0[vpn]"),
        fr("sur", fr, "Pas de nouvelles sur la coupure", "-[coupure]"),
        fr("concernant", fr, "Aucune information concernant la coupure", "-[coupure]"),
        fr("à propos de", fr, "Rien à propos de la coupure", "-[coupure]"),
        fr("avec", fr, "Impossible de travailler avec ce lent portail", "-[lent]"),
        fr("behind a complaint", fr, "Aucun reproche sur le vpn", "+[vpn]"),
        fr("what names it is not missed", fr, "Pas de nouvelles sur le vpn", "0[vpn]"));
  }

  static Stream<Arguments> ofWhatIsPraiseAsAWhole() {
    return Stream.of(
        en("as expected", "t en   vpn", "The vpn is not as expected", "-[vpn]"),
        en("up and running", "t en   vpn", "The vpn is not up and running", "-[vpn]"));
  }

  @ParameterizedTest
  @MethodSource({
    "ofTheItemItself",
    "ofOthers",
    "ofFrenchInOneClause",
    "aboutSomething",
    "ofWhatIsPraiseAsAWhole"
  })
  void turnsRoundOnlyWhatIsInItsReachAndNotItsOwn(
      Locale locale, String items, String text, String expected) {
    String found = RulePacks.tagger(items).tag(text, locale).stream()
        .map(each -> sign(each.polarity()) + "[" + text.substring(each.start(), each.end()) + "]")
        .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(expected);
  }

  private static String sign(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> "+";
      case NEGATIVE -> "-";
      case NEUTRAL -> "0";
    };
  }
}
