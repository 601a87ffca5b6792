package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.theme.Rule.AllOf;
import io.github.feedback4j.theme.Rule.AnyOf;
import io.github.feedback4j.theme.Rule.Exact;
import io.github.feedback4j.theme.Rule.Form;
import io.github.feedback4j.theme.Rule.Named;
import io.github.feedback4j.theme.Rule.Near;
import io.github.feedback4j.theme.Rule.Negated;
import io.github.feedback4j.theme.Rule.Not;
import io.github.feedback4j.theme.Rule.Phrase;
import io.github.feedback4j.theme.Rule.Prefix;
import io.github.feedback4j.theme.Rule.Within;
import io.github.feedback4j.theme.Rule.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {

  private static final Word A = new Word("a");
  private static final Word B = new Word("b");
  private static final Word C = new Word("c");

  private static Arguments same(String name, String text, Rule expected) {
    return argumentSet(name, text, expected, text);
  }

  private static Arguments as(String name, String text, Rule expected, String canonical) {
    return argumentSet(name, text, expected, canonical);
  }

  private static Word word(String text) {
    return new Word(text);
  }

  private static Phrase phrase(String text) {
    List<Rule> words = new ArrayList<>();
    for (String each : text.split(" ", -1)) {
      words.add(new Word(each));
    }
    return new Phrase(words);
  }

  private static AnyOf any(Rule... rules) {
    return new AnyOf(List.of(rules));
  }

  private static AllOf all(Rule... rules) {
    return new AllOf(List.of(rules));
  }

  private static Near near(Rule left, int distance, Rule right) {
    return new Near(left, right, distance, false);
  }

  private static Near then(Rule left, int distance, Rule right) {
    return new Near(left, right, distance, true);
  }

  static Stream<Arguments> words() {
    return Stream.of(
        same("a word", "vpn", word("vpn")),
        same("accents and case are kept", "Réseau", word("Réseau")),
        same("a number", "365", word("365")),
        same("an emoji", "😡", word("😡")),
        same("an emoji of two characters", "👍🏽", word("👍🏽")),
        same("an old symbol as an emoji", "☹", word("☹")),
        same("a hyphen inside", "wi-fi", word("wi-fi")),
        same("an apostrophe inside", "l'accès", word("l'accès")),
        same("a typographic apostrophe inside", "don’t", word("don’t")),
        same("a dot inside", "node.js", word("node.js")),
        same("a dot in a number", "3.5", word("3.5")),
        same("a code", "INC-1234", word("INC-1234")),
        same("signs behind letters", "C++", word("C++")),
        same("a slash inside", "on/off", word("on/off")),
        same("an at sign inside", "a@b", word("a@b")),
        same("an equals sign inside", "a=b", word("a=b")),
        as("space around", "  vpn ", word("vpn"), "vpn"),
        as("punctuation around", "(vpn!)", word("vpn"), "vpn"),
        as("typographic quotes around", "« vpn »", word("vpn"), "vpn"),
        as("apostrophes around", "'vpn'", word("vpn"), "vpn"),
        same("the exact form", "=Word", new Exact("Word")),
        same("the exact form of a code", "=INC-1234", new Exact("INC-1234")),
        as("the exact form in quotes", "=\"Word\"", new Exact("Word"), "=Word"),
        as(
            "the exact form of several words",
            "=\"Microsoft Teams\"",
            new Phrase(List.of(new Exact("Microsoft"), new Exact("Teams"))),
            "=Microsoft =Teams"),
        same("this form", "~rights", new Form("rights")),
        as(
            "this form in quotes",
            "~\"AND\" ~\"a\"",
            new Phrase(List.of(new Form("AND"), new Form("a"))),
            "~\"AND\" ~a"),
        same("a word that begins like a form", "\"~rights\"", word("~rights")),
        same("a prefix", "disconnect*", new Prefix("disconnect")),
        same("a prefix with an accent", "déconn*", new Prefix("déconn")),
        as(
            "a prefix and a comma",
            "drop*, lost",
            new Phrase(List.of(new Prefix("drop"), word("lost"))),
            "drop* lost"),
        same("a set", "@drop", new Named("drop")),
        same("a set with digits", "@drop-2", new Named("drop-2")));
  }

  static Stream<Arguments> phrases() {
    return Stream.of(
        same("two words", "kept dropping", phrase("kept dropping")),
        as("any space between", "kept \u00a0  dropping", phrase("kept dropping"), "kept dropping"),
        as("punctuation between", "kept - (dropping)", phrase("kept dropping"), "kept dropping"),
        as("a comma", "hello, world", phrase("hello world"), "hello world"),
        as("punctuation at the end", "kept dropping!", phrase("kept dropping"), "kept dropping"),
        as("punctuation before", "... kept dropping", phrase("kept dropping"), "kept dropping"),
        same("not as a word of a phrase", "not solved", phrase("not solved")),
        same("not in the middle", "did not work", phrase("did not work")),
        same("not alone", "not", word("not")),
        same("negated in capitals is a word", "Negated", word("Negated")),
        same("near as a word", "near the desk", phrase("near the desk")),
        same("and as a word", "and kind", phrase("and kind")),
        same("a French phrase", "à l'écoute", phrase("à l'écoute")),
        same("an emoji in a phrase", "service 😡", phrase("service 😡")),
        same(
            "all kinds of words",
            "=VPN drop* @again now",
            new Phrase(
                List.of(new Exact("VPN"), new Prefix("drop"), new Named("again"), word("now")))),
        same(
            "alternatives of a word",
            "(vpn | wifi) down",
            new Phrase(List.of(any(word("vpn"), word("wifi")), word("down")))),
        same(
            "alternatives of another kind",
            "connection (drop* | =Lost | @slow)",
            new Phrase(List.of(
                word("connection"),
                any(new Prefix("drop"), new Exact("Lost"), new Named("slow"))))),
        as("parentheses around words of a phrase", "a (b c) a", phrase("a b c a"), "a b c a"),
        as(
            "alternatives in alternatives",
            "((a | b) | c) a",
            new Phrase(List.of(any(A, B, C), A)),
            "(a | b | c) a"),
        as(
            "a phrase among the alternatives is written out",
            "(wi fi | wifi | lan) cable",
            any(
                new Phrase(List.of(any(word("wifi"), word("lan")), word("cable"))),
                phrase("wi fi cable")),
            "(wifi | lan) cable | wi fi cable"),
        as(
            "phrases among two alternatives are multiplied",
            "(a b | c) (a b | c)",
            any(phrase("c c"), phrase("c a b"), phrase("a b c"), phrase("a b a b")),
            "c c | c a b | a b c | a b a b"));
  }

  static Stream<Arguments> quotes() {
    return Stream.of(
        same("near with a distance as a word", "\"NEAR/4\"", word("NEAR/4")),
        same("then as a word", "\"THEN\"", word("THEN")),
        same("small near with a distance", "\"near/4\"", word("near/4")),
        as("near in quotes", "\"near\"", word("near"), "near"),
        as("not in quotes", "\"not\"", word("not"), "not"),
        same(
            "not in quotes where it would be an operator",
            "a & \"not\" b",
            all(A, phrase("not b"))),
        same("not in quotes before what is wanted", "\"not\" a & b", all(phrase("not a"), B)),
        same("not to have not", "a & not \"not\"", all(A, new Not(word("not")))),
        same("negated as a word", "\"negated\" vote", phrase("negated vote")),
        same("and in capitals", "\"AND\"", word("AND")),
        same("an ampersand in a word", "\"R&D\"", word("R&D")),
        same("an ampersand in a phrase", "our \"R&D\" team", phrase("our R&D team")),
        same("a star in a word", "\"a*b\"", word("a*b")),
        same("an at sign in front", "\"@home\"", word("@home")),
        same("an equals sign in front", "\"=x\"", word("=x")),
        same("parentheses in a word", "\"f(x)y\"", word("f(x)y")),
        same("a bar in a word", "\"a|b\"", word("a|b")),
        same("a scope in front of a word", "\"clause:7\"", word("clause:7")),
        same("the exact form of a reserved word", "=\"AND\"", new Exact("AND")),
        same("a prefix of a reserved word", "\"R&D\"*", new Prefix("R&D")),
        as(
            "a prefix of the last of several words",
            "\"wi fi\"*",
            new Phrase(List.of(word("wi"), new Prefix("fi"))),
            "wi fi*"),
        as("a phrase in quotes", "\"kept dropping\"", phrase("kept dropping"), "kept dropping"),
        as(
            "quotes within a phrase",
            "kept \"dropping\"",
            phrase("kept dropping"),
            "kept dropping"));
  }

  static Stream<Arguments> operators() {
    return Stream.of(
        same("either", "wifi | wi fi", any(word("wifi"), phrase("wi fi"))),
        as("either without spaces", "a|b", any(A, B), "a | b"),
        same("one of three", "a | b | c", any(A, B, C)),
        same("both", "a & b", all(A, B)),
        same("all of three", "a & b & c", all(A, B, C)),
        same("without", "a & not b", all(A, new Not(B))),
        same("without one of two", "a & not (b | c)", all(A, new Not(any(B, C)))),
        same("without both together", "a & not (b & c)", all(A, new Not(all(B, C)))),
        same("near", "a NEAR/4 b", near(A, 4, B)),
        same("in this order", "a THEN/1 b", then(A, 1, B)),
        same("the greatest distance", "a NEAR/50 b", near(A, 50, B)),
        as("a distance with a zero before it", "a NEAR/04 b", near(A, 4, B), "a NEAR/4 b"),
        same(
            "three in a row hold together from the left",
            "a NEAR/2 b THEN/3 c",
            then(near(A, 2, B), 3, C)),
        same("from the right with parentheses", "a NEAR/2 (b THEN/3 c)", near(A, 2, then(B, 3, C))),
        same(
            "near a phrase",
            "vpn NEAR/4 kept dropping",
            near(word("vpn"), 4, phrase("kept dropping"))),
        same(
            "near alternatives",
            "connection NEAR/4 (drop* | lost | slow)",
            near(word("connection"), 4, any(new Prefix("drop"), word("lost"), word("slow")))),
        same(
            "near alternatives of phrases",
            "coup* NEAR/4 (vpn | mot de passe | @net)",
            near(
                new Prefix("coup"), 4, any(word("vpn"), phrase("mot de passe"), new Named("net")))),
        same("negated", "negated staff", new Negated(word("staff"))),
        same("a negated phrase", "negated enough staff", new Negated(phrase("enough staff"))),
        same(
            "negated alternatives",
            "negated (staff | people)",
            new Negated(any(word("staff"), word("people")))),
        same("negated and near", "negated (a NEAR/2 b)", new Negated(near(A, 2, B))),
        same("negated beside something", "a & negated b | c", any(all(A, new Negated(B)), C)),
        same("near a negated one", "a NEAR/2 negated b", near(A, 2, new Negated(B))),
        same("a negated one near another", "negated a NEAR/2 b", near(new Negated(A), 2, B)),
        same("not negated", "a & not negated b", all(A, new Not(new Negated(B)))),
        same("and is tighter than or", "a | b & c", any(A, all(B, C))),
        same("or in parentheses", "(a | b) & c", all(any(A, B), C)),
        same("near is tighter than and", "a & b NEAR/2 c", all(A, near(B, 2, C))),
        as("needless parentheses", "((a) & ((b)))", all(A, B), "a & b"),
        as("or in or", "a | (b | c)", any(A, B, C), "a | b | c"),
        as("and in and", "a & (b & not c)", all(A, B, new Not(C)), "a & b & not c"),
        same("in one clause", "clause: a & b", new Within(Scope.CLAUSE, all(A, B))),
        same("in one sentence", "sentence: a & b", new Within(Scope.SENTENCE, all(A, B))),
        same("in the comment", "comment: a | b", new Within(Scope.COMMENT, any(A, B))),
        as("a scope without a space", "clause:a", new Within(Scope.CLAUSE, A), "clause: a"));
  }

  @ParameterizedTest
  @MethodSource({"words", "phrases", "quotes", "operators"})
  void readsAndWrites(String text, Rule expected, String canonical) {
    assertThat(Rule.parse(text)).isEqualTo(expected);
    assertThat(expected.toText()).isEqualTo(canonical);
    assertThat(Rule.parse(canonical)).isEqualTo(expected);
  }

  @Test
  void takesTheLongestTextAndTheDeepestRule() {
    String longest = "a ".repeat(499) + "ab";
    String deepest = "a & (b | ".repeat(9) + "a & b" + ")".repeat(9);

    assertThat(longest).hasSize(Rule.MAX_LENGTH);
    assertThat(Rule.parse(longest).toText()).isEqualTo(longest);
    assertThat(Rule.parse(deepest).toText()).isEqualTo(deepest);
    assertThat(Rule.parse("(".repeat(20) + "a" + ")".repeat(20))).isEqualTo(A);
  }

  static Stream<Arguments> refusedParts() {
    return Stream.of(
        refused("no letter", () -> new Word("--"), "a word must have a letter, digit or emoji"),
        refused(
            "a space",
            () -> new Word("a b"),
            "a word must have no space, control character or '\"' inside; make it a phrase"),
        refused(
            "a sentence end", () -> new Exact("a!b"), "a word must have no sentence end inside"),
        refused(
            "a dot that joins nothing",
            () -> new Word("a..b"),
            "a word must have no sentence end inside"),
        refused(
            "a prefix of one letter",
            () -> new Prefix("a"),
            "a prefix must have at least 2 letters or digits"),
        refused(
            "a phrase of one word",
            () -> new Phrase(List.of(A)),
            "a phrase must have at least 2 rules, but has 1"),
        refused(
            "a phrase of conditions",
            () -> new Phrase(List.of(A, all(A, B))),
            "a phrase is made of words and alternatives of them, but not of '&'"),
        refused(
            "a phrase with phrases as alternatives",
            () -> new Phrase(List.of(A, any(phrase("a b"), C))),
            "a phrase is made of words and alternatives of them, but not of a phrase"),
        refused("near nothing", () -> near(A, 0, B), "distance must be 1 to 50, but was 0"),
        refused("near everything", () -> near(A, 51, B), "distance must be 1 to 50, but was 51"),
        refused(
            "near a condition",
            () -> near(A, 1, all(B, C)),
            "NEAR takes words, phrases and alternatives of them, but not '&'"),
        refused(
            "a negated one in a negated one",
            () -> new Negated(near(A, 1, new Negated(B))),
            "'negated' must not have 'negated' inside"),
        refused("one alternative", () -> any(A), "'|' must have at least 2 rules, but has 1"),
        refused(
            "not as an alternative", () -> any(A, new Not(B)), "'|' must not have 'not' inside"),
        refused(
            "not first",
            () -> all(new Not(A), B),
            "'&' must have first what is wanted, not a 'not'"),
        refused("not not", () -> new Not(new Not(A)), "'not' must not have 'not' inside"),
        refused(
            "a set of another form",
            () -> new Named("Drop"),
            "set must match [a-z0-9-]{1,64}, but was 'Drop'"),
        refused(
            "a negated condition",
            () -> new Negated(any(A, all(A, B))),
            "'negated' takes words, phrases and alternatives of them, but not '&'"),
        refused(
            "a scope in a scope",
            () -> new Within(Scope.CLAUSE, new Within(Scope.COMMENT, A)),
            "'clause:' must not have 'comment:' inside"),
        refused(
            "a scope in a condition",
            () -> all(A, new Within(Scope.COMMENT, A)),
            "'&' must not have 'comment:' inside"));
  }

  private static Arguments refused(String name, ThrowingCallable make, String message) {
    return argumentSet(name, make, message);
  }

  @ParameterizedTest
  @MethodSource("refusedParts")
  void refusesRulesThatNobodyCouldWrite(ThrowingCallable make, String message) {
    assertThatIllegalArgumentException().isThrownBy(make).withMessage(message);
  }

  @Test
  void refusesARuleThatIsTooDeep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          Rule rule = A;
          for (int i = 0; i < Rule.MAX_DEPTH; i++) {
            rule = near(rule, 1, A);
          }
        })
        .withMessage("a rule must be at most 20 deep");
  }

  @Test
  void doesNotDependOnTheListItWasMadeOf() {
    List<Rule> words = new ArrayList<>(List.of(A, B));
    AnyOf rule = new AnyOf(words);

    words.add(C);

    assertThat(rule).isEqualTo(any(A, B));
  }
}
