package io.github.feedback4j.spring.jdbc;

/** Stops the start because answers could not be kept; the failure analyser prints the way out. */
final class StoreSetUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String wayOut;

  StoreSetUpException(String message, String wayOut, RuntimeException cause) {
    super(message, cause);
    this.wayOut = wayOut;
  }

  StoreSetUpException(String message, String wayOut) {
    super(message);
    this.wayOut = wayOut;
  }

  String wayOut() {
    return wayOut;
  }
}
