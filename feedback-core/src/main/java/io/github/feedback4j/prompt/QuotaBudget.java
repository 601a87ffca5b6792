package io.github.feedback4j.prompt;

import io.github.feedback4j.prompt.SurveyCounters.Counter;
import io.github.feedback4j.survey.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same number at all times of a stretch of the calendar. */
final class QuotaBudget implements Budget {

  private final String name;
  private final Quota quota;

  QuotaBudget(String survey, Quota quota) {
    this.name = survey + "/quota";
    this.quota = quota;
  }

  @Override
  public Counter counter(Instant now) {
    return Budget.counter(name, quota.per(), quota.zone(), now);
  }

  @Override
  public long limit(Count count, Instant now) {
    return quota.answers();
  }

  @Override
  public Count noted(Count count, Instant now) {
    return count;
  }

  @Override
  public @Nullable Instant nextUnit(Count count, Instant now) {
    Instant until = counter(now).until();
    return until.equals(Counter.NEVER) ? null : until;
  }

  @Override
  public SkipReason reason() {
    return SkipReason.QUOTA_REACHED;
  }

  @Override
  public String rule() {
    return quota.toString();
  }
}
