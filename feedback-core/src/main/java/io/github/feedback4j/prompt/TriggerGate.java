package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Trigger;
import io.github.feedback4j.survey.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a survey pass when one of its triggers names the event and its condition holds. */
final class TriggerGate implements Gate {

  private final String key;
  private final List<Trigger> triggers;

  TriggerGate(Survey survey) {
    key = survey.key();
    triggers = survey.triggers();
  }

  @Override
  public Name name() {
    return Name.TRIGGER;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    String event = moment.touchpoint.event();
    Trigger nearest = null;
    for (int i = 0; i < triggers.size(); i++) {
      Trigger each = triggers.get(i);
      if (each.event().equals(event)) {
        Condition when = each.when();
        if (when == null || when.evaluate(moment.touchpoint.attributes()) == Truth.TRUE) {
          return null;
        }
        nearest = each;
      }
    }
    return new Decision.Skip(SkipReason.NO_TRIGGER, key, rule(nearest, moment), null);
  }

  private static String rule(@Nullable Trigger nearest, Moment moment) {
    if (nearest == null || nearest.when() == null) {
      return "on: no trigger names the event '" + moment.touchpoint.event() + "'";
    }
    return "on: {event: %s, when: %s}".formatted(nearest.event(), nearest.when().definition())
        + AudienceGate.unknown(nearest.when(), moment);
  }
}
