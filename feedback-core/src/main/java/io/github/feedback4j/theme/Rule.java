package io.github.feedback4j.theme;

import java.util.List;

/**
 * What an item of a theme looks for in a comment.
 *
 * <p>A rule is a value and has two faces: these records, and a text that {@link #parse} reads and
 * {@link #toText} writes. From the loosest to the tightest:
 *
 * <table>
 *   <caption>The text of rules</caption>
 *   <tr><td>{@code clause: r}, {@code sentence: r}, {@code comment: r}</td>
 *       <td>how far apart the parts of {@code r} may stand; without it, in one sentence</td></tr>
 *   <tr><td>{@code a | b}</td><td>either</td></tr>
 *   <tr><td>{@code a & b}, {@code a & not b}</td><td>both, the one without the other</td></tr>
 *   <tr><td>{@code a NEAR/4 b}, {@code a THEN/4 b}</td>
 *       <td>at most four words between them, in any order or in this one</td></tr>
 *   <tr><td>{@code negated a}</td><td>{@code a} where it is negated: "no staff"</td></tr>
 *   <tr><td>{@code a b}</td><td>a phrase: side by side, whatever punctuation stands between</td></tr>
 *   <tr><td>{@code word}, {@code ~word}, {@code =Word}, {@code disconnect*}, {@code @set}</td>
 *       <td>any form of a word, this form whatever its case, this very form, what begins so, any
 *       entry of a list</td></tr>
 * </table>
 *
 * <p>Parentheses group. Apostrophes and hyphens belong to words, emoji are words, punctuation
 * around words does not count. What would mean something else stands in quotes: {@code "NEAR/4"},
 * {@code "R&D"}, {@code "negated"}. There is no general regular expression, so no rule can cost
 * more than time in proportion to the comment.
 *
 * <p>Immutable. A rule is at most {@value #MAX_DEPTH} deep; one that is not is refused with {@link
 * IllegalArgumentException} by whatever constructor would make it.
 *
 * @since 0.1
 */
public sealed interface Rule {

  /** The greatest length of the text of a rule, in UTF-16 units. */
  int MAX_LENGTH = 1_000;

  /** The greatest number of rules inside each other. */
  int MAX_DEPTH = 20;

  /** The greatest number of words between two sides of a {@link Near}. */
  int MAX_DISTANCE = 50;

  /**
   * Returns the rule that a text stands for.
   *
   * @throws RuleException with the column of the first mistake, what it is, and the way out
   */
  static Rule parse(String text) {
    return new RuleParser(text).parse();
  }

  /**
   * Returns the one canonical text of this rule, which {@link #parse} reads as an equal rule.
   *
   * <p>A rule that was made by hand may be longer than {@value #MAX_LENGTH} characters; then it has
   * a text, but one that is refused.
   */
  default String toText() {
    return RuleText.of(this);
  }

  /**
   * A word in any of its inflected forms, whatever its case and accents.
   *
   * @param text the word; punctuation around it is dropped
   */
  record Word(String text) implements Rule {

    /**
     * Drops the punctuation around the word.
     *
     * @throws IllegalArgumentException if there is no letter, digit or emoji, or a space, a quote, a
     *     control character or a sentence end inside
     */
    public Word {
      text = Wording.require(text);
    }
  }

  /**
   * A word in this very form: its case and its accents count.
   *
   * @param text the word; punctuation around it is dropped
   */
  record Exact(String text) implements Rule {

    /**
     * Drops the punctuation around the word.
     *
     * @throws IllegalArgumentException as for {@link Word}
     */
    public Exact {
      text = Wording.require(text);
    }
  }

  /**
   * A word in this form and no other, whatever its case and accents: "rights", but not "right".
   *
   * @param text the word; punctuation around it is dropped
   */
  record Form(String text) implements Rule {

    /**
     * Drops the punctuation around the word.
     *
     * @throws IllegalArgumentException as for {@link Word}
     */
    public Form {
      text = Wording.require(text);
    }
  }

  /**
   * Every word that begins so, whatever its case and accents.
   *
   * @param text the beginning, without the star, of at least two letters or digits
   */
  record Prefix(String text) implements Rule {

    /**
     * Drops the punctuation around the beginning.
     *
     * @throws IllegalArgumentException as for {@link Word}, or if it is shorter than two letters
     */
    public Prefix {
      text = Wording.require(text);
      if (text.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
        throw new IllegalArgumentException("a prefix must have at least 2 letters or digits");
      }
    }
  }

  /**
   * Words side by side, whatever punctuation stands between them, but no sentence end.
   *
   * @param parts at least two of {@link Word}, {@link Form}, {@link Exact}, {@link Prefix}, {@link
   *     Named} and {@link AnyOf} of such; a phrase in a phrase is dissolved
   */
  record Phrase(List<Rule> parts) implements Rule {

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if there are fewer than two, or other ones
     */
    public Phrase {
      parts = RuleShape.dissolve(parts, Phrase.class);
      RuleShape.requireSeveral("a phrase", parts);
      for (Rule each : parts) {
        if (!RuleShape.isPart(each)) {
          throw new IllegalArgumentException(
              "a phrase is made of words and alternatives of them, but not of "
                  + RuleShape.kind(each));
        }
      }
      RuleShape.requireDepth(parts);
    }
  }

  /**
   * Two places with few words between them, in one minimal span.
   *
   * @param left a word, a phrase, a set, alternatives of them, one of these {@link Negated}, or
   *     another {@code Near}
   * @param right likewise
   * @param distance how many words may stand between them, 1 to {@value Rule#MAX_DISTANCE}
   * @param ordered whether {@code left} must come first
   */
  record Near(Rule left, Rule right, int distance, boolean ordered) implements Rule {

    /**
     * Checks both sides and the distance.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public Near {
      RuleShape.requirePlace(ordered ? "THEN" : "NEAR", left);
      RuleShape.requirePlace(ordered ? "THEN" : "NEAR", right);
      if (distance < 1 || distance > MAX_DISTANCE) {
        throw new IllegalArgumentException(
            "distance must be 1 to %d, but was %d".formatted(MAX_DISTANCE, distance));
      }
      RuleShape.requireDepth(List.of(left, right));
    }
  }

  /**
   * Any one of several rules.
   *
   * @param rules at least two; alternatives in alternatives are dissolved
   */
  record AnyOf(List<Rule> rules) implements Rule {

    /**
     * Checks and copies the rules.
     *
     * @throws IllegalArgumentException if there are fewer than two, or a {@link Not} or a {@link
     *     Within} among them
     */
    public AnyOf {
      rules = RuleShape.dissolve(rules, AnyOf.class);
      RuleShape.requireSeveral("'|'", rules);
      rules.forEach(each -> RuleShape.requireInner("'|'", each));
      RuleShape.requireDepth(rules);
    }
  }

  /**
   * All of several rules in one scope, without what is in a {@link Not} among them.
   *
   * @param rules at least two, of which the first is no {@link Not}
   */
  record AllOf(List<Rule> rules) implements Rule {

    /**
     * Checks and copies the rules.
     *
     * @throws IllegalArgumentException if there are fewer than two, the first is a {@link Not}, or
     *     there is a {@link Within} among them
     */
    public AllOf {
      rules = RuleShape.dissolve(rules, AllOf.class);
      RuleShape.requireSeveral("'&'", rules);
      if (rules.get(0) instanceof Not) {
        throw new IllegalArgumentException("'&' must have first what is wanted, not a 'not'");
      }
      for (Rule each : rules) {
        if (!(each instanceof Not)) {
          RuleShape.requireInner("'&'", each);
        }
      }
      RuleShape.requireDepth(rules);
    }
  }

  /**
   * What must be absent; only inside {@link AllOf}.
   *
   * @param rule what must not be there
   */
  record Not(Rule rule) implements Rule {

    /**
     * Checks the rule.
     *
     * @throws IllegalArgumentException if it is a {@code Not} or a {@link Within}
     */
    public Not {
      RuleShape.requireInner("'not'", rule);
      RuleShape.requireDepth(List.of(rule));
    }
  }

  /**
   * Any entry of a list that the pack has under this name.
   *
   * @param set the name: 1 to 64 lower-case letters, digits and dashes
   */
  record Named(String set) implements Rule {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public Named {
      Labels.requireId("set", set);
    }
  }

  /**
   * A place where it is negated: "no staff".
   *
   * @param rule a word, a phrase, a set, alternatives of them, or a {@link Near}, without another
   *     {@code Negated} inside
   */
  record Negated(Rule rule) implements Rule {

    /**
     * Checks the rule.
     *
     * @throws IllegalArgumentException if it is none of those
     */
    public Negated {
      RuleShape.requirePlace("'negated'", rule);
      RuleShape.requireNotNegated(rule);
      RuleShape.requireDepth(List.of(rule));
    }
  }

  /**
   * A rule whose parts stand in one clause, one sentence or one comment; only around a whole rule.
   *
   * @param scope how far apart they may be
   * @param rule any rule but a {@link Not} or another {@code Within}
   */
  record Within(Scope scope, Rule rule) implements Rule {

    /**
     * Checks the rule.
     *
     * @throws IllegalArgumentException if it is a {@link Not} or a {@code Within}
     */
    public Within {
      RuleShape.requireInner("'" + scope.word() + ":'", rule);
      RuleShape.requireDepth(List.of(rule));
    }
  }
}
