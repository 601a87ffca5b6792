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
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves people alone for as long as the policy and the survey's own rules say; the strictest wins.
 *
 * <p>A live invitation about the same subject has passed the rules already, so only "not now" can
 * hold it back.
 */
final class ContactGate implements Gate {

  private final String key;
  private final int number;
  private final ContactBound[] bounds;
  private final ContactBound[] lifted;
  private final Decision.@Nullable Skip sinceUnknown;

  ContactGate(Survey survey, Policy policy, SurveyCatalog catalog, Numbering numbering) {
    key = survey.key();
    number = numbering.survey(key);
    ContactRules own = survey.contactRules();
    List<ContactBound> binding = new ArrayList<>();
    List<ContactBound> exempted = new ArrayList<>();
    compile(policy.name(), policy.contact(), survey, catalog, numbering).forEach(compiled -> {
      boolean isMeant = compiled.scope == null
          || compiled.scope.group() == null
          || survey.groups().contains(compiled.scope.group());
      if (isMeant) {
        (own.exemptions().contains(compiled.exemption) ? exempted : binding).add(compiled.bound);
      }
    });
    compile("contact", own, survey, catalog, numbering).forEach(each -> binding.add(each.bound));
    bounds = binding.toArray(ContactBound[]::new);
    lifted = exempted.toArray(ContactBound[]::new);
    sinceUnknown = sinceUnknown(key, binding);
  }

  /** A rule that is ready to be judged, and what would lift it. */
  private record Compiled(@Nullable ContactScope scope, Exemption exemption, ContactBound bound) {}

  private static List<Compiled> compile(
      String source,
      ContactRules rules,
      Survey survey,
      SurveyCatalog catalog,
      Numbering numbering) {
    List<Compiled> compiled = new ArrayList<>();
    for (ContactRule each : rules.rules()) {
      ContactBound gap = new ContactBound.Gap(
          source + ": {" + each + "}",
          length(each.gap(), rules),
          each.since(),
          surveys(each.scope(), survey, catalog, numbering));
      compiled.add(new Compiled(each.scope(), Exemption.of(each.scope(), each.since()), gap));
    }
    for (ContactLimit each : rules.limits()) {
      ContactBound limit = new ContactBound.Limit(
          source + ": {" + each + "}",
          length(each.within(), rules),
          each.times(),
          surveys(each.scope(), survey, catalog, numbering));
      compiled.add(new Compiled(each.scope(), Exemption.limits(each.scope()), limit));
    }
    Duration grace = rules.newcomerGrace();
    if (grace != null) {
      ContactBound newcomer = new ContactBound.Newcomer(
          source + ": {" + rules.newcomerGraceText() + "}", length(grace, rules));
      compiled.add(new Compiled(null, Exemption.newcomerGrace(), newcomer));
    }
    return compiled;
  }

  private static ContactBound.Length length(Duration length, ContactRules of) {
    return new ContactBound.Length(
        length,
        of.days() == ContactRules.Days.CALENDAR ? of.zone() : null,
        of.boundary() == ContactRules.Boundary.EXCLUSIVE);
  }

  /** Returns which surveys' contacts count. */
  private static SurveySet surveys(
      ContactScope scope, Survey survey, SurveyCatalog catalog, Numbering numbering) {
    if (scope.kind() == ContactScope.Kind.ANY_SURVEY) {
      return SurveySet.ALL;
    }
    BitSet counted = new BitSet();
    for (Survey each : catalog.current()) {
      boolean counts = scope.kind() == ContactScope.Kind.THIS_SURVEY
          ? each.key().equals(survey.key())
          : each.groups().contains(String.valueOf(scope.group()));
      counted.set(numbering.survey(each.key()), counts);
    }
    return SurveySet.of(counted);
  }

  @Override
  public Name name() {
    return Name.CONTACT_RULES;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    int live = moment.live(number);
    if (live != Past.NOBODY) {
      long snoozedUntil = moment.past.snoozedUntil[live];
      return moment.nanos() < snoozedUntil
          ? new Decision.Skip(
              SkipReason.SNOOZED, key, "the respondent said \"not now\"", snoozedUntil)
          : null;
    }
    if (sinceUnknown != null && moment.touchpoint.memberSince() == null) {
      return sinceUnknown;
    }
    ContactBound strictest = null;
    long latest = Nanos.NONE;
    for (ContactBound each : bounds) {
      long end = each.end(moment);
      if (end > latest) {
        strictest = each;
        latest = end;
      }
    }
    return strictest == null
        ? null
        : new Decision.Skip(strictest.reason(), key, strictest.text(), latest);
  }

  /** Returns what to say where a rule wants to know since when somebody is here, or null. */
  private static Decision.@Nullable Skip sinceUnknown(String key, List<ContactBound> bounds) {
    for (ContactBound each : bounds) {
      if (each instanceof ContactBound.Newcomer) {
        String rule =
            each.text() + ", but the touchpoint does not say since when the respondent is here";
        return new Decision.Skip(each.reason(), key, rule, null);
      }
    }
    return null;
  }

  /** Returns when the rules let this survey ask again, or null if they do now. */
  @Nullable
  Instant eligibleAt(Moment moment) {
    long latest = Nanos.NONE;
    for (ContactBound each : bounds) {
      latest = Math.max(latest, each.end(moment));
    }
    return latest == Nanos.NONE ? null : Nanos.instant(latest);
  }

  /** Returns the rules of the policy that would bind now if the survey were not exempt from them. */
  List<String> exemptions(Moment moment) {
    if (lifted.length == 0) {
      return List.of();
    }
    List<String> used = new ArrayList<>();
    for (ContactBound each : lifted) {
      if (each.end(moment) != Nanos.NONE) {
        used.add(each.text());
      }
    }
    return used;
  }
}
