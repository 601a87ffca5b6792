package io.github.feedback4j.theme;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Rules, sets and texts that look like rules, for properties. */
final class RuleArbitraries {

  private static final int MAX_DEPTH = 2;

  private static final String[] PIECES = {
    "a",
    "vpn",
    "not",
    "negated",
    "NEAR/4",
    "THEN/2",
    "NEAR",
    "near/3",
    "AND",
    "|",
    "&",
    "(",
    ")",
    "\"",
    "*",
    "=",
    "~",
    "@",
    "@drop",
    "drop*",
    "=Wi",
    "~wi",
    "clause:",
    "sentence:",
    "sentense:",
    ".",
    "!",
    ",",
    "'",
    "-",
    "é",
    "e\u0301",
    "😡",
    "\ud83d",
    "\n",
    "\u00a0",
    "l'accès",
    "wi-fi",
    "\"R&D\"",
    "3.5"
  };

  // Made once: jqwik remembers what it needs to know of an arbitrary by its identity.
  private static final Arbitrary<Rule> RULES = scoped(conditions(leaves(), MAX_DEPTH));
  private static final Arbitrary<Rule> WITHOUT_SETS = scoped(conditions(leavesWithoutSets(), 1));

  private RuleArbitraries() {}

  private static Arbitrary<Rule> scoped(Arbitrary<Rule> conditions) {
    Arbitrary<Rule> scoped =
        Combinators.combine(Arbitraries.of(Scope.class), conditions).as(Rule.Within::new);
    return Arbitraries.frequencyOf(Tuple.of(5, conditions), Tuple.of(1, scoped))
        .filter(each -> each.toText().length() <= Rule.MAX_LENGTH);
  }

  /** Rules that have a text of an allowed length. */
  static Arbitrary<Rule> rules() {
    return RULES;
  }

  /** Rules without names of sets and not as deep, for packs that have many of them. */
  static Arbitrary<Rule> rulesWithoutSets() {
    return WITHOUT_SETS;
  }

  /** Texts of which most are no rules, but nearly so. */
  static Arbitrary<String> nearlyRules() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of(PIECES)),
            Tuple.of(4, Arbitraries.of(" ")),
            Tuple.of(1, Arbitraries.strings().all().ofMaxLength(4)))
        .list()
        .ofMaxSize(14)
        .map(list -> list.stream().collect(Collectors.joining()));
    return Arbitraries.frequencyOf(
        Tuple.of(3, pieces), Tuple.of(1, Arbitraries.strings().all().ofMaxLength(40)));
  }

  static Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Arbitraries.of(
                "a",
                "b",
                "vpn",
                "Réseau",
                "wi-fi",
                "l'accès",
                "don’t",
                "😡",
                "👍🏽",
                "3.5",
                "not",
                "negated",
                "NEAR",
                "NEAR/4",
                "near/4",
                "THEN/x",
                "AND",
                "OR",
                "NOT",
                "R&D",
                "f(x)y",
                "a|b",
                "=x",
                "~x",
                "@home",
                "a*b",
                "clause:7",
                "note:x",
                "C++",
                "e\u0301te\u0301")),
        Tuple.of(
            2,
            Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(RuleArbitraries::isWord)
                .map(Wording::trim)));
  }

  private static boolean isWord(String text) {
    try {
      Wording.require(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Arbitrary<Rule> leaves() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, leavesWithoutSets()),
        Tuple.of(1, Arbitraries.of("drop", "slow", "net-2").map(Rule.Named::new)));
  }

  private static Arbitrary<Rule> leavesWithoutSets() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, words().map(Rule.Word::new)),
        Tuple.of(1, words().map(Rule.Exact::new)),
        Tuple.of(1, words().map(Rule.Form::new)),
        Tuple.of(
            1,
            words()
                .filter(
                    each -> each.codePoints().filter(Character::isLetterOrDigit).count() >= 2)
                .map(Rule.Prefix::new)));
  }

  private static Arbitrary<Rule> parts(Arbitrary<Rule> leaves) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, leaves),
        Tuple.of(1, leaves.list().ofMinSize(2).ofMaxSize(3).map(Rule.AnyOf::new)));
  }

  private static Arbitrary<Rule> places(Arbitrary<Rule> leaves, int depth) {
    Arbitrary<Rule> phrases = parts(leaves).list().ofMinSize(2).ofMaxSize(4).map(Rule.Phrase::new);
    Arbitrary<Rule> flat = Arbitraries.frequencyOf(Tuple.of(2, leaves), Tuple.of(2, phrases));
    if (depth == 0) {
      return flat;
    }
    Arbitrary<Rule> inner = places(leaves, depth - 1);
    Arbitrary<Rule> sides = Arbitraries.frequencyOf(
        Tuple.of(5, inner),
        Tuple.of(1, inner.filter(RuleArbitraries::isPlain).map(Rule.Negated::new)));
    Arbitrary<Rule> near = Combinators.combine(
            sides, sides, Arbitraries.integers().between(1, 50), Arbitraries.of(true, false))
        .as(Rule.Near::new);
    Arbitrary<Rule> any = inner.list().ofMinSize(2).ofMaxSize(3).map(Rule.AnyOf::new);
    return Arbitraries.frequencyOf(Tuple.of(3, flat), Tuple.of(1, near), Tuple.of(1, any));
  }

  private static Arbitrary<Rule> conditions(Arbitrary<Rule> leaves, int depth) {
    Arbitrary<Rule> places = places(leaves, depth);
    Arbitrary<Rule> negated = places.filter(RuleArbitraries::isPlain).map(Rule.Negated::new);
    if (depth == 0) {
      return Arbitraries.frequencyOf(Tuple.of(3, places), Tuple.of(1, negated));
    }
    Arbitrary<Rule> inner = conditions(leaves, depth - 1);
    Arbitrary<Rule> any = inner.list().ofMinSize(2).ofMaxSize(3).map(Rule.AnyOf::new);
    Arbitrary<Rule> all = Combinators.combine(
            inner,
            Combinators.combine(inner, Arbitraries.of(true, false))
                .as(RuleArbitraries::not)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2))
        .as(RuleArbitraries::all);
    return Arbitraries.frequencyOf(
        Tuple.of(2, places), Tuple.of(1, negated), Tuple.of(1, any), Tuple.of(2, all));
  }

  private static boolean isPlain(Rule rule) {
    return !RuleShape.hasNegated(rule);
  }

  private static Rule not(Rule rule, boolean not) {
    return not ? new Rule.Not(rule) : rule;
  }

  private static Rule all(Rule first, List<Rule> others) {
    return new Rule.AllOf(Stream.concat(Stream.of(first), others.stream()).toList());
  }
}
