package io.github.feedback4j.theme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a rule as analysts write it. */
final class RuleText {

  private RuleText() {}

  static String of(Rule rule) {
    if (rule instanceof Rule.Word word) {
      return word.text();
    }
    if (rule instanceof Rule.Exact exact) {
      return "=" + exact.text();
    }
    if (rule instanceof Rule.Prefix prefix) {
      return prefix.text() + "*";
    }
    if (rule instanceof Rule.Phrase phrase) {
      return joined(phrase.parts(), " ");
    }
    if (rule instanceof Rule.Near near) {
      return "%s %s/%d %s"
          .formatted(
              inner(near.left()),
              near.ordered() ? "THEN" : "NEAR",
              near.distance(),
              inner(near.right()));
    }
    if (rule instanceof Rule.AnyOf anyOf) {
      return joined(anyOf.rules(), " | ");
    }
    if (rule instanceof Rule.AllOf allOf) {
      return joined(allOf.rules(), " & ");
    }
    if (rule instanceof Rule.Not not) {
      return "not " + inner(not.rule());
    }
    if (rule instanceof Rule.Negated negated) {
      return "negated " + inner(negated.rule());
    }
    if (rule instanceof Rule.Within within) {
      return within.scope().name().toLowerCase(Locale.ROOT) + ": " + of(within.rule());
    }
    return "@" + ((Rule.Named) rule).set();
  }

  private static String joined(List<Rule> rules, String between) {
    return rules.stream().map(RuleText::inner).collect(Collectors.joining(between));
  }

  private static String inner(Rule rule) {
    boolean isOne = rule instanceof Rule.Word
        || rule instanceof Rule.Exact
        || rule instanceof Rule.Prefix
        || rule instanceof Rule.Phrase
        || rule instanceof Rule.Not
        || rule instanceof Rule.Named;
    return isOne ? of(rule) : "(" + of(rule) + ")";
  }
}
