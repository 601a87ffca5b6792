package io.github.feedback4j.prompt;

/**
 * How a respondent turns a question away.
 *
 * @since 0.1
 */
public enum Dismissal {
  /** Closed: never again about this subject. */
  CLOSED,
  /** Not now: again after the snooze, a limited number of times. */
  LATER,
  /** Don't ask again: opted out of every survey until revoked. */
  NEVER
}
