package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Truth;
import org.jspecify.annotations.Nullable;

/** Lets a survey pass when its audience is known to hold. */
final class AudienceGate implements Gate {

  private final Condition audience;
  private final String key;
  private final Decision.Skip outside;

  AudienceGate(String key, Condition audience) {
    this.key = key;
    this.audience = audience;
    outside = new Decision.Skip(SkipReason.NOT_IN_AUDIENCE, key, rule(), null);
  }

  @Override
  public Name name() {
    return Name.AUDIENCE;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Truth truth = audience.evaluate(moment.touchpoint.attributes());
    if (truth == Truth.TRUE) {
      return null;
    }
    return truth == Truth.FALSE
        ? outside
        : new Decision.Skip(
            SkipReason.NOT_IN_AUDIENCE, key, rule() + unknown(audience, moment), null);
  }

  private String rule() {
    return "audience: " + audience.definition();
  }

  /** Returns what to say when an attribute is missing or of another type, else nothing. */
  static String unknown(Condition condition, Moment moment) {
    Condition.Unknown unknown = condition.unknown(moment.touchpoint.attributes());
    if (unknown == null) {
      return "";
    }
    return unknown.found() == null
        ? ", but the touchpoint has no attribute '" + unknown.attribute() + "'"
        : ", but attribute '%s' is %s, not %s"
            .formatted(unknown.attribute(), unknown.found(), unknown.needed());
  }
}
