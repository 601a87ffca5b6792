package io.github.feedback4j.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects what is wrong with one file, up to a bound, so that all of it is told at once.
 *
 * @param <M> what a reader of files tells its users of a mistake
 */
public abstract class Diagnostics<M> {

  private final FileKind kind;
  private final int max;
  private final Comparator<M> order;
  private final List<M> found = new ArrayList<>();

  protected Diagnostics(FileKind kind, int max, Comparator<M> order) {
    this.kind = kind;
    this.max = max;
    this.order = order;
  }

  final FileKind kind() {
    return kind;
  }

  public final int count() {
    return found.size();
  }

  public final boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns whether there are so many that the rest would not help. */
  public final boolean isFull() {
    return found.size() >= max;
  }

  /** Returns the mistakes by place. */
  public final List<M> sorted() {
    return found.stream().sorted(order).toList();
  }

  /** Notes a mistake at a node, unless this is full. */
  public final void add(Node at, String message, String advice) {
    add(at.place(), message, advice);
  }

  /** Notes a mistake at a place, unless this is full. */
  public final void add(Place at, String message, String advice) {
    if (!isFull()) {
      found.add(mistake(at, message, advice));
    }
  }

  /** Returns what to tell of a mistake. */
  protected abstract M mistake(Place at, String message, String advice);

  /** Returns a message that lists all mistakes of files, one in a line. */
  public static String report(List<?> mistakes, String files) {
    return mistakes.stream()
        .map(each -> "\n  " + each)
        .collect(Collectors.joining(
            "",
            mistakes.size() == 1
                ? "1 mistake in " + files + ":"
                : mistakes.size() + " mistakes in " + files + ":",
            ""));
  }
}
