package io.github.feedback4j.prompt;

import org.jspecify.annotations.Nullable;

/** Stops every survey for somebody who asked not to be asked. */
final class OptOutGate implements Gate {

  private final Decision.Skip optedOut;

  OptOutGate(String key) {
    optedOut = new Decision.Skip(
        SkipReason.OPTED_OUT, key, "the respondent opted out; only they can revoke it", null);
  }

  @Override
  public Name name() {
    return Name.OPT_OUT;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    return moment.past.optedOut ? optedOut : null;
  }
}
