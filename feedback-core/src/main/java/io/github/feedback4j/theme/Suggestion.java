package io.github.feedback4j.theme;

import io.github.feedback4j.node.EditDistance;
import java.util.Collection;

/** What somebody who wrote an unknown word may have meant. */
final class Suggestion {

  private static final int MOST = 20;

  private Suggestion() {}

  /** Returns advice that names the likeliest of the known words, or all of them. */
  static String of(String word, Collection<String> known) {
    String likely = EditDistance.nearest(word, known);
    if (likely != null) {
      return "did you mean '" + likely + "'?";
    }
    if (known.isEmpty()) {
      return "there is none yet";
    }
    return known.size() > MOST
        ? "use one of the " + known.size() + " that there are"
        : "use one of " + String.join(", ", known);
  }
}
