package io.github.feedback4j.spring.collector;

import java.util.List;

/** Stops the start because the collector cannot be made; the failure analyser prints every reason. */
final class CollectorSetUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String[] mistakes;

  CollectorSetUpException(List<String> mistakes) {
    super("the collector cannot be made: " + String.join("; ", mistakes));
    this.mistakes = mistakes.toArray(String[]::new);
  }

  List<String> mistakes() {
    return List.of(mistakes);
  }
}
