package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with one file, so that all of it is told at once. */
final class PackMistakes {

  /** Who has more has another problem; the rest would not help. */
  static final int MAX = 50;

  /** Messages quote the file, and a value can be as long as a file. */
  private static final int MAX_TEXT = 500;

  private static final Comparator<PackMistake> ORDER =
      Comparator.comparingInt(PackMistake::line).thenComparingInt(PackMistake::column);

  private final String file;
  private final Source source;
  private final List<PackMistake> found = new ArrayList<>();

  PackMistakes(String file, Source source) {
    this.file = file;
    this.source = source;
  }

  int count() {
    return found.size();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean isFull() {
    return found.size() >= MAX;
  }

  List<PackMistake> sorted() {
    return found.stream().sorted(ORDER).toList();
  }

  void add(PackNode at, String message, String advice) {
    add(at.at(), message, advice);
  }

  /** Notes a mistake at a place of the text, in UTF-16 units. */
  void add(int at, String message, String advice) {
    if (!isFull()) {
      found.add(new PackMistake(
          file, source.line(at), source.column(at), shortened(message), shortened(advice)));
    }
  }

  /** Notes a mistake at a character of a rule, which is counted in UTF-16 units. */
  void add(PackNode.Scalar rule, int index, String message, String advice) {
    // A rule is read without the spaces around it.
    int stripped = rule.text().length() - rule.text().stripLeading().length();
    add(source.inside(rule, stripped + index), message, advice);
  }

  /** Returns what {@code make} returns, or {@code otherwise} after having noted why not. */
  <T> T attempt(PackNode.Scalar at, Supplier<T> make, T otherwise) {
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
