package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Trigger;
import io.github.feedback4j.survey.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a survey pass when one of its triggers names the event and its condition holds. */
final class TriggerGate implements Gate {

  private final Compiled[] triggers;
  private final Decision.Skip unnamed;

  TriggerGate(Survey survey, Numbering numbering) {
    List<Trigger> all = survey.triggers();
    triggers = all.stream()
        .map(each -> new Compiled(each, survey.key(), numbering))
        .toArray(Compiled[]::new);
    unnamed = new Decision.Skip(
        SkipReason.NO_TRIGGER, survey.key(), "on: no trigger names this event", null);
  }

  /** A trigger with what to say when its condition does not hold. */
  private static final class Compiled {

    private final String event;
    private final @Nullable NumberedCondition when;
    private final Decision.Skip fails;
    private final @Nullable UnknownRule unknown;

    Compiled(Trigger trigger, String key, Numbering numbering) {
      event = trigger.event();
      Condition written = trigger.when();
      when = written == null ? null : new NumberedCondition(written, numbering);
      String rule = "on: {event: %s, when: %s}"
          .formatted(event, written == null ? "always" : written.definition());
      fails = new Decision.Skip(SkipReason.NO_TRIGGER, key, rule, null);
      unknown = written == null ? null : new UnknownRule(SkipReason.NO_TRIGGER, key, rule, written);
    }
  }

  @Override
  public Name name() {
    return Name.TRIGGER;
  }

  /** Returns whether no trigger has a condition, so that a survey's own events always pass. */
  boolean isUnconditional() {
    for (Compiled each : triggers) {
      if (each.when != null) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    String event = moment.touchpoint.event();
    Decision.Skip nearest = unnamed;
    for (Compiled each : triggers) {
      if (each.event.equals(event)) {
        NumberedCondition when = each.when;
        Truth truth = when == null ? Truth.TRUE : when.at(moment);
        if (truth == Truth.TRUE) {
          return null;
        }
        nearest = truth == Truth.FALSE || each.unknown == null
            ? each.fails
            : each.unknown.skip(moment.touchpoint.attributes());
      }
    }
    return nearest;
  }
}
