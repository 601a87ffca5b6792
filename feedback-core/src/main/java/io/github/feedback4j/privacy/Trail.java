package io.github.feedback4j.privacy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one finder finds in a passage, in order, looked for no further than was asked.
 *
 * <p>A stretch of the text is read again only where a piece was lost to a longer one.
 */
final class Trail {

  private final Finder finder;
  private final Deque<Span> ahead = new ArrayDeque<>();
  private Passage passage;
  private int from;
  private boolean ended;

  Trail(Finder finder, Passage passage, int from) {
    this.finder = finder;
    this.passage = passage;
    this.from = from;
  }

  /** Returns the next piece, or null if there is none. */
  @Nullable
  Span first() {
    if (ahead.isEmpty()) {
      findOne();
    }
    return ahead.peekFirst();
  }

  /** Returns the longest piece that overlaps another one and is longer than it, or null. */
  @Nullable
  Span longerThan(Span other) {
    while (!ended && (ahead.isEmpty() || ahead.getLast().start() < other.end())) {
      findOne();
    }
    Span longest = other;
    for (Span each : ahead) {
      if (each.start() >= other.end()) {
        break;
      }
      if (each.overlaps(other) && each.length() > longest.length()) {
        longest = each;
      }
    }
    return longest.equals(other) ? null : longest;
  }

  /** Goes on behind a piece that was taken, after {@link #longerThan} was asked about it. */
  void goOnBehind(Span taken) {
    boolean cut = false;
    for (Span next = ahead.peekFirst();
        next != null && next.start() < taken.end();
        next = ahead.peekFirst()) {
      cut |= next.end() > taken.end();
      ahead.removeFirst();
    }
    if (cut) {
      // What is left of the lost piece may hold a shorter one.
      ahead.clear();
      ended = false;
      from = taken.end();
      passage = passage.between(taken.end(), passage.end());
    }
  }

  private void findOne() {
    Span found = ended ? null : finder.find(passage, from);
    if (found == null) {
      ended = true;
    } else {
      ahead.addLast(found);
      from = found.end();
    }
  }
}
