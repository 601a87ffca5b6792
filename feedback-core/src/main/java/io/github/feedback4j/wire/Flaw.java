package io.github.feedback4j.wire;

/** Ends the reading of one event, never that of its neighbours. */
final class Flaw extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Makes a flaw.
   *
   * @param code as {@link ReadEvent.Unreadable} has it
   * @param detail the place and what must be there, without anything that is
   */
  Flaw(String code, String detail) {
    // It is caught a few frames higher, and a bad batch has many.
    super(detail, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
