package io.github.feedback4j.prompt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a file of touchpoints cannot be understood; it carries the first mistakes of the file.
 *
 * @since 0.1
 */
public final class TouchpointCsvException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String[] mistakes;

  TouchpointCsvException(List<String> mistakes) {
    super(mistakes.stream()
        .map(each -> "\n  " + each)
        .collect(Collectors.joining("", heading(mistakes.size()), "")));
    this.mistakes = mistakes.toArray(String[]::new);
  }

  private static String heading(int count) {
    return count == 1 ? "1 mistake in the touchpoints:" : count + " mistakes in the touchpoints:";
  }

  /** Returns the mistakes in the order of the lines, each with file, line and advice; never empty. */
  public List<String> mistakes() {
    return List.of(mistakes);
  }
}
