package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.List;

/** A survey with its gates in order, made once. */
final class CompiledSurvey {

  final Survey survey;
  final Gate[] gates;
  final int firstWithHistory;
  final ContactGate contactGate;
  final Decision.Skip paused;

  CompiledSurvey(Survey survey, ContactRules policy, List<Allowance> allowances) {
    this.survey = survey;
    contactGate = new ContactGate(survey, policy);
    paused = new Decision.Skip(SkipReason.NOT_ACTIVE, survey.key(), "paused at run time", null);
    List<Gate> list = new ArrayList<>();
    list.add(new StatusGate(survey));
    list.add(new TriggerGate(survey));
    Condition audience = survey.audience();
    if (audience != null) {
      list.add(new AudienceGate(survey.key(), audience));
    }
    list.add(new SamplingGate(survey));
    firstWithHistory = list.size();
    list.add(new OptOutGate(survey.key()));
    list.add(new SubjectGate(survey.key()));
    list.add(contactGate);
    if (!allowances.isEmpty()) {
      list.add(new BudgetGate(survey, allowances));
    }
    gates = list.toArray(Gate[]::new);
  }
}
