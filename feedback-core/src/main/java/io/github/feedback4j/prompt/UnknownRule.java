package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which attribute left a condition unknown. The words are made once for each attribute and type:
 * an application that forgets an attribute forgets it at every touchpoint.
 */
final class UnknownRule {

  private final SkipReason reason;
  private final String survey;
  private final String rule;
  private final Condition condition;

  /** At most one for each attribute of the condition and type that it may have. */
  private final Map<Condition.Unknown, Decision.Skip> skips = new ConcurrentHashMap<>();

  UnknownRule(SkipReason reason, String survey, String rule, Condition condition) {
    this.reason = reason;
    this.survey = survey;
    this.rule = rule;
    this.condition = condition;
  }

  Decision.Skip skip(Attributes attributes) {
    Condition.Unknown unknown = condition.unknown(attributes);
    if (unknown == null) {
      return new Decision.Skip(reason, survey, rule, null);
    }
    Decision.Skip known = skips.get(unknown);
    return known != null ? known : skips.computeIfAbsent(unknown, this::worded);
  }

  private Decision.Skip worded(Condition.Unknown unknown) {
    String why = unknown.found() == null
        ? ", but the touchpoint has no attribute '" + unknown.attribute() + "'"
        : ", but attribute '%s' is %s, not %s"
            .formatted(unknown.attribute(), unknown.found(), unknown.needed());
    return new Decision.Skip(reason, survey, rule + why, null);
  }
}
