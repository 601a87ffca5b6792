package io.github.feedback4j.theme;

/**
 * Thrown when the text of a rule cannot be understood; it says where, what is wrong and what to
 * write instead.
 *
 * @since 0.1
 */
public final class RuleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 80;

  private final String place;
  private final String rule;
  private final int column;
  private final String problem;
  private final String advice;

  RuleException(String place, String rule, int column, String problem, String advice) {
    super("%srule '%s', column %d: %s; %s".formatted(place, shown(rule), column, problem, advice));
    this.place = place;
    this.rule = rule;
    this.column = column;
    this.problem = problem;
    this.advice = advice;
  }

  /** Returns the text of the rule, as it was given. */
  public String rule() {
    return rule;
  }

  /** Returns the column of the mistake in the text, in characters from 1. */
  public int column() {
    return column;
  }

  /** Returns what is wrong, such as {@code 'NEAR' needs a distance}. */
  public String problem() {
    return problem;
  }

  /** Returns what to do about it. */
  public String advice() {
    return advice;
  }

  /** Returns the text of the rule and, in a second line, a caret below the mistake. */
  public String pointer() {
    return rule + "\n" + " ".repeat(column - 1) + "^";
  }

  /** Returns the same mistake with the place of the rule before it, such as {@code theme 'a': }. */
  RuleException at(String outer) {
    return new RuleException(outer + place, rule, column, problem, advice);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…";
  }
}
