package io.github.feedback4j.examples.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words behind a command: options such as {@code --by team}, switches such as {@code --json}, and names of files. */
final class Options {

  private final Map<String, List<String>> values = new TreeMap<>();
  private final List<String> files = new ArrayList<>();

  /**
   * Reads the words.
   *
   * @param named the options that have a value
   * @param switches the options without one
   * @throws WarehouseException if there is no such option, or its value is missing
   */
  Options(List<String> words, Set<String> named, Set<String> switches) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (switches.contains(word)) {
        values.put(word, List.of());
      } else if (named.contains(word)) {
        i++;
        if (i == words.size()) {
          throw new WarehouseException(word + " must have a value behind it");
        }
        values.computeIfAbsent(word, any -> new ArrayList<>()).add(words.get(i));
      } else if (word.startsWith("--")) {
        throw new WarehouseException("there is no option " + word + " here");
      } else {
        files.add(word);
      }
    }
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** Returns the values of an option that may be given several times. */
  List<String> all(String option) {
    return values.getOrDefault(option, List.of());
  }

  /** Returns the last value of an option, or null if it is not given. */
  @Nullable
  String get(String option) {
    List<String> given = all(option);
    return given.isEmpty() ? null : given.get(given.size() - 1);
  }

  String get(String option, String otherwise) {
    String given = get(option);
    return given == null ? otherwise : given;
  }

  /**
   * Returns a whole number.
   *
   * @throws WarehouseException if it is none
   */
  int number(String option, int otherwise) {
    String given = get(option);
    try {
      return given == null ? otherwise : Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new WarehouseException(option + " must be a whole number, but was " + given, e);
    }
  }

  List<String> files() {
    return List.copyOf(files);
  }
}
