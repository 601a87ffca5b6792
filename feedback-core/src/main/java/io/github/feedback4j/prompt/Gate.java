package io.github.feedback4j.prompt;

import org.jspecify.annotations.Nullable;

/** One rule between a touchpoint and an invitation. Gates are stateless and never throw. */
interface Gate {

  /** The gates in the order in which they are asked, cheapest first. */
  enum Name {
    STATUS,
    TRIGGER,
    LOCALE,
    EXCLUSIONS,
    AUDIENCE,
    SAMPLING,
    OPT_OUT,
    SUBJECT,
    DISPLAY,
    CONTACT_RULES,
    BUDGET,
    RANK
  }

  /** Returns which gate this is. */
  Name name();

  /** Returns why this gate stops the survey, or null if it lets it pass. */
  Decision.@Nullable Skip judge(Moment moment);
}
