package io.github.feedback4j.theme;

import io.github.feedback4j.node.Diagnostics;
import java.util.List;

/**
 * Thrown when a pack file cannot be understood; it carries every mistake of the file.
 *
 * @since 0.1
 */
public final class PackFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final PackMistake[] mistakes;

  PackFormatException(List<PackMistake> mistakes) {
    super(Diagnostics.report(mistakes, "the theme pack"));
    this.mistakes = mistakes.toArray(PackMistake[]::new);
  }

  /** Returns the mistakes by line, then column; never empty, and at most 50. */
  public List<PackMistake> mistakes() {
    return List.of(mistakes);
  }
}
