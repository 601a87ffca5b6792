package io.github.feedback4j.theme;

/** Ends the reading of a file, with the mistake that says why. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final String what;
  private final String advice;

  Unreadable(int at, String what, String advice) {
    super(what, null, false, false);
    this.at = at;
    this.what = what;
    this.advice = advice;
  }

  void noteIn(PackMistakes mistakes) {
    mistakes.add(at, what, advice);
  }
}
