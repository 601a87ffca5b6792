package io.github.feedback4j.privacy;

import org.jspecify.annotations.Nullable;

/** Recognises one kind of piece. */
interface Finder {

  /**
   * Returns the next piece that starts at or after {@code from}, or null if there is none in the
   * passage; of those that start there the longest.
   *
   * <p>Two rules keep redaction idempotent. No piece starts or ends in the middle of a word. And what
   * is found in a part of a passage is found in the whole of it too, or a longer piece that starts at
   * the same place.
   */
  @Nullable
  Span find(Passage passage, int from);
}
