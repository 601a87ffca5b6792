package io.github.feedback4j.client;

/**
 * How {@code maxBytes} is shared out: a 32nd for bookkeeping, at least 128 KB and a sixteenth for dead
 * letters, a 32nd that only erasures may use, and the rest for everything.
 */
final class SpoolBounds {

  private final long forRecords;
  private final long forErasures;
  private final long forDeadLetters;

  SpoolBounds(SpoolOptions options) {
    long share = options.maxBytes() / 32;
    forDeadLetters = Math.max(2 * share, 2L * options.maxRecordBytes());
    long most = options.maxBytes() - forDeadLetters - share;
    forErasures = most;
    forRecords = most - share;
  }

  /** Returns up to which size the log takes a record of this kind. */
  long bytesFor(EventKind kind) {
    return kind == EventKind.ERASURE ? forErasures : forRecords;
  }

  long deadLetterBytes() {
    return forDeadLetters;
  }
}
