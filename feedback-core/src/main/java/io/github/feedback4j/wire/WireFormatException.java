package io.github.feedback4j.wire;

/**
 * Thrown when a batch as a whole cannot be read; what is wrong with single events is told of each.
 *
 * @since 0.1
 */
public final class WireFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  WireFormatException(String code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * Returns what is wrong, a word that does not change: {@code not-json}, {@code not-a-batch}, {@code
   * too-many} or {@code too-deep}.
   */
  public String code() {
    return code;
  }
}
