package io.github.feedback4j.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is taken out of a text: of the pieces that overlap, the longest.
 *
 * <p>From left to right, the first piece gives way to a longer one that overlaps it, and that one again
 * to a longer one. Of equally long ones the first stands, then the one whose finder comes first. What a
 * chosen piece cuts off others is looked through again, as a second redaction would see it.
 */
final class Sweep {

  private final List<Finder> finders;
  private final List<Span> taken = new ArrayList<>();

  Sweep(List<Finder> finders) {
    this.finders = finders;
  }

  /** Returns the pieces of a text in order, none in a token and none overlapping. */
  List<Span> of(String text) {
    int start = 0;
    int at = text.indexOf('<');
    while (at >= 0) {
      Redaction.Kind token = Redaction.Kind.tokenAt(text, at);
      if (token != null) {
        over(new Passage(text, start, at), start);
        start = at + token.token().length();
      }
      at = text.indexOf('<', at + 1);
    }
    over(new Passage(text, start, text.length()), start);
    return taken;
  }

  private void over(Passage passage, int from) {
    List<Trail> trails =
        finders.stream().map(each -> new Trail(each, passage, from)).toList();
    int done = passage.start();
    for (Span first = first(trails); first != null; first = first(trails)) {
      Span best = longest(trails, first);
      if (best.start() > first.start()) {
        over(passage.between(done, best.start()), first.start());
      }
      taken.add(best);
      done = best.end();
      trails.forEach(each -> each.goOnBehind(best));
    }
  }

  private static @Nullable Span first(List<Trail> trails) {
    Span first = null;
    for (Trail each : trails) {
      Span next = each.first();
      if (next != null
          && (first == null
              || next.start() < first.start()
              || (next.start() == first.start() && next.length() > first.length()))) {
        first = next;
      }
    }
    return first;
  }

  private static Span longest(List<Trail> trails, Span first) {
    Span best = first;
    boolean longer = true;
    while (longer) {
      longer = false;
      for (Trail each : trails) {
        Span other = each.longerThan(best);
        if (other != null) {
          best = other;
          longer = true;
        }
      }
    }
    return best;
  }
}
