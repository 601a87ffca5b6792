package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.InvitationBudget;
import java.time.Instant;

/** The invitations that all surveys under a policy may make in a stretch of the calendar. */
final class PolicyBudget implements Budget {

  private final String name;
  private final InvitationBudget budget;
  private final String rule;

  PolicyBudget(String policy, InvitationBudget budget) {
    this.name = policy + "/budget";
    this.budget = budget;
    this.rule = policy + ": {" + budget + "}";
  }

  @Override
  public Counter counter(Instant now) {
    return Budget.counter(name, budget.per(), budget.zone(), now);
  }

  @Override
  public long limit(Count count, Instant now) {
    return budget.invitations();
  }

  @Override
  public Count noted(Count count, Instant now) {
    return count;
  }

  @Override
  public Instant nextUnit(Count count, Instant now) {
    return counter(now).until();
  }

  @Override
  public SkipReason reason() {
    return SkipReason.QUOTA_REACHED;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public boolean comesBackUnanswered() {
    return false;
  }
}
