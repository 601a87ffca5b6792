package io.github.feedback4j.theme;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes rules as texts, with no more parentheses and quotes than they need. */
final class RuleText {

  // How tightly the parts of a rule hold together; a looser one needs parentheses in a tighter one.
  private static final int ANY = 0;
  private static final int ALL = 1;
  private static final int NEAR = 2;
  private static final int NEGATED = 3;
  private static final int PHRASE = 4;
  private static final int WORD = 5;

  /** What would mean something else without quotes, wherever it stands. */
  private static final Pattern RESERVED = Pattern.compile(
      "[=~@].*|.*[()|&*].*|AND|OR|NOT|negated|(NEAR|THEN)(/.*)?|(?i:(near|then)/[0-9]+)"
          + "|(clause|sentence|comment):.*");

  private RuleText() {}

  static String of(Rule rule) {
    return rule instanceof Rule.Within within
        ? within.scope().word() + ": " + text(within.rule(), ANY)
        : text(rule, ANY);
  }

  private static String text(Rule rule, int least) {
    String text = bare(rule);
    return strength(rule) < least ? "(" + text + ")" : text;
  }

  private static int strength(Rule rule) {
    if (rule instanceof Rule.AnyOf) {
      return ANY;
    }
    if (rule instanceof Rule.AllOf) {
      return ALL;
    }
    if (rule instanceof Rule.Near) {
      return NEAR;
    }
    if (rule instanceof Rule.Negated) {
      return NEGATED;
    }
    return rule instanceof Rule.Phrase ? PHRASE : WORD;
  }

  private static String bare(Rule rule) {
    if (rule instanceof Rule.Word word) {
      return quoted(word.text());
    }
    if (rule instanceof Rule.Form form) {
      return "~" + quoted(form.text());
    }
    if (rule instanceof Rule.Exact exact) {
      return "=" + quoted(exact.text());
    }
    if (rule instanceof Rule.Prefix prefix) {
      return quoted(prefix.text()) + "*";
    }
    if (rule instanceof Rule.Named named) {
      return "@" + named.set();
    }
    if (rule instanceof Rule.Phrase phrase) {
      return joined(phrase.parts(), " ", WORD);
    }
    if (rule instanceof Rule.Near near) {
      // Of several in a row the left ones hold together.
      return "%s %s/%d %s"
          .formatted(
              text(near.left(), NEAR),
              near.ordered() ? "THEN" : "NEAR",
              near.distance(),
              text(near.right(), NEGATED));
    }
    if (rule instanceof Rule.AnyOf any) {
      return joined(any.rules(), " | ", ALL);
    }
    if (rule instanceof Rule.AllOf all) {
      return all.rules().stream().map(RuleText::operand).collect(Collectors.joining(" & "));
    }
    if (rule instanceof Rule.Not not) {
      return "not " + operand(not.rule());
    }
    if (rule instanceof Rule.Negated negated) {
      return "negated " + text(negated.rule(), PHRASE);
    }
    return of(rule);
  }

  /** Returns a side of '&', where a first word "not" would be the operator. */
  private static String operand(Rule rule) {
    if (rule instanceof Rule.Not) {
      return bare(rule);
    }
    String text = text(rule, NEAR);
    return text.equals("not") || text.startsWith("not ") ? "\"not\"" + text.substring(3) : text;
  }

  private static String joined(List<Rule> rules, String between, int least) {
    return rules.stream().map(each -> text(each, least)).collect(Collectors.joining(between));
  }

  private static String quoted(String word) {
    return RESERVED.matcher(word).matches() ? "\"" + word + "\"" : word;
  }
}
