package io.github.feedback4j.theme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a pack file cannot be understood; it carries every mistake of the file.
 *
 * @since 0.1
 */
public final class PackFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final PackMistake[] mistakes;

  PackFormatException(List<PackMistake> mistakes) {
    super(mistakes.stream()
        .map(each -> "\n  " + each)
        .collect(Collectors.joining(
            "",
            mistakes.size() == 1
                ? "1 mistake in the theme pack:"
                : mistakes.size() + " mistakes in the theme pack:",
            "")));
    this.mistakes = mistakes.toArray(PackMistake[]::new);
  }

  /** Returns the mistakes by line, then column; never empty, and at most 50. */
  public List<PackMistake> mistakes() {
    return List.of(mistakes);
  }
}
