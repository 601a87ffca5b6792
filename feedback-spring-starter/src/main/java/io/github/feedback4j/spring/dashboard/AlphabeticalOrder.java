package io.github.feedback4j.spring.dashboard;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The order of a dictionary in a language: É beside E, whatever the case; empty texts last. */
final class AlphabeticalOrder {

  private final Comparator<String> order;

  private AlphabeticalOrder(Collator collator) {
    this.order = Comparator.comparing(String::isEmpty)
        .thenComparing((one, other) -> collator.compare(one, other))
        .thenComparing(Comparator.naturalOrder());
  }

  static AlphabeticalOrder of(Locale locale) {
    return new AlphabeticalOrder(Collator.getInstance(locale));
  }

  <T> List<T> sort(List<T> items, Function<T, String> text) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparing(text, order));
    return sorted;
  }
}
