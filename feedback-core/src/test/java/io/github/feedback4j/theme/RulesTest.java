package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  private static Arguments rule(String name, String rule, String text, String... expected) {
    return argumentSet(name, rule, text, List.of(expected));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("a word", "a b", "x a b a", "[a b]"),
        rule(
            "a choice in a phrase",
            "red (car | lorry)",
            "red lorries, red cars",
            "[red lorries] [red cars]"),
        rule(
            "a choice of phrases in a phrase",
            "red (fire engine | car)",
            "red fire engines",
            "[red fire engines]"),
        rule("a prefix in a phrase", "red auto*", "red automobile", "[red automobile]"),
        rule("a prefix is not stemmed", "autos*", "auto autos autosave", "[autos] [autosave]"),
        rule("an exact form", "=Red", "red Red RED", "[Red]"),
        rule(
            "an exact form with an accent",
            "=Été",
            "Ete Été E\u0301te\u0301",
            "[Été] [E\u0301te\u0301]"),
        rule("an exact form in a phrase", "=IT team", "it team, IT team", "[IT team]"),
        rule(
            "near, either way",
            "red NEAR/2 car",
            "red x x car; car x red",
            "[red x x car] [car x red]"),
        rule("not nearer than it says", "red NEAR/2 car", "red x x x car"),
        rule("near takes the least place", "red NEAR/5 car", "red red car car", "[red car]"),
        rule(
            "near of an alternative around another one",
            "took THEN/1 (an hour | half an hour)",
            "took about half an hour",
            "[took about half an hour]"),
        rule(
            "near of an alternative around another one, behind it",
            "(an hour | an hour and ten minutes) THEN/1 late",
            "an hour and ten minutes too late",
            "[an hour and ten minutes too late]"),
        rule(
            "near of the least of alternatives in each other",
            "(an hour | half an hour) THEN/1 late",
            "half an hour late",
            "[an hour late]"),
        rule("near ends with the sentence", "red NEAR/5 car", "red. Car"),
        rule("near across sentences", "comment: red NEAR/5 car", "red. Car", "[red. Car]"),
        rule("near within a clause", "clause: red NEAR/5 car", "red but car"),
        rule(
            "an elided word does not count",
            "vue NEAR/1 écran",
            "vue sur l'écran",
            "[vue sur l'écran]"),
        rule("then, one way", "red THEN/2 car", "car red; red x car", "[red x car]"),
        rule(
            "near of choices",
            "(red | blue) NEAR/1 (car | van)",
            "blue van, red x van",
            "[blue van] [red x van]"),
        rule("near of near", "(red NEAR/1 car) NEAR/2 shop", "shop x red car", "[shop x red car]"),
        rule(
            "near of phrases",
            "red car NEAR/1 big shop",
            "red cars x big shop",
            "[red cars x big shop]"),
        rule("and, in the sentence", "red & car", "red x x x x x car. Red", "[red]"),
        rule("and, in the clause", "clause: red & car", "red but car"),
        rule("and, in the comment", "comment: red & car", "red. Car", "[red]"),
        rule("and not", "red & not car", "red car. Red", "[Red]"),
        rule("and not a phrase", "red & not fast car", "red car. Red fast car", "[red]"),
        rule("nothing but not is nowhere", "car & not car", "car car"),
        rule("negated", "negated car", "no car. A car", "[car]"),
        rule("negated choice", "negated (car | van)", "without a van", "[van]"),
        rule("negated near", "negated (red NEAR/3 car)", "no red x car. A red car", "[red x car]"),
        rule("negated beside another", "red & negated car", "red x no car. A red car", "[red]"),
        rule(
            "a negated word near another",
            "negated car NEAR/3 red",
            "red x no car",
            "[red x no car]"),
        rule("a negated word near another, but not negated", "negated car NEAR/3 red", "red x car"),
        rule(
            "then, a negated choice",
            "red THEN/3 negated (car | van)",
            "red, without van; red van",
            "[red, without van]"),
        rule("a form", "~rights", "Rights right RIGHTS", "[Rights] [RIGHTS]"),
        rule("a form whatever its accents", "~réglé", "Regle, réglé, réglés", "[Regle] [réglé]"),
        rule("a form in a phrase", "~IT team", "it teams, its team", "[it teams]"),
        rule("a form with a hyphen", "~log-ins", "log-ins log-in logins", "[log-ins]"),
        rule(
            "one spelling of a number",
            "office 365",
            "office365 office 365 Office-365",
            "[office365] [office 365] [Office-365]"),
        rule("a hyphen listed", "log-in", "login log in log-in", "[login] [log in] [log-in]"),
        rule("a hyphen read", "email", "e-mail", "[e-mail]"),
        rule("a hyphen read, in a phrase", "my email box", "my e-mail boxes", "[my e-mail boxes]"),
        rule("numbers do not join", "size 10", "size 1-0"),
        rule("a short word apart", "wifi", "wi fi", "[wi fi]"),
        rule("small words do not join", "once", "on ce"),
        rule(
            "contractions",
            "do not",
            "don't, don’t, do not, dont",
            "[don't] [don’t] [do not] [dont]"),
        rule("cannot", "can not", "cannot can't can not", "[cannot] [can't] [can not]"),
        rule("an emoji", "🐌", "so 🐌!", "[🐌]"),
        rule("an emoji of another skin", "👋", "👋🏽 you", "[👋🏽]"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsThePlacesOfARule(String rule, String text, List<String> expected) {
    RuleTagger tagger = RulePacks.tagger("t " + (rule.contains("é") ? "fr" : "en") + "   " + rule);

    String found = tagger.tag(text, null).stream()
        .map(each -> "[" + text.substring(each.start(), each.end()) + "]")
        .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(String.join(" ", expected));
  }

  private static final RuleTagger TAGGER = RulePacks.tagger("""
      net en   vpn | wi fi
      net en - connection NEAR/4 (drop* | lost)
      net en ! professional vpn
      both en   laptop & screen
      both en + great laptop
      """);

  private static Tag only(String text) {
    List<Tag> tags = TAGGER.tags(text, Locale.ENGLISH).tags();
    assertThat(tags).hasSize(1);
    return tags.get(0);
  }

  @Test
  void aTagSaysWhatItRestsOn() {
    Tag tag = only("My connection was never lost");

    assertThat(tag)
        .isEqualTo(new Tag(
            "net",
            Polarity.POSITIVE,
            100,
            List.of(new Tag.Span(3, 28)),
            new Tag.Span(18, 23),
            new Tag.Source(
                Tag.Origin.RULE,
                "test:1:00000000",
                "1",
                "en",
                "connection NEAR/4 (drop* | lost)",
                "connection NEAR/4 (drop* | lost)")));
  }

  @Test
  void aTagNamesTheAlternativeThatWasFound() {
    Tag.Source source = only("The Wi-Fi").source();

    assertThat(source.item()).isEqualTo("vpn | wi fi");
    assertThat(source.rule()).isEqualTo("wi fi");
  }

  @Test
  void aTagHasThePlacesOfAllPartsOfAnAnd() {
    assertThat(only("The screen of my laptop").spans())
        .containsExactly(new Tag.Span(17, 23), new Tag.Span(4, 10));
  }

  @Test
  void anItemThatJudgesDecidesForTheNeutralOneAroundIt() {
    Tag tag = only("A great laptop and screen");

    assertThat(tag.polarity()).isEqualTo(Polarity.POSITIVE);
    assertThat(tag.source().item()).isEqualTo("great laptop");
  }

  @Test
  void aClauseThatJudgesIsStrongerThanTheComment() {
    List<Tag> tags = TAGGER.tags("Terrible. The vpn is good.", Locale.ENGLISH).tags();

    assertThat(tags).extracting(Tag::polarity).containsExactly(Polarity.POSITIVE);
  }

  @Test
  void theRatingCountsOnlyWhereTheCommentJudgesNothing() {
    assertThat(TAGGER.tags("The vpn", Locale.ENGLISH, Polarity.NEGATIVE).tags())
        .extracting(Tag::polarity)
        .containsExactly(Polarity.NEGATIVE);
    assertThat(TAGGER.tags("Great vpn", Locale.ENGLISH, Polarity.NEGATIVE).tags())
        .extracting(Tag::polarity)
        .containsExactly(Polarity.POSITIVE);
    assertThat(only("The vpn").polarity()).isEqualTo(Polarity.NEUTRAL);
  }

  @Test
  void aThemeWithPraiseAndComplaintsIsMixed() {
    Tagging tagging =
        TAGGER.tags("The vpn was great on Monday; the vpn was awful on Tuesday", Locale.ENGLISH);

    assertThat(tagging.themes()).containsExactlyEntriesOf(Map.of("net", Stance.MIXED));
  }

  @Test
  void hiddenWordsJudgeNothing() {
    assertThat(only("My professional vpn and the vpn").place()).isEqualTo(new Tag.Span(28, 31));
  }

  @Test
  void saysWhetherTheAnswerIsEmpty() {
    assertThat(TAGGER.tags("RAS", null).isEmptyAnswer()).isTrue();
    assertThat(TAGGER.tags("vpn", null).isEmptyAnswer()).isFalse();
  }

  @Test
  void refusesAnItemWithoutLetters() {
    // A letter to Unicode, of which nothing is left once it is folded.
    assertThatThrownBy(() -> RulePacks.tagger("t en   red (car | \u037a)"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "theme 't': item 'red (car | \u037a)' (en) must have a letter, a digit or an emoji"
                + " in '\u037a'");
  }

  @Test
  void refusesANamedSet() {
    Item item = new Item(
        "t",
        "en",
        Polarity.NEUTRAL,
        false,
        "a & @cars",
        new Rule.AllOf(List.of(new Rule.Word("a"), new Rule.Named("cars"))));

    assertThatThrownBy(() -> ThemeTagger.of("p", List.of(Theme.of("t")), List.of(item)))
        .hasMessage(
            "theme 't': item 'a & @cars' (en) names the set '@cars', which must be looked up"
                + " before");
  }

  @Test
  void refusesAnItemOfAnUnknownTheme() {
    Item item = new Item("u", "en", Polarity.NEUTRAL, false, "a", new Rule.Word("a"));

    assertThatThrownBy(() -> ThemeTagger.of("p", List.of(Theme.of("t")), List.of(item)))
        .hasMessage("theme 'u': item 'a' (en) is of a theme that the pack does not have");
  }

  @Test
  void refusesTooManySpellings() {
    String choice = "(ab-cd | ef-gh | ij-kl | mn-op) ";

    assertThatThrownBy(() -> RulePacks.tagger("t en   " + choice.repeat(5)))
        .hasMessageContaining("must have at most 256 spellings; split it into several items");
  }

  @Test
  void stepsGrowInProportionToTextAndPack() {
    RuleTagger tagger = RulePacks.tagger(
        "t en   " + "a ".repeat(49) + "b\nt en   a NEAR/50 b\nt en   a & not c\nt en   aa* | =b");
    StringBuilder twice = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      twice.append(RulePacks.CAPABILITIES);
    }
    RuleTagger once = RulePacks.tagger(RulePacks.CAPABILITIES);
    RuleTagger big = RulePacks.tagger(twice.toString());
    String comment = "The connection was lost but the vpn and the laptop are fast, no reply. ";

    for (String each :
        List.of("a ", "a\u0301", "l'", "a. ", "b a ", "a-", "😡", "'", "\ufdfa", "aaa")) {
      long half = tagger.steps(each.repeat(500_000 / each.length()), null);
      long whole = tagger.steps(each.repeat(1_000_000 / each.length()), null);
      assertThat(whole).as(each).isLessThanOrEqualTo(2 * half + 1_000);
    }
    assertThat(once.steps(comment.repeat(2_000), null))
        .isBetween(
            2 * once.steps(comment.repeat(1_000), null) - 100,
            2 * once.steps(comment.repeat(1_000), null) + 100);
    assertThat(big.steps(comment, null)).isLessThanOrEqualTo(20 * once.steps(comment, null));
  }

  @Test
  void aLongTextLeavesNoRoomBehind() {
    Workspace workspace =
        new Workspace(RuleCompiler.compile("p", List.of("t"), RulePacks.items("t en   a")));
    workspace.tag("a ".repeat(1_000), -1);
    assertThat(workspace.isSmall()).isTrue();

    workspace.tag("a ".repeat(500_000), -1);

    assertThat(workspace.chosen).isEqualTo(500_000);
    assertThat(workspace.isSmall()).isFalse();
  }
}
