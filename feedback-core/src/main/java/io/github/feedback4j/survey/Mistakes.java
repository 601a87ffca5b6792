package io.github.feedback4j.survey;

import io.github.feedback4j.node.Diagnostics;
import io.github.feedback4j.node.EditDistance;
import io.github.feedback4j.node.FileKind;
import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file, so that all of it is told at once. */
final class Mistakes extends Diagnostics<Mistake> {

  /** A file with more is not a survey; the rest would not help. */
  static final int MAX = 100;

  /** Messages quote the file, and a value can be as long as a file. */
  private static final int MAX_TEXT = 500;

  private static final FileKind SURVEY =
      new FileKind("survey", "start with 'survey:' and the key of the survey", 32, 20_000);

  private final String file;

  Mistakes(String file) {
    super(SURVEY, MAX, Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
    this.file = file;
  }

  @Override
  protected Mistake mistake(Place at, String message, String advice) {
    return new Mistake(file, at.line(), at.column(), shortened(message), shortened(advice));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  /** Returns what {@code make} returns, or null after having noted why the value is refused. */
  <T> @Nullable T attempt(Node at, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      add(at, message == null ? "value is refused" : message, "");
      return null;
    }
  }

  /** Returns advice that names the likeliest of the known words, or all of them. */
  static String suggest(String word, Collection<String> known) {
    String nearest = EditDistance.nearest(word, known);
    return nearest != null
        ? "did you mean '" + nearest + "'?"
        : "use one of " + String.join(", ", known);
  }
}
