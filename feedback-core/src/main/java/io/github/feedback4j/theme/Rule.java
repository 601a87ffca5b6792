package io.github.feedback4j.theme;

import java.util.List;

/**
 * What an item looks for.
 *
 * @since 0.1
 */
public sealed interface Rule {

  /** A word, stemmed in the item's language; case and accents do not count. */
  record Word(String text) implements Rule {}

  /** This very form: case and accents count. */
  record Exact(String text) implements Rule {}

  /** Words that begin so, never stemmed. */
  record Prefix(String text) implements Rule {}

  /** Neighbours, whatever punctuation is between them, but no sentence end. */
  record Phrase(List<Rule> parts) implements Rule {
    /** Copies the parts. */
    public Phrase {
      parts = List.copyOf(parts);
    }
  }

  /** Two parts with at most {@code distance} words between them, in this order or in any. */
  record Near(Rule left, Rule right, int distance, boolean ordered) implements Rule {}

  /** At least one of these. */
  record AnyOf(List<Rule> rules) implements Rule {
    /** Copies the rules. */
    public AnyOf {
      rules = List.copyOf(rules);
    }
  }

  /** All of these within the scope. */
  record AllOf(List<Rule> rules) implements Rule {
    /** Copies the rules. */
    public AllOf {
      rules = List.copyOf(rules);
    }
  }

  /** Nothing of this within the scope; only inside of {@link AllOf}. */
  record Not(Rule rule) implements Rule {}

  /** A named list. */
  record Named(String set) implements Rule {}

  /** This, where it is negated: "no staff". */
  record Negated(Rule rule) implements Rule {}

  /** A rule that looks this far. */
  record Within(Scope scope, Rule rule) implements Rule {}
}
