package io.github.feedback4j.prompt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops a survey whose quota or pacing, or the budget of all surveys, is known to have no unit left, without a look-up.
 *
 * <p>What this node does not know is found out when the engine takes the unit. A live invitation
 * about the same subject holds its unit already.
 */
final class BudgetGate implements Gate {

  private final String key;
  private final int survey;
  private final List<Allowance> allowances;

  BudgetGate(String key, int survey, List<Allowance> allowances) {
    this.key = key;
    this.survey = survey;
    this.allowances = allowances;
  }

  @Override
  public Name name() {
    return Name.BUDGET;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (moment.live(survey) != Past.NOBODY) {
      return null;
    }
    for (Allowance each : allowances) {
      Decision.Skip skip = each.judge(moment.now());
      if (skip != null) {
        // The budget of all surveys does not know which of them is judged.
        return skip.survey() == null
            ? new Decision.Skip(skip.reason(), key, skip.rule(), skip.eligibleAt())
            : skip;
      }
    }
    return null;
  }
}
