package io.github.feedback4j.survey;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when survey files cannot be understood; it carries every mistake of every file.
 *
 * @since 0.1
 */
public final class SurveyFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Mistake[] mistakes;

  SurveyFormatException(List<Mistake> mistakes) {
    super(mistakes.stream()
        .map(each -> "\n  " + each)
        .collect(Collectors.joining(
            "",
            mistakes.size() == 1
                ? "1 mistake in the surveys:"
                : mistakes.size() + " mistakes in the surveys:",
            "")));
    this.mistakes = mistakes.toArray(Mistake[]::new);
  }

  /** Returns the mistakes by file, then line, then column; never empty. */
  public List<Mistake> mistakes() {
    return List.of(mistakes);
  }
}
