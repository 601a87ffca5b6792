package io.github.feedback4j.response;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by {@link Submission#orElseThrow} when a response was not accepted.
 *
 * @since 0.1
 */
public final class RejectedResponseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Violation[] violations;

  RejectedResponseException(List<Violation> violations) {
    super(violations.stream()
        .map(each -> each.code()
            + (each.question() == null ? "" : " (" + each.question() + ")")
            + ": "
            + each.message())
        .collect(Collectors.joining("; ", "response rejected: ", "")));
    this.violations = violations.toArray(Violation[]::new);
  }

  /** Returns everything that is wrong, at least one. */
  public List<Violation> violations() {
    return List.of(violations);
  }
}
