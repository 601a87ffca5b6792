package io.github.feedback4j.response;

import io.github.feedback4j.prompt.Invitation;
import java.util.Collection;
import java.util.List;

/**
 * Knows who may be named in an answer, such as the agent of the ticket and whoever wrote it.
 *
 * <p>Asked while a response with words is taken in. The names are taken out of the words and kept
 * nowhere. Safe for use by several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface KnownNames {

  /**
   * Returns the names of the people around an invitation, empty if none is known; first names alone
   * are found only if they are given alone.
   *
   * <p>Without the names nothing may be kept, so if this throws, the response is refused with {@code
   * STORE_UNAVAILABLE}, and its sender tries again.
   *
   * @param invitation what was asked, with subject and agent; the latter may be gone when an anonymous
   *     answer is changed
   */
  Collection<String> around(Invitation invitation);

  /** Returns an instance that knows nobody. */
  static KnownNames nobody() {
    return invitation -> List.of();
  }
}
