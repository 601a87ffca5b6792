package io.github.feedback4j.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises ids of an organisation by the patterns that it gave. */
final class CodeFinder implements Finder {

  private final Redaction.Kind kind;
  private final List<CodePattern> patterns;

  CodeFinder(Redaction.Kind kind, List<CodePattern> patterns) {
    this.kind = kind;
    this.patterns = patterns;
  }

  @Override
  public @Nullable Span find(Passage passage, int from) {
    for (int at = from; at < passage.end(); at++) {
      char first = CodePattern.fold(passage.at(at));
      boolean behindWord = passage.isWordBefore(at);
      int end = -1;
      for (CodePattern each : patterns) {
        if (each.mayStart(first, behindWord)) {
          end = Math.max(end, each.end(passage, at));
        }
      }
      if (end > at) {
        return new Span(kind, at, end);
      }
    }
    return null;
  }
}
