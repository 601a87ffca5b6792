package io.github.feedback4j.prompt;

/**
 * Whether the ledger took note of something.
 *
 * @since 0.1
 */
public enum Recorded {
  /** It is in the ledger, now or since an earlier call. */
  DONE,
  /** The ledger knows no such invitation, or it is closed in a way that this cannot change. */
  NOT_APPLICABLE,
  /** The ledger cannot be reached; try again later. */
  UNAVAILABLE
}
