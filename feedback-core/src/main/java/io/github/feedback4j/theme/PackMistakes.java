package io.github.feedback4j.theme;

import io.github.feedback4j.node.Diagnostics;
import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.Place;
import java.util.Comparator;
import java.util.function.Supplier;

/** Collects what is wrong with one file, so that all of it is told at once. */
final class PackMistakes extends Diagnostics<PackMistake> {

  /** Who has more has another problem; the rest would not help. */
  static final int MAX = 50;

  /** Messages quote the file, and a value can be as long as a file. */
  private static final int MAX_TEXT = 500;

  private final String file;
  private final Source source;

  PackMistakes(String file, Source source) {
    super(
        new PackFile(),
        MAX,
        Comparator.comparingInt(PackMistake::line).thenComparingInt(PackMistake::column));
    this.file = file;
    this.source = source;
  }

  @Override
  protected PackMistake mistake(Place at, String message, String advice) {
    // The parser does not look into a value, so line and column are not as it counts them.
    Place shown = source.place(at.offset());
    return new PackMistake(
        file, shown.line(), shown.column(), shortened(message), shortened(advice));
  }

  /** Notes a mistake at a character of a rule, which is counted in UTF-16 units. */
  void add(Node.Scalar rule, int index, String message, String advice) {
    // To look for the place takes as long as the line is, which is nothing to do for no mistake.
    if (!isFull()) {
      // A rule is read without the spaces around it.
      int stripped = rule.text().length() - rule.text().stripLeading().length();
      add(source.place(source.inside(rule, stripped + index)), message, advice);
    }
  }

  /** Returns what {@code make} returns, or {@code otherwise} after having noted why not. */
  <T> T attempt(Node.Scalar at, Supplier<T> make, T otherwise) {
    try {
      return make.get();
    } catch (RuleException e) {
      add(
          at,
          e.rule().offsetByCodePoints(0, e.column() - 1),
          "rule '%s', column %d: %s".formatted(e.rule(), e.column(), e.problem()),
          e.advice());
    } catch (IllegalArgumentException e) {
      add(at, String.valueOf(e.getMessage()), "");
    }
    return otherwise;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT / 2)) + "…";
  }
}
