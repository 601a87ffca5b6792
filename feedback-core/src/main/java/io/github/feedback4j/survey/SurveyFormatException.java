package io.github.feedback4j.survey;

import io.github.feedback4j.node.Diagnostics;
import java.util.List;

/**
 * Thrown when survey files cannot be understood; it carries every mistake of every file.
 *
 * @since 0.1
 */
public final class SurveyFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Mistake[] mistakes;

  SurveyFormatException(List<Mistake> mistakes) {
    super(Diagnostics.report(mistakes, "the surveys"));
    this.mistakes = mistakes.toArray(Mistake[]::new);
  }

  /** Returns the mistakes by file, then line, then column; never empty. */
  public List<Mistake> mistakes() {
    return List.of(mistakes);
  }
}
