package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Condition;
import io.github.feedback4j.survey.Truth;
import org.jspecify.annotations.Nullable;

/** Lets a survey pass when its audience is known to hold. */
final class AudienceGate implements Gate {

  private final NumberedCondition audience;
  private final Decision.Skip outside;
  private final UnknownRule unknown;

  AudienceGate(String key, Condition audience, Numbering numbering) {
    this.audience = new NumberedCondition(audience, numbering);
    String rule = "audience: " + audience.definition();
    outside = new Decision.Skip(SkipReason.NOT_IN_AUDIENCE, key, rule, null);
    unknown = new UnknownRule(SkipReason.NOT_IN_AUDIENCE, key, rule, audience);
  }

  @Override
  public Name name() {
    return Name.AUDIENCE;
  }

  /** Returns what the attributes say, of which the facts are. */
  Truth truth(Attributes attributes, Facts facts) {
    return audience.of(attributes, facts);
  }

  /** Returns the skip of everybody of whom it is known that they are not meant. */
  Decision.Skip outside() {
    return outside;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Truth truth = audience.at(moment);
    if (truth == Truth.TRUE) {
      return null;
    }
    return truth == Truth.FALSE ? outside : unknown.skip(moment.touchpoint.attributes());
  }
}
