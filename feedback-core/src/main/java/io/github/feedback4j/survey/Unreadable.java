package io.github.feedback4j.survey;

/** Ends the reading of a file, with the mistake that says why. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String what;
  private final String advice;

  Unreadable(int line, int column, String what, String advice) {
    super(what, null, false, false);
    this.line = line;
    this.column = column;
    this.what = what;
    this.advice = advice;
  }

  void noteIn(Mistakes mistakes) {
    mistakes.add(line, column, what, advice);
  }
}
