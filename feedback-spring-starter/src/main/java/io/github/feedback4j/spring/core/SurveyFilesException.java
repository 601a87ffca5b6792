package io.github.feedback4j.spring.core;

import io.github.feedback4j.survey.Mistake;
import java.util.List;

/** Stops the start because of mistakes in survey files; the failure analyser prints them. */
final class SurveyFilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Mistake[] mistakes;

  SurveyFilesException(List<Mistake> mistakes) {
    super(mistakes.size() + " mistakes in survey files, the first: " + mistakes.get(0));
    this.mistakes = mistakes.toArray(Mistake[]::new);
  }

  List<Mistake> mistakes() {
    return List.of(mistakes);
  }
}
