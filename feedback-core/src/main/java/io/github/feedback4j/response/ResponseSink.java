package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;

/**
 * Takes accepted responses, and what became of invitations, to where they are kept.
 *
 * <p>Implementations are safe for use by several threads. They may throw any unchecked exception for
 * trouble of their own; the respondent is then told to try again, never thanked.
 *
 * @since 0.1
 */
public interface ResponseSink {

  /** What has become of a response. */
  enum Kept {
    /** It is kept, the first of its id. */
    STORED,
    /** It is kept in the place of a lower revision. */
    UPDATED,
    /** The same or a higher revision was kept already. */
    DUPLICATE,
    /**
     * Another response answers the same invitation, or this id answers another one; not kept.
     */
    OTHER_RESPONSE,
    /** There is no room; it is not kept. */
    FULL
  }

  /**
   * Keeps a response; where it takes the place of a lower revision, corrections of texts that are still
   * the same stay. When this returns {@code STORED} or {@code UPDATED} it is as durable as this
   * sink ever makes it.
   */
  Kept append(AcceptedResponse response);

  /** Counts what became of an invitation; the same event twice counts once. */
  void record(ContactEvent event);

  /**
   * Removes every response and contact of a person here, and asks everybody further on to.
   *
   * @return how many responses were removed here
   */
  int erase(RespondentKey respondent);
}
