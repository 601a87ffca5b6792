package io.github.feedback4j.response;

import java.util.List;
import java.util.UUID;

/**
 * The result of submitting a response: kept, or everything that speaks against it.
 *
 * @since 0.1
 */
public sealed interface Submission {

  /**
   * Returns the receipt.
   *
   * @throws RejectedResponseException with all violations if the response was not accepted
   */
  Receipt orElseThrow();

  /**
   * The response is kept; now "thank you" is true.
   *
   * @param response the id of the response
   * @param revision the revision that was submitted
   * @param status whether it is new
   * @param late whether the invitation had expired
   * @param anonymous whether the answer stands under no person: nobody can find it again to show or to
   *     erase it, and only who knows the response's id can still change it
   */
  record Receipt(UUID response, int revision, Status status, boolean late, boolean anonymous)
      implements Submission {

    /** What keeping it changed. */
    public enum Status {
      /** It is the first of its id. */
      STORED,
      /** It took the place of an earlier revision. */
      UPDATED,
      /** It, or a later revision, was kept already; nothing changed. */
      DUPLICATE
    }

    @Override
    public Receipt orElseThrow() {
      return this;
    }
  }

  /**
   * The response is not kept.
   *
   * @param violations everything that is wrong, at least one
   */
  record Rejection(List<Violation> violations) implements Submission {

    /** Copies the violations. */
    public Rejection {
      violations = List.copyOf(violations);
      if (violations.isEmpty()) {
        throw new IllegalArgumentException("a rejection must have at least one violation");
      }
    }

    /** Returns whether the same response may be accepted later, because only the store stood in the way. */
    public boolean isRetryable() {
      return violations.stream()
          .allMatch(each -> each.code() == Violation.Code.STORE_UNAVAILABLE
              || each.code() == Violation.Code.STORE_FULL);
    }

    @Override
    public Receipt orElseThrow() {
      throw new RejectedResponseException(violations);
    }
  }
}
