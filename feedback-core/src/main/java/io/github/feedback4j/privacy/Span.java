package io.github.feedback4j.privacy;

/** A recognised piece of a text; {@code end} is exclusive. */
record Span(Redaction.Kind kind, int start, int end) {

  int length() {
    return end - start;
  }

  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
