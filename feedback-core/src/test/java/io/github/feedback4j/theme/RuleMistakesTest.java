package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleMistakesTest {

  private static Arguments mistake(
      String name, String text, int column, String problem, String advice) {
    return argumentSet(name, text, column, problem, advice);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("nothing", "", 1, "it is blank", "write a word, or delete it"),
        mistake("only space", " \u00a0", 1, "it is blank", "write a word, or delete it"),
        mistake("only punctuation", ":-(", 3, "'(' has no ')'", "close it, or leave it out"),
        mistake(
            "only dashes",
            "--",
            1,
            "'--' has no letter, digit or emoji",
            "put a word there, or leave it out"),
        mistake(
            "only punctuation in quotes",
            "a \"...\"",
            3,
            "'\"...\"' has no letter, digit or emoji",
            "put a word there, or leave it out"),
        mistake(
            "too long",
            "x".repeat(1_001),
            1_001,
            "it has 1001 characters, but may have 1000",
            "make several items of it"),
        mistake(
            "a tab",
            "kept\tdropping",
            5,
            "character U+0009 is not allowed",
            "write the rule in one line of plain text"),
        mistake(
            "half of a character",
            "a \ud83d",
            3,
            "character U+D83D is not allowed",
            "write the rule in one line of plain text"),
        mistake(
            "a line separator behind an emoji",
            "😡\u2028",
            2,
            "character U+2028 is not allowed",
            "write the rule in one line of plain text"),
        mistake(
            "an open quote",
            "a \"b c",
            3,
            "the quote has no end",
            "close it with '\"' or leave it out"),
        mistake(
            "an ampersand without spaces",
            "our R&D",
            6,
            "'&' needs a space on each side",
            "write 'a & b' for both of them, or \"R&D\" in quotes for one word"),
        mistake(
            "a star inside",
            "di*connect",
            3,
            "'*' is not at the end of a word",
            "write disconnect* for whatever begins so, or \"di*connect\" in quotes for one word"),
        mistake(
            "a star in front",
            "*connect",
            1,
            "'*' is not at the end of a word",
            "write disconnect* for whatever begins so, or \"*connect\" in quotes for one word"),
        mistake(
            "two stars",
            "drop**",
            5,
            "'*' is not at the end of a word",
            "write disconnect* for whatever begins so, or \"drop**\" in quotes for one word"),
        mistake(
            "a prefix that is too short",
            "a b*",
            3,
            "a prefix must have at least 2 letters or digits",
            "write it in another way"),
        mistake(
            "exact and prefix",
            "=Wi*",
            1,
            "'=' and '*' exclude each other",
            "write =Word for this very form, or word* for whatever begins so"),
        mistake(
            "exact and prefix in quotes",
            "=\"Wi\"*",
            1,
            "'=' and '*' exclude each other",
            "write =Word for this very form, or word* for whatever begins so"),
        mistake(
            "form and prefix",
            "my ~wi*",
            4,
            "'~' and '*' exclude each other",
            "write ~word for this very form, or word* for whatever begins so"),
        mistake(
            "form and prefix in quotes",
            "~\"wi\"*",
            1,
            "'~' and '*' exclude each other",
            "write ~word for this very form, or word* for whatever begins so"),
        mistake(
            "a form of nothing",
            "a ~ b",
            3,
            "'~' has no letter, digit or emoji",
            "put a word there, or leave it out"),
        mistake(
            "exactly nothing",
            "a = b",
            3,
            "'=' has no letter, digit or emoji",
            "put a word there, or leave it out"),
        mistake(
            "a set in capitals",
            "a @Drop",
            3,
            "'@Drop' is no set",
            "the name of a set matches [a-z0-9-]{1,64}, and a word that begins with '@' needs"
                + " quotes"),
        mistake(
            "near without a distance",
            "connection NEAR drop",
            12,
            "'NEAR' needs a distance",
            "write NEAR/1 to NEAR/50, or \"NEAR\" in quotes for the word"),
        mistake(
            "then without a distance",
            "a THEN b",
            3,
            "'THEN' needs a distance",
            "write THEN/1 to THEN/50, or \"THEN\" in quotes for the word"),
        mistake(
            "a distance of nothing",
            "a NEAR/0 b",
            3,
            "the distance of 'NEAR/0' must be 1 to 50",
            "write such as NEAR/4, or \"NEAR/0\" in quotes for the word"),
        mistake(
            "a distance too far",
            "a NEAR/51 b",
            3,
            "the distance of 'NEAR/51' must be 1 to 50",
            "write such as NEAR/4, or \"NEAR/51\" in quotes for the word"),
        mistake(
            "a distance beyond numbers",
            "a NEAR/99999999999 b",
            3,
            "the distance of 'NEAR/99999999999' must be 1 to 50",
            "write such as NEAR/4, or \"NEAR/99999999999\" in quotes for the word"),
        mistake(
            "a distance in words",
            "a THEN/far b",
            3,
            "the distance of 'THEN/far' must be 1 to 50",
            "write such as THEN/4, or \"THEN/far\" in quotes for the word"),
        mistake(
            "small near",
            "a near/4 b",
            3,
            "'near/4' is not in capitals",
            "write NEAR/4, or \"near/4\" in quotes for the word"),
        mistake(
            "AND",
            "a AND b",
            3,
            "'AND' is no operator",
            "write '&', or \"AND\" in quotes for the word"),
        mistake(
            "OR",
            "a OR b",
            3,
            "'OR' is no operator",
            "write '|', or \"OR\" in quotes for the word"),
        mistake(
            "NOT",
            "a NOT b",
            3,
            "'NOT' is no operator",
            "write '& not', or \"NOT\" in quotes for the word"),
        mistake(
            "an open parenthesis", "a (b | c", 3, "'(' has no ')'", "close it, or leave it out"),
        mistake("only an open parenthesis", "(", 1, "'(' has no ')'", "close it, or leave it out"),
        mistake(
            "a closed parenthesis",
            "a b) c",
            4,
            "')' has no '('",
            "leave it out, or open it before"),
        mistake(
            "only a closed parenthesis",
            ")",
            1,
            "')' has no '('",
            "leave it out, or open it before"),
        mistake(
            "nothing in parentheses",
            "a ()",
            3,
            "nothing stands in '()'",
            "put a word there, or leave them out"),
        mistake(
            "nothing before a bar",
            "| a",
            1,
            "nothing stands before '|'",
            "put a word there, or leave the '|' out"),
        mistake(
            "nothing before a bar in parentheses",
            "a (| b)",
            4,
            "nothing stands before '|'",
            "put a word there, or leave the '|' out"),
        mistake(
            "nothing behind a bar",
            "a |",
            3,
            "nothing stands behind '|'",
            "put a word there, or leave the '|' out"),
        mistake(
            "nothing between bars",
            "a || b",
            3,
            "nothing stands behind '|'",
            "put a word there, or leave the '|' out"),
        mistake(
            "nothing behind a bar in parentheses",
            "(a |)",
            4,
            "nothing stands behind '|'",
            "put a word there, or leave the '|' out"),
        mistake(
            "nothing behind an ampersand",
            "a &",
            3,
            "nothing stands behind '&'",
            "put a word there, or leave the '&' out"),
        mistake(
            "nothing before near",
            "NEAR/4 a",
            1,
            "nothing stands before 'NEAR/4'",
            "put a word there, or write \"NEAR/4\" in quotes for the word"),
        mistake(
            "nothing behind near",
            "a NEAR/4",
            3,
            "nothing stands behind 'NEAR/4'",
            "put a word there, or write \"NEAR/4\" in quotes for the word"),
        mistake(
            "nothing behind not",
            "a & not",
            5,
            "nothing stands behind 'not'",
            "put a word there, or write \"not\" in quotes for the word"),
        mistake(
            "nothing behind negated",
            "negated",
            1,
            "nothing stands behind 'negated'",
            "put a word there, or write \"negated\" in quotes for the word"),
        mistake(
            "nothing behind a scope",
            "clause:",
            1,
            "nothing stands behind 'clause:'",
            "put a word there, or write \"clause:\" in quotes for the word"),
        mistake(
            "not first",
            "not a & b",
            1,
            "'not' stands first",
            "write first what is wanted: 'wanted & not unwanted', or \"not\" in quotes for the"
                + " word"),
        mistake(
            "not twice",
            "a & not not b",
            9,
            "'not' stands twice",
            "leave both out, or write \"not\" in quotes for the word"),
        mistake(
            "a condition near a word",
            "a NEAR/4 (b & c)",
            3,
            "NEAR takes words, phrases and alternatives of them, but not '&'",
            "join the rest to it with '&'"),
        mistake(
            "a condition in a phrase",
            "a (b NEAR/2 c)",
            1,
            "a phrase is made of words and alternatives of them, but not of NEAR",
            "join the rest to it with '&' or '|'"),
        mistake(
            "a negated condition",
            "negated (a & b)",
            1,
            "'negated' takes words, phrases and alternatives of them, but not '&'",
            "put it inside: a & negated b"),
        mistake(
            "negated in negated",
            "negated (a NEAR/2 negated b)",
            1,
            "'negated' must not have 'negated' inside",
            "leave one of them out"),
        mistake(
            "two sentences",
            "too slow. again",
            5,
            "a sentence ends between the words of a phrase",
            "make two items of it, or leave the punctuation out"),
        mistake(
            "two sentences with space before the mark",
            "lent ! encore",
            6,
            "a sentence ends between the words of a phrase",
            "make two items of it, or leave the punctuation out"),
        mistake(
            "two sentences in quotes",
            "\"slow. Again\"",
            1,
            "a sentence ends between the words of a phrase",
            "make two items of it, or leave the punctuation out"),
        mistake(
            "a sentence end within a word",
            "slow!again",
            1,
            "a word must have no sentence end inside",
            "write it in another way"),
        mistake(
            "a scope within the rule",
            "a & clause: b",
            5,
            "'clause:' stands within the rule",
            "move it to the beginning, or leave the colon out if it is a word"),
        mistake(
            "an unknown scope",
            "sentense: a & b",
            1,
            "unknown scope 'sentense:'",
            "did you mean 'sentence:'? Leave the colon out if it is a word"),
        mistake(
            "too many parentheses",
            "(".repeat(21) + "a" + ")".repeat(21),
            21,
            "more than 20 parentheses are open",
            "make several items of it"),
        mistake(
            "too deep",
            "a" + " NEAR/1 a".repeat(20),
            174,
            "a rule must be at most 20 deep",
            "make several items of it"),
        mistake(
            "too many phrases in one",
            "(a b | c) ".repeat(10),
            1,
            "a phrase must stand for at most 1000 phrases",
            "make several items of it"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesThePlaceTheMistakeAndTheWayOut(String text, int column, String problem, String advice) {
    RuleException e = catchThrowableOfType(RuleException.class, () -> Rule.parse(text));

    assertThat(e.problem()).isEqualTo(problem);
    assertThat(e.advice()).isEqualTo(advice);
    assertThat(e.column()).isEqualTo(column);
    assertThat(e.rule()).isEqualTo(text);
  }

  @Test
  void theMessageHasItAllInOneLine() {
    assertThatExceptionOfType(RuleException.class)
        .isThrownBy(() -> Rule.parse("connection NEAR drop"))
        .withMessage("rule 'connection NEAR drop', column 12: 'NEAR' needs a distance; write NEAR/1"
            + " to NEAR/50, or \"NEAR\" in quotes for the word");
  }

  @Test
  void theMessageShowsTheBeginningOfALongRule() {
    assertThatExceptionOfType(RuleException.class)
        .isThrownBy(() -> Rule.parse("😡".repeat(60) + " &"))
        .withMessage("rule '" + "😡".repeat(40) + "…', column 62: nothing stands behind '&'; put a"
            + " word there, or leave the '&' out");
  }

  @Test
  void thePointerShowsThePlace() {
    RuleException e =
        catchThrowableOfType(RuleException.class, () -> Rule.parse("connection NEAR drop"));

    assertThat(e.pointer()).isEqualTo("""
        connection NEAR drop
                   ^""");
  }
}
