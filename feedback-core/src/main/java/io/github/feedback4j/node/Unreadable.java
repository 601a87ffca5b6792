package io.github.feedback4j.node;

/** Ends the reading of a file, with the mistake that says why. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Place at;
  private final String what;
  private final String advice;

  public Unreadable(Place at, String what, String advice) {
    super(what, null, false, false);
    this.at = at;
    this.what = what;
    this.advice = advice;
  }

  void noteIn(Diagnostics<?> diagnostics) {
    diagnostics.add(at, what, advice);
  }
}
