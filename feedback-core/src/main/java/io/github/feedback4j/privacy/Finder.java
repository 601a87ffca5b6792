package io.github.feedback4j.privacy;

import org.jspecify.annotations.Nullable;

/** Recognises one kind of piece. */
interface Finder {

  /** Returns what this recognises. */
  Redaction.Kind kind();

  /**
   * Returns the next piece that starts at or after {@code from}, or null if there is none.
   *
   * <p>Whatever stands before {@code from} is gone and says nothing about what follows. That
   * makes redaction idempotent: the first run sees the text as the second run will.
   */
  @Nullable
  Span find(String text, int from);

  /** A recognised piece; {@code end} is exclusive. */
  record Span(int start, int end) {}
}
