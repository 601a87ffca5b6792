package io.github.feedback4j.response;

import io.github.feedback4j.response.CommentFilter.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch of responses of which the texts were tagged again.
 *
 * @param candidates how many responses were looked at
 * @param changes those that got other tags, newest first; fewer than there were candidates if somebody else was
 *     faster
 * @param last the place of the last candidate, after which the next batch begins; null if there was none
 * @since 0.1
 */
public record Retagged(
    int candidates, List<Change> changes, @Nullable Position last) {

  /** The greatest number of responses in a batch. */
  public static final int MAX_BATCH = 1_000;

  /** Copies the changes. */
  public Retagged {
    changes = List.copyOf(changes);
  }

  /**
   * Returns the size of a batch.
   *
   * @throws IllegalArgumentException if it is not between 1 and {@value #MAX_BATCH}
   */
  public static int requireBatch(int limit) {
    if (limit < 1 || limit > MAX_BATCH) {
      throw new IllegalArgumentException(
          "limit must be between 1 and %d, but was %d".formatted(MAX_BATCH, limit));
    }
    return limit;
  }

  /**
   * A response with its tags before and after.
   *
   * @param before what was kept
   * @param after what is kept now
   */
  public record Change(AcceptedResponse before, AcceptedResponse after) {}
}
