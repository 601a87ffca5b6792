package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * The warnings about contact rules that never matter, because a stricter one of the survey or of the
 * policy always binds longer.
 */
final class ThrottleRules {

  private final Survey survey;
  private final ContactRules own;
  private final List<Flaw> flaws = new ArrayList<>();

  private ThrottleRules(Survey survey) {
    this.survey = survey;
    this.own = survey.contactRules();
  }

  static List<Flaw> check(Survey survey, ContactRules policy) {
    ThrottleRules rules = new ThrottleRules(survey);
    rules.check(rules.own, false);
    rules.check(policy, true);
    if (survey.display() instanceof Display.Every every) {
      rules.checkDisplay(every.period(), rules.own, false);
      rules.checkDisplay(every.period(), policy, true);
    }
    return rules.flaws;
  }

  private void check(ContactRules others, boolean ofPolicy) {
    if (own.days() != others.days() || own.boundary() != others.boundary()) {
      // Lengths that are read in two ways cannot be compared.
      return;
    }
    for (ContactRule rule : own.rules()) {
      for (ContactRule other : others.rules()) {
        boolean holds =
            !ofPolicy || !isExempt(Exemption.of(other.scope(), other.since()), other.scope());
        if (holds && shadows(other, rule)) {
          note(rule.scope(), rule.since().word(), rule, other, ofPolicy);
        }
      }
    }
    for (ContactLimit limit : own.limits()) {
      for (ContactLimit other : others.limits()) {
        boolean holds = !ofPolicy || !isExempt(Exemption.limits(other.scope()), other.scope());
        if (holds && shadows(other, limit)) {
          note(limit.scope(), Exemption.LIMITS, limit, other, ofPolicy);
        }
      }
    }
  }

  /** A gap that is longer than the longest of the periods ends in the next one at the earliest. */
  private void checkDisplay(CalendarPeriod every, ContactRules others, boolean ofPolicy) {
    long longest = Math.max(every.days(), every.months() * 31L);
    for (ContactRule other : others.rules()) {
      boolean binds = includes(other.scope(), ContactScope.THIS_SURVEY)
          || other.scope().equals(ContactScope.THIS_SURVEY);
      boolean holds =
          !ofPolicy || !isExempt(Exemption.of(other.scope(), other.since()), other.scope());
      if (other.since() == ContactRule.Since.INVITED
          && binds
          && holds
          && other.gap().toDays() > longest) {
        flaws.add(Flaw.warning(
            "display",
            List.of("display"),
            "{every: %s} never matters, because %s%s is longer"
                .formatted(every, ofPolicy ? "the policy's " : "", other),
            "delete one of them"));
      }
    }
  }

  /** Returns whether a rule of the policy does not hold for this survey. */
  private boolean isExempt(Exemption exemption, ContactScope scope) {
    return own.exemptions().contains(exemption)
        || (scope.group() != null && !survey.groups().contains(scope.group()));
  }

  private void note(
      ContactScope scope, String cell, Object rule, Object stricter, boolean ofPolicy) {
    List<Object> path = new ArrayList<>(List.of("contact"));
    if (scope.group() == null) {
      path.add(scope.toString());
    } else {
      path.add("groups");
      path.add(scope.group());
    }
    path.add(cell);
    flaws.add(Flaw.warning(
        "contact",
        path,
        "the rule %s never matters, because %s%s is stricter"
            .formatted(rule, ofPolicy ? "the policy's " : "", stricter),
        ofPolicy ? "delete it, or make it longer" : "delete one of them"));
  }

  private boolean shadows(ContactRule other, ContactRule rule) {
    if (other.since() != rule.since()) {
      return false;
    }
    int longer = other.gap().compareTo(rule.gap());
    return other.scope().equals(rule.scope())
        ? longer > 0
        : includes(other.scope(), rule.scope()) && longer >= 0;
  }

  private boolean shadows(ContactLimit other, ContactLimit limit) {
    boolean stricter =
        other.times() <= limit.times() && other.within().compareTo(limit.within()) >= 0;
    boolean same = other.times() == limit.times() && other.within().equals(limit.within());
    return stricter
        && (other.scope().equals(limit.scope()) ? !same : includes(other.scope(), limit.scope()));
  }

  /** Any survey's contacts include those of a group, and a group's those of its members. */
  private boolean includes(ContactScope wider, ContactScope narrower) {
    if (wider.equals(ContactScope.ANY_SURVEY)) {
      return true;
    }
    return wider.group() != null
        && narrower.equals(ContactScope.THIS_SURVEY)
        && survey.groups().contains(wider.group());
  }
}
