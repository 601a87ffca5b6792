package io.github.feedback4j.theme;

import java.util.List;

/** A rule whose words have become numbers of literals. */
sealed interface Node {

  /** The places of any of these literals. */
  final class Literals implements Node {
    private final int[] numbers;

    Literals(int[] numbers) {
      this.numbers = numbers.clone();
    }

    int size() {
      return numbers.length;
    }

    int number(int i) {
      return numbers[i];
    }
  }

  /** The places of any of these. */
  record Any(List<Node> parts) implements Node {}

  /** The places of the first, where the others are, or are not, in the same scope. */
  record All(Node place, List<Node> with, List<Node> without) implements Node {}

  /** The least places that have both with at most so many words between them. */
  record Near(Node left, Node right, int distance, boolean ordered) implements Node {}

  /** The places that are negated. */
  record Negated(Node part) implements Node {}

  /** The places of a part that looks this far. */
  record Within(Scope scope, Node part) implements Node {}

  /** No place. */
  record Nothing() implements Node {}
}
