package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.ContactLimit;
import io.github.feedback4j.survey.ContactRule;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.ContactScope;
import io.github.feedback4j.survey.Exemption;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves people alone for as long as the policy and the survey's own rules say; the strictest wins.
 *
 * <p>A live invitation about the same subject has passed the rules already, so only "not now" can
 * hold it back.
 */
final class ContactGate implements Gate {

  private final String key;
  private final List<ContactBound> bounds = new ArrayList<>();
  private final List<ContactBound> lifted = new ArrayList<>();

  ContactGate(Survey survey, Policy policy, SurveyCatalog catalog) {
    key = survey.key();
    ContactRules own = survey.contactRules();
    for (ContactRule each : policy.contact().rules()) {
      if (binds(each.scope(), survey)) {
        Exemption exemption = Exemption.of(each.scope(), each.since());
        sorted(own, exemption).add(bound(policy.name(), policy.contact(), each, survey, catalog));
      }
    }
    for (ContactLimit each : policy.contact().limits()) {
      if (binds(each.scope(), survey)) {
        sorted(own, Exemption.limits(each.scope()))
            .add(bound(policy.name(), policy.contact(), each, survey, catalog));
      }
    }
    Duration grace = policy.contact().newcomerGrace();
    if (grace != null) {
      sorted(own, Exemption.newcomerGrace()).add(newcomer(policy.name(), policy.contact(), grace));
    }
    own.rules().forEach(each -> bounds.add(bound("contact", own, each, survey, catalog)));
    own.limits().forEach(each -> bounds.add(bound("contact", own, each, survey, catalog)));
    Duration ownGrace = own.newcomerGrace();
    if (ownGrace != null) {
      bounds.add(newcomer("contact", own, ownGrace));
    }
  }

  /** Returns whether a rule of the policy is meant for this survey. */
  private static boolean binds(ContactScope scope, Survey survey) {
    return scope.group() == null || survey.groups().contains(scope.group());
  }

  private List<ContactBound> sorted(ContactRules own, Exemption exemption) {
    return own.exemptions().contains(exemption) ? lifted : bounds;
  }

  private static ContactBound bound(
      String source, ContactRules of, ContactRule rule, Survey survey, SurveyCatalog catalog) {
    return new ContactBound.Gap(source, reading(of), rule, surveys(rule.scope(), survey, catalog));
  }

  private static ContactBound bound(
      String source, ContactRules of, ContactLimit limit, Survey survey, SurveyCatalog catalog) {
    return new ContactBound.Limit(
        source, reading(of), limit, surveys(limit.scope(), survey, catalog));
  }

  private static ContactBound newcomer(String source, ContactRules of, Duration grace) {
    return new ContactBound.Newcomer(
        source + ": {" + of.newcomerGraceText() + "}", reading(of), grace);
  }

  private static ContactBound.Reading reading(ContactRules rules) {
    return new ContactBound.Reading(
        rules.days() == ContactRules.Days.CALENDAR ? rules.zone() : null,
        rules.boundary() == ContactRules.Boundary.EXCLUSIVE);
  }

  /** Returns the keys of the surveys whose contacts count, or null for all. */
  private static @Nullable Set<String> surveys(
      ContactScope scope, Survey survey, SurveyCatalog catalog) {
    return switch (scope.kind()) {
      case THIS_SURVEY -> Set.of(survey.key());
      case ANY_SURVEY -> null;
      case GROUP -> {
        Set<String> members = new HashSet<>();
        for (Survey each : catalog.current()) {
          if (each.groups().contains(String.valueOf(scope.group()))) {
            members.add(each.key());
          }
        }
        yield Set.copyOf(members);
      }
    };
  }

  @Override
  public Name name() {
    return Name.CONTACT_RULES;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Contact live = moment.live(key);
    if (live != null) {
      return live.isSnoozedAt(moment.now)
          ? new Decision.Skip(
              SkipReason.SNOOZED, key, "the respondent said \"not now\"", live.snoozedUntil())
          : null;
    }
    Touchpoint touchpoint = moment.touchpoint;
    for (ContactBound each : bounds) {
      if (each instanceof ContactBound.Newcomer grace && touchpoint.memberSince() == null) {
        return new Decision.Skip(
            grace.reason(),
            key,
            grace.text() + ", but the touchpoint does not say since when the respondent is here",
            null);
      }
    }
    ContactBound.Until strictest = strictest(bounds, moment);
    return strictest == null
        ? null
        : new Decision.Skip(strictest.by().reason(), key, strictest.by().text(), strictest.end());
  }

  /** Returns when the rules let this survey ask again, or null if they do now. */
  @Nullable
  Instant eligibleAt(Moment moment) {
    ContactBound.Until strictest = strictest(bounds, moment);
    return strictest == null ? null : strictest.end();
  }

  /** Returns the rules of the policy that would bind now if the survey were not exempt from them. */
  List<String> exemptions(Moment moment) {
    List<String> used = new ArrayList<>();
    for (ContactBound each : lifted) {
      if (each.end(moment) != null) {
        used.add(each.text());
      }
    }
    return used;
  }

  private static ContactBound.@Nullable Until strictest(List<ContactBound> bounds, Moment moment) {
    ContactBound by = null;
    Instant latest = null;
    for (int i = 0; i < bounds.size(); i++) {
      Instant end = bounds.get(i).end(moment);
      if (end != null && (latest == null || end.isAfter(latest))) {
        by = bounds.get(i);
        latest = end;
      }
    }
    return by == null || latest == null ? null : new ContactBound.Until(by, latest);
  }
}
