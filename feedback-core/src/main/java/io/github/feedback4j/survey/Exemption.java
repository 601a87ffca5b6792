package io.github.feedback4j.survey;

import io.github.feedback4j.survey.ContactRule.Since;
import org.jspecify.annotations.Nullable;

/**
 * Names what of a platform's policy does not hold for a survey: one cell of the contact matrix, the
 * limits of one scope, the newcomers' grace, or the budget of invitations.
 *
 * <p>Nothing else lifts a rule of the policy, and a decision that made use of it says so.
 *
 * @param scope whose contacts the lifted rules look at, null for the newcomers' grace
 *     and the budget
 * @param cell {@code invited}, {@code shown}, {@code answered}, {@code dismissed}, {@code atMost},
 *     {@code newcomerGrace} or {@code budget}
 * @since 0.1
 */
public record Exemption(@Nullable ContactScope scope, String cell)
    implements Comparable<Exemption> {

  /** The word of limits. */
  static final String LIMITS = "atMost";

  /** The word of the newcomers' grace. */
  static final String NEWCOMER_GRACE = "newcomerGrace";

  /** The word of the budget of invitations. */
  static final String BUDGET = "budget";

  /** Checks that there is such a cell. */
  public Exemption {
    boolean isWord = cell.equals(NEWCOMER_GRACE) || cell.equals(BUDGET);
    if (scope == null ? !isWord : !isCell(cell)) {
      throw new IllegalArgumentException(
          ("there is no rule '%s' to be exempt from; write one such as any.invited, this.answered, "
                  + "groups.tickets.atMost, newcomerGrace or budget")
              .formatted(scope == null ? cell : scope + "." + cell));
    }
  }

  private static boolean isCell(String cell) {
    for (Since each : Since.values()) {
      if (each.word().equals(cell)) {
        return true;
      }
    }
    return cell.equals(LIMITS);
  }

  /** Returns the exemption from the gaps of one cell. */
  public static Exemption of(ContactScope scope, Since since) {
    return new Exemption(scope, since.word());
  }

  /** Returns the exemption from every {@link ContactLimit} of a scope. */
  public static Exemption limits(ContactScope scope) {
    return new Exemption(scope, LIMITS);
  }

  /** Returns the exemption from the newcomers' grace. */
  public static Exemption newcomerGrace() {
    return new Exemption(null, NEWCOMER_GRACE);
  }

  /** Returns the exemption from the budget of invitations; those of the survey do not count for it. */
  public static Exemption budget() {
    return new Exemption(null, BUDGET);
  }

  /**
   * Returns the exemption that a survey file names, such as {@code any.invited} or {@code
   * groups.tickets.atMost}.
   */
  public static Exemption parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      return new Exemption(null, text);
    }
    String scope = text.substring(0, dot);
    String cell = text.substring(dot + 1);
    if (scope.equals("this")) {
      return new Exemption(ContactScope.THIS_SURVEY, cell);
    }
    if (scope.equals("any")) {
      return new Exemption(ContactScope.ANY_SURVEY, cell);
    }
    if (scope.startsWith("groups.")) {
      return new Exemption(ContactScope.group(scope.substring("groups.".length())), cell);
    }
    return new Exemption(null, text);
  }

  @Override
  public int compareTo(Exemption other) {
    return toString().compareTo(other.toString());
  }

  /** Returns the words of survey files. */
  @Override
  public String toString() {
    return scope == null ? cell : scope + "." + cell;
  }
}
