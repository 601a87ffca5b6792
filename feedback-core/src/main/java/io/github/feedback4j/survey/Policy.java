package io.github.feedback4j.survey;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a platform team settles for every survey of every application: contact rules, who is never
 * asked, and how many invitations there may be.
 *
 * <p>The rules apply beside each survey's own, and the strictest wins. Immutable; kept in a file of
 * its own that applications share, see {@link PolicyReader}.
 *
 * @param name whose policy it is, as it appears in explanations
 * @param contact contact rules for every survey
 * @param doNotAsk the applications' own ids of people who are never asked, at most
 *     {@value #MAX_DO_NOT_ASK}
 * @param budget how many invitations all surveys together may make, or null for any number
 * @since 0.1
 */
public record Policy(
    String name,
    ContactRules contact,
    Set<String> doNotAsk,
    @Nullable InvitationBudget budget) {

  /** The name of a policy that has none of its own. */
  public static final String DEFAULT_NAME = "policy";

  /** The greatest number of people who are never asked. */
  public static final int MAX_DO_NOT_ASK = 10_000;

  private static final Policy NONE = of(ContactRules.none());

  /** Copies the ids; checks their number and that a policy is not exempt from itself. */
  public Policy {
    Ids.requireName("policy", name);
    doNotAsk = Set.copyOf(doNotAsk);
    if (doNotAsk.size() > MAX_DO_NOT_ASK) {
      throw new IllegalArgumentException("doNotAsk must have at most %d entries, but has %d"
          .formatted(MAX_DO_NOT_ASK, doNotAsk.size()));
    }
    if (!contact.exemptions().isEmpty()) {
      throw new IllegalArgumentException("a policy must not exempt, but exempts from "
          + contact.exemptions() + "; a survey says itself what does not hold for it");
    }
  }

  /** Creates a policy without a budget. */
  public Policy(String name, ContactRules contact, Set<String> doNotAsk) {
    this(name, contact, doNotAsk, null);
  }

  /** Returns a policy that restricts nothing. */
  public static Policy none() {
    return NONE;
  }

  /** Returns a policy of these rules. */
  public static Policy of(ContactRules contact) {
    return new Policy(DEFAULT_NAME, contact, Set.of());
  }

  /** Returns this policy with other people who are never asked. */
  public Policy withDoNotAsk(Set<String> doNotAsk) {
    return new Policy(name, contact, doNotAsk, budget);
  }

  /** Returns this policy with other contact rules. */
  public Policy withContact(ContactRules contact) {
    return new Policy(name, contact, doNotAsk, budget);
  }

  /** Returns this policy with a budget of invitations for all surveys together. */
  public Policy withBudget(InvitationBudget budget) {
    return new Policy(name, contact, doNotAsk, budget);
  }

  /** Returns name and rules, not the people. */
  @Override
  public String toString() {
    return name + ": " + contact;
  }
}
