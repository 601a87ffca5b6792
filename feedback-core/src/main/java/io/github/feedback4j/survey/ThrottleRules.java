package io.github.feedback4j.survey;

import io.github.feedback4j.survey.ContactRule.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The warning about a contact rule that never matters, because a stricter one of the survey or of the
 * policy binds longer after the same event.
 */
final class ThrottleRules {

  private ThrottleRules() {}

  static List<Flaw> check(ContactRules rules, ContactRules policy) {
    List<Flaw> flaws = new ArrayList<>();
    for (ContactRule rule : rules.rules()) {
      for (boolean ofPolicy : new boolean[] {false, true}) {
        for (ContactRule other : (ofPolicy ? policy : rules).rules()) {
          if (shadows(other, rule)) {
            flaws.add(Flaw.warning(
                "contact",
                List.of("contact", rule.scope().word(), rule.since().word()),
                "the rule %s never matters, because %s%s is stricter"
                    .formatted(rule, ofPolicy ? "the policy's " : "", other),
                ofPolicy ? "delete it, or make it longer" : "delete one of them"));
          }
        }
      }
    }
    return flaws;
  }

  /** Any survey's events include this survey's, so a rule about all of them is the wider one. */
  private static boolean shadows(ContactRule other, ContactRule rule) {
    if (other.since() != rule.since()) {
      return false;
    }
    int longer = other.gap().compareTo(rule.gap());
    return other.scope() == rule.scope()
        ? longer > 0
        : other.scope() == Scope.ANY_SURVEY && longer >= 0;
  }
}
