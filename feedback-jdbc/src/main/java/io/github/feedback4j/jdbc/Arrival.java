package io.github.feedback4j.jdbc;

/**
 * What became of an event that has arrived.
 *
 * @since 0.1
 */
public sealed interface Arrival {

  /** It is kept, or it has changed what is kept. */
  record Accepted() implements Arrival {}

  /**
   * Nothing has changed: this event was taken in before, or it is of a response of which this revision or
   * a later one is kept.
   */
  record Duplicate() implements Arrival {}

  /**
   * It is not kept, and sending it again would change nothing.
   *
   * @param code why, in kebab case, for programs: {@code unknown-survey}, {@code not-valid}, {@code
   *     other-response}, {@code other-survey}, {@code too-many-surveys} or {@code not-stored}
   * @param detail why, for people; it repeats no answer, name or key
   */
  record Rejected(String code, String detail) implements Arrival {}
}
