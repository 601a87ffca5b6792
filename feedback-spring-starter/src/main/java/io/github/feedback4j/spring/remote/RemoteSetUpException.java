package io.github.feedback4j.spring.remote;

/** Stops the start because answers could not be sent; the failure analyser prints the way out. */
final class RemoteSetUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String wayOut;

  RemoteSetUpException(String message, String wayOut) {
    super(message);
    this.wayOut = wayOut;
  }

  RemoteSetUpException(String message, String wayOut, RuntimeException cause) {
    super(message, cause);
    this.wayOut = wayOut;
  }

  String wayOut() {
    return wayOut;
  }
}
