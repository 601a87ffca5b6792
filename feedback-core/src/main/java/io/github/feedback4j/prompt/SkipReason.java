package io.github.feedback4j.prompt;

/**
 * Why nobody is asked. The names are stable: they appear in metrics and logs.
 *
 * @since 0.1
 */
public enum SkipReason {
  /** The survey is a draft, paused or closed. */
  NOT_ACTIVE,
  /** The survey's window has not begun. */
  NOT_STARTED,
  /** The survey's window is over. */
  ENDED,
  /** No survey waits for this event, or its trigger's condition does not hold. */
  NO_TRIGGER,
  /** The survey is not complete in the person's language, and does not fall back to another. */
  NO_TRANSLATION,
  /** The touchpoint is not worth a question, or the person is on the list of those not to ask. */
  EXCLUDED,
  /** The audience does not hold, or an attribute that it needs is missing. */
  NOT_IN_AUDIENCE,
  /** The draw left this person or touchpoint out. */
  NOT_SAMPLED,
  /** The person asked not to be asked. */
  OPTED_OUT,
  /** The person has dealt with an invitation about this subject already. */
  ALREADY_ASKED,
  /** The person has met this survey as often as its display allows. */
  DISPLAY_LIMIT,
  /** Too little time has passed since an earlier contact, or since the person came. */
  COOLING_DOWN,
  /** The person has had as many invitations as a limit allows within its stretch of time. */
  CONTACT_LIMIT,
  /** The person said "not now". */
  SNOOZED,
  /** The survey has, or may still get, as many answers as its quota wants. */
  QUOTA_REACHED,
  /** The survey has, or may still get, as many answers as its pacing wants by now. */
  PACED,
  /** Another survey asks at this moment; only in explanations, since then somebody is asked. */
  OUTRANKED,
  /** The ledger, or the history of this person, has no room for another contact. */
  STORE_FULL,
  /** The ledger or the survey counters cannot be reached; asking fails closed. */
  STORE_UNAVAILABLE
}
