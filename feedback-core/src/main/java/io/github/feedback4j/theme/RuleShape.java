package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which rules may stand in which, and how deep. */
final class RuleShape {

  /** How many phrases one phrase with phrases among its alternatives may stand for. */
  static final int MAX_PHRASES = 1_000;

  private static final String TOO_DEEP = "a rule must be at most %d deep".formatted(Rule.MAX_DEPTH);
  private static final String TOO_MANY =
      "a phrase must stand for at most %d phrases".formatted(MAX_PHRASES);

  private RuleShape() {}

  /** Returns whether this is the message of a rule that is fine, but too large. */
  static boolean isTooMuch(String message) {
    return message.equals(TOO_DEEP) || message.equals(TOO_MANY);
  }

  /** Returns the rules directly inside one. */
  static List<Rule> children(Rule rule) {
    if (rule instanceof Rule.Phrase phrase) {
      return phrase.parts();
    }
    if (rule instanceof Rule.AnyOf any) {
      return any.rules();
    }
    if (rule instanceof Rule.AllOf all) {
      return all.rules();
    }
    if (rule instanceof Rule.Near near) {
      return List.of(near.left(), near.right());
    }
    if (rule instanceof Rule.Not not) {
      return List.of(not.rule());
    }
    if (rule instanceof Rule.Negated negated) {
      return List.of(negated.rule());
    }
    return rule instanceof Rule.Within within ? List.of(within.rule()) : List.of();
  }

  /** Returns whether a rule may be part of a phrase: one word, or alternatives of one word each. */
  static boolean isPart(Rule rule) {
    return rule instanceof Rule.AnyOf any
        ? any.rules().stream().allMatch(RuleShape::isPart)
        : isLeaf(rule);
  }

  /** Returns whether a rule matches places: a run of words, as against a condition on a scope. */
  static boolean isPlace(Rule rule) {
    if (rule instanceof Rule.AnyOf any) {
      return any.rules().stream().allMatch(RuleShape::isPlace);
    }
    return isLeaf(rule)
        || rule instanceof Rule.Phrase
        || rule instanceof Rule.Near
        || rule instanceof Rule.Negated;
  }

  private static boolean isLeaf(Rule rule) {
    return rule instanceof Rule.Word
        || rule instanceof Rule.Form
        || rule instanceof Rule.Exact
        || rule instanceof Rule.Prefix
        || rule instanceof Rule.Named;
  }

  static void requirePlace(String what, Rule rule) {
    if (!isPlace(rule)) {
      throw new IllegalArgumentException(
          "%s takes words, phrases and alternatives of them, but not %s"
              .formatted(what, kind(rule)));
    }
  }

  static void requireNotNegated(Rule rule) {
    if (hasNegated(rule)) {
      throw new IllegalArgumentException("'negated' must not have 'negated' inside");
    }
  }

  /** Returns whether a rule asks for a negation, not only for the absence of one. */
  static boolean hasNegated(Rule rule) {
    return rule instanceof Rule.Negated
        || (!(rule instanceof Rule.Not) && children(rule).stream().anyMatch(RuleShape::hasNegated));
  }

  static void requireInner(String what, Rule rule) {
    if (rule instanceof Rule.Not || rule instanceof Rule.Within) {
      throw new IllegalArgumentException("%s must not have %s inside".formatted(what, kind(rule)));
    }
  }

  static void requireSeveral(String what, List<Rule> rules) {
    if (rules.size() < 2) {
      throw new IllegalArgumentException(
          "%s must have at least 2 rules, but has %d".formatted(what, rules.size()));
    }
  }

  static void requireDepth(List<Rule> rules) {
    for (Rule each : rules) {
      if (depth(each) >= Rule.MAX_DEPTH) {
        throw new IllegalArgumentException(TOO_DEEP);
      }
    }
  }

  // Its arguments were constructed before, so they are no deeper than is allowed.
  private static int depth(Rule rule) {
    int deepest = 0;
    for (Rule each : children(rule)) {
      deepest = Math.max(deepest, depth(each));
    }
    return deepest + 1;
  }

  /** Returns how many words, prefixes and names there are in a rule. */
  static int size(Rule rule) {
    int size = 0;
    for (Rule each : children(rule)) {
      size += size(each);
    }
    return isLeaf(rule) ? 1 : size;
  }

  /** Returns the sets that a rule names. */
  static Set<String> sets(Rule rule) {
    Set<String> sets = new TreeSet<>();
    collectSets(rule, sets);
    return sets;
  }

  private static void collectSets(Rule rule, Set<String> sets) {
    if (rule instanceof Rule.Named named) {
      sets.add(named.set());
    }
    children(rule).forEach(each -> collectSets(each, sets));
  }

  /** Returns what a person would call a rule. */
  static String kind(Rule rule) {
    if (rule instanceof Rule.Near near) {
      return near.ordered() ? "THEN" : "NEAR";
    }
    if (rule instanceof Rule.AllOf) {
      return "'&'";
    }
    if (rule instanceof Rule.Not) {
      return "'not'";
    }
    if (rule instanceof Rule.Negated) {
      return "'negated'";
    }
    if (rule instanceof Rule.Within within) {
      return "'" + within.scope().word() + ":'";
    }
    if (rule instanceof Rule.AnyOf any) {
      return any.rules().stream()
          .filter(each -> !isPart(each))
          .findFirst()
          .map(RuleShape::kind)
          .orElse("'|'");
    }
    return rule instanceof Rule.Phrase ? "a phrase" : "a word";
  }

  /** Returns a copy in which rules of one kind are replaced by what is directly inside them. */
  static List<Rule> dissolve(Collection<Rule> rules, Class<? extends Rule> kind) {
    List<Rule> flat = new ArrayList<>();
    for (Rule each : rules) {
      // What is inside was dissolved when it was made.
      if (kind.isInstance(each)) {
        flat.addAll(children(each));
      } else {
        flat.add(each);
      }
    }
    return List.copyOf(flat);
  }

  /** Returns the only rule, or any of several. */
  static Rule anyOf(List<Rule> rules) {
    return rules.size() == 1 ? rules.get(0) : new Rule.AnyOf(rules);
  }

  /**
   * Returns these units side by side.
   *
   * <p>A phrase has words and alternatives of one word each. Where an alternative is itself a phrase,
   * as in "(wi fi | lan) cable", what comes back is any of the phrases that are meant.
   */
  static Rule phrase(List<Rule> units) {
    List<List<Rule>> phrases = List.of(List.of());
    for (Rule unit : units) {
      List<Rule> choices = choices(unit);
      if ((long) phrases.size() * choices.size() > MAX_PHRASES) {
        throw new IllegalArgumentException(TOO_MANY);
      }
      List<List<Rule>> longer = new ArrayList<>();
      for (List<Rule> beginning : phrases) {
        for (Rule choice : choices) {
          List<Rule> parts = new ArrayList<>(beginning);
          parts.add(choice);
          longer.add(parts);
        }
      }
      phrases = longer;
    }
    List<Rule> made = new ArrayList<>();
    phrases.forEach(parts -> made.add(new Rule.Phrase(parts)));
    return anyOf(made);
  }

  private static List<Rule> choices(Rule unit) {
    if (!(unit instanceof Rule.AnyOf any) || isPart(unit)) {
      return List.of(unit);
    }
    List<Rule> words = new ArrayList<>();
    List<Rule> choices = new ArrayList<>();
    for (Rule each : any.rules()) {
      (isPart(each) ? words : choices).add(each);
    }
    if (!words.isEmpty()) {
      choices.add(0, anyOf(words));
    }
    return choices;
  }
}
