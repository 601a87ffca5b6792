package io.github.feedback4j.client;

/**
 * How delivery stands. Whatever it is, what is appended is kept, until the spool is full.
 *
 * @since 0.1
 */
public enum DeliveryState {
  /** What arrives is sent; also when there is nothing to send. */
  SENDING,
  /** The last request met trouble that passes, and is tried again. */
  RETRYING,
  /** Five requests in a row met trouble; one batch at a time probes whether it is over. */
  CIRCUIT_OPEN,
  /**
   * The collector refuses the token. Another one is tried as soon as the {@link TokenSupplier} has it,
   * the same one every five minutes.
   */
  UNAUTHORISED,
  /** What answers is not the collector; one batch at a time probes whether it is there again. */
  ODD_ANSWER,
  /** The client was closed. */
  CLOSED;

  /** Returns whether only a person can help: a wrong token, address, proxy or gateway. */
  public boolean isStopped() {
    return this == UNAUTHORISED || this == ODD_ANSWER;
  }
}
