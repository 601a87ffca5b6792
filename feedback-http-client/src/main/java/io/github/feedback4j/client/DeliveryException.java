package io.github.feedback4j.client;

import io.github.feedback4j.client.Appended.Reason;

/**
 * A record could not be kept for the collector; the caller may try again.
 *
 * <p>Never thrown because a collector cannot be reached.
 *
 * @since 0.1
 */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  DeliveryException(Reason reason) {
    super(message(reason));
    this.code = code(reason);
  }

  /**
   * Returns why: {@code spool-full}, {@code closed}, {@code too-large}, {@code disk} or {@code timeout}.
   * After the last two the record may be delivered nevertheless; trying again does not make it count
   * twice.
   */
  public String code() {
    return code;
  }

  static String code(Reason reason) {
    return switch (reason) {
      case FULL -> "spool-full";
      case CLOSED -> "closed";
      case TOO_LARGE -> "too-large";
      case DISK -> "disk";
      case TIMEOUT -> "timeout";
    };
  }

  private static String message(Reason reason) {
    return switch (reason) {
      case FULL -> "the spool is full; see report() for why nothing leaves it, or raise maxBytes";
      case CLOSED -> "the client was closed; build another one";
      case TOO_LARGE -> "the record is larger than the spool takes; raise maxBytes";
      case DISK ->
        "the disk refused the record; look for space and permissions of the spool's directory";
      case TIMEOUT ->
        "the record was not in the spool in time; the disk is slow, or raise appendTimeout";
    };
  }
}
