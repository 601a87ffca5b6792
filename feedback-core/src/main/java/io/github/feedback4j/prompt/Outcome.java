package io.github.feedback4j.prompt;

/**
 * What has become of an invitation so far.
 *
 * @since 0.1
 */
public enum Outcome {
  /** Reserved; not seen by anybody as far as we know. */
  INVITED(false),
  /** On the respondent's screen. */
  SHOWN(false),
  /** Put off by the respondent ("not now"). */
  SNOOZED(false),
  /** Answered, at least in part. */
  ANSWERED(true),
  /** Closed by the respondent without an answer. */
  DISMISSED(true),
  /** Closed by the respondent with "don't ask again". */
  OPTED_OUT(true),
  /** Not answered in time. */
  EXPIRED(true),
  /** Void, because its subject was opened again. */
  CANCELLED(true),
  /** Kept until the contact rules let it pass; nobody was invited yet. */
  DEFERRED(false);

  private final boolean closed;

  Outcome(boolean closed) {
    this.closed = closed;
  }

  /** Returns whether the invitation is not presented again. */
  public boolean isClosed() {
    return closed;
  }
}
