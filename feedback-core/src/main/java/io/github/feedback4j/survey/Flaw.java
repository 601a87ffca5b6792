package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule of the linter has against a place in a survey.
 *
 * @param severity whether the survey is unusable
 * @param place what a person would call the place, such as {@code question 'q', next}
 * @param path the names and indexes that lead there in a survey file
 * @param message what is wrong
 * @param advice what to do about it
 */
record Flaw(
    Finding.Severity severity, String place, List<Object> path, String message, String advice) {

  static Flaw error(String place, List<Object> path, String message, String advice) {
    return new Flaw(Finding.Severity.ERROR, place, path, message, advice);
  }

  static Flaw warning(String place, List<Object> path, String message, String advice) {
    return new Flaw(Finding.Severity.WARNING, place, path, message, advice);
  }

  /** Returns a path to a part of the question at an index. */
  static List<Object> inQuestion(int index, Object... steps) {
    List<Object> path = new ArrayList<>(List.of("questions", index));
    path.addAll(List.of(steps));
    return List.copyOf(path);
  }

  boolean isError() {
    return severity == Finding.Severity.ERROR;
  }

  /** Returns the node that a path leads to, or the last one on the way if it goes no further. */
  static Node locate(Node root, List<Object> path) {
    Node node = root;
    for (Object step : path) {
      Node next = null;
      if (node instanceof Node.Mapping mapping && mapping.entries().containsKey(step)) {
        next = mapping.entries().get(step).value();
      } else if (node instanceof Node.Items items
          && step instanceof Integer index
          && index < items.nodes().size()) {
        next = items.nodes().get(index);
      }
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }
}
