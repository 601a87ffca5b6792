package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Display;
import io.github.feedback4j.survey.MissingLocale;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A survey with its gates in order, made once. */
final class CompiledSurvey {

  final Survey survey;

  /** Which survey this is in the {@link Numbering} of the engine. */
  final int number;

  /** Every gate in order; the first ones are those below. */
  final Gate[] gates;

  final int firstWithHistory;
  final SamplingGate sampling;
  final ContactGate contactGate;
  final Decision.Skip paused;
  final boolean defers;
  private final SurveyBudgets budgets;

  /** For how long an answer may be changed; the longest of all versions, since an old one may live. */
  final long editable;

  // Judged for every survey of every touchpoint, so they are called by their own types.
  private final StatusGate status;
  private final TriggerGate trigger;
  private final @Nullable LocaleGate locale;
  private final ExclusionGate exclusions;
  private final @Nullable AudienceGate audience;

  /** The sampling, if it draws people by one rate. */
  private final @Nullable ShareSamplingGate people;

  /** Whether a {@linkplain Touchpoint#isPlain plain} touchpoint of its events passes the first gates. */
  private final boolean plain;

  CompiledSurvey(
      Survey survey,
      Policy policy,
      SurveyCatalog catalog,
      SurveyBudgets budgets,
      Numbering numbering) {
    this.survey = survey;
    this.budgets = budgets;
    number = numbering.survey(survey.key());
    sampling = SamplingGate.of(survey, budgets.coverage(survey.key()), numbering);
    people = sampling instanceof ShareSamplingGate share && share.isOfPeople() ? share : null;
    contactGate = new ContactGate(survey, policy, catalog, numbering);
    editable = catalog.versions(survey.key()).stream()
        .mapToLong(each -> Nanos.of(each.editableFor()))
        .max()
        .orElse(0);
    defers = survey.contactRules().defersUntilEligible();
    paused = new Decision.Skip(SkipReason.NOT_ACTIVE, survey.key(), "paused at run time", null);
    status = new StatusGate(survey);
    trigger = new TriggerGate(survey, numbering);
    locale = survey.missingLocale() == MissingLocale.SKIP ? new LocaleGate(survey) : null;
    exclusions = new ExclusionGate(survey, policy);
    Condition whom = survey.audience();
    audience = whom == null ? null : new AudienceGate(survey.key(), whom, numbering);
    plain = status.isAlwaysOpen()
        && trigger.isUnconditional()
        && locale == null
        && exclusions.hasNoList();
    List<Gate> list = new ArrayList<>(List.of(status, trigger));
    if (locale != null) {
      list.add(locale);
    }
    list.add(exclusions);
    if (audience != null) {
      list.add(audience);
    }
    firstWithHistory = list.size() + (sampling.needsHistory() ? 0 : 1);
    list.add(sampling);
    list.add(new OptOutGate(survey.key()));
    list.add(new SubjectGate(survey.key(), number));
    if (isLimited(survey)) {
      list.add(new DisplayGate(survey.key(), number, survey.display()));
    } else if (survey.display() instanceof Display.Every every) {
      list.add(new CalendarDisplayGate(survey.key(), number, every));
    }
    list.add(contactGate);
    List<Allowance> allowances = budgets.of(survey.key());
    if (!allowances.isEmpty()) {
      list.add(new BudgetGate(survey.key(), number, allowances));
    }
    gates = list.toArray(Gate[]::new);
  }

  /** What the first look at a plain touchpoint says. */
  enum FirstLook {
    PASSES,
    /** Not in the audience. */
    OUTSIDE,
    /** Not sampled. */
    OUT,
    /** Every gate has to be asked. */
    UNCLEAR
  }

  /**
   * Judges a plain touchpoint by every gate that needs no history, in numbers, which is what most
   * touchpoints are done with.
   */
  FirstLook look(Attributes attributes, RespondentKey respondent, Moment moment) {
    if (!plain || people == null) {
      return FirstLook.UNCLEAR;
    }
    Truth truth = audience == null ? Truth.TRUE : audience.truth(attributes, moment.facts);
    if (truth != Truth.TRUE) {
      return truth == Truth.FALSE ? FirstLook.OUTSIDE : FirstLook.UNCLEAR;
    }
    return people.takesAll() || people.takes(moment.hashOf(respondent))
        ? FirstLook.PASSES
        : FirstLook.OUT;
  }

  /** Returns the skip of somebody whom the first look stopped. */
  Decision.Skip stop(Gate.Name gate) {
    return gate == Gate.Name.AUDIENCE
        ? Objects.requireNonNull(audience).outside()
        : Objects.requireNonNull(people).out();
  }

  /** Judges by every gate that needs no history, and returns whether all of them let it pass. */
  boolean passesWithoutHistory(Moment moment) {
    return ((plain && moment.touchpoint.isPlain()) || passesTheTouchpoint(moment))
        && (audience == null || passes(Gate.Name.AUDIENCE, audience.judge(moment), moment))
        && (sampling.needsHistory() || passes(Gate.Name.SAMPLING, sampling.judge(moment), moment));
  }

  private boolean passesTheTouchpoint(Moment moment) {
    return passes(Gate.Name.STATUS, status.judge(moment), moment)
        && passes(Gate.Name.TRIGGER, trigger.judge(moment), moment)
        && (locale == null || passes(Gate.Name.LOCALE, locale.judge(moment), moment))
        && passes(Gate.Name.EXCLUSIONS, exclusions.judge(moment), moment);
  }

  /** Judges by every gate that needs the history, and returns whether all of them let it pass. */
  boolean passesWithHistory(Moment moment) {
    for (int i = firstWithHistory; i < gates.length; i++) {
      if (!passes(gates[i].name(), gates[i].judge(moment), moment)) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(Gate.Name gate, Decision.@Nullable Skip skip, Moment moment) {
    if (skip == null) {
      return true;
    }
    moment.stop(this, gate, skip);
    return false;
  }

  /** Returns the rules of the policy that would stop this survey now if it were not exempt from them. */
  List<String> exemptions(Moment moment) {
    List<String> rules = contactGate.exemptions(moment);
    String budget = budgets.exemption(survey.key(), moment);
    if (budget == null) {
      return rules;
    }
    List<String> both = new ArrayList<>(rules);
    both.add(budget);
    return both;
  }

  /** Returns whether it must be known for ever how often people have met this survey. */
  static boolean isLimited(Survey survey) {
    return survey.display() instanceof Display.AtMost
        || survey.display() instanceof Display.UntilAnswered;
  }
}
