package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Display;
import io.github.feedback4j.survey.MissingLocale;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.util.ArrayList;
import java.util.List;

/** A survey with its gates in order, made once. */
final class CompiledSurvey {

  final Survey survey;
  final Gate[] gates;
  final int firstWithHistory;
  final SamplingGate sampling;
  final ContactGate contactGate;
  final Decision.Skip paused;
  final boolean defers;
  private final SurveyBudgets budgets;

  CompiledSurvey(Survey survey, Policy policy, SurveyCatalog catalog, SurveyBudgets budgets) {
    this.survey = survey;
    this.budgets = budgets;
    sampling = SamplingGate.of(survey, budgets.coverage(survey.key()));
    contactGate = new ContactGate(survey, policy, catalog);
    defers = survey.contactRules().defersUntilEligible();
    paused = new Decision.Skip(SkipReason.NOT_ACTIVE, survey.key(), "paused at run time", null);
    List<Gate> list = new ArrayList<>();
    list.add(new StatusGate(survey));
    list.add(new TriggerGate(survey));
    if (survey.missingLocale() == MissingLocale.SKIP) {
      list.add(new LocaleGate(survey));
    }
    list.add(new ExclusionGate(survey, policy));
    Condition audience = survey.audience();
    if (audience != null) {
      list.add(new AudienceGate(survey.key(), audience));
    }
    firstWithHistory = list.size() + (sampling.needsHistory() ? 0 : 1);
    list.add(sampling);
    list.add(new OptOutGate(survey.key()));
    list.add(new SubjectGate(survey.key()));
    if (isLimited(survey)) {
      list.add(new DisplayGate(survey.key(), survey.display()));
    } else if (survey.display() instanceof Display.Every every) {
      list.add(new CalendarDisplayGate(survey.key(), every));
    }
    list.add(contactGate);
    List<Allowance> allowances = budgets.of(survey.key());
    if (!allowances.isEmpty()) {
      list.add(new BudgetGate(survey, allowances));
    }
    gates = list.toArray(Gate[]::new);
  }

  /** Returns the rules of the policy that would stop this survey now if it were not exempt from them. */
  List<String> exemptions(Moment moment) {
    List<String> rules = contactGate.exemptions(moment);
    String budget = budgets.exemption(survey.key(), moment.now());
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
