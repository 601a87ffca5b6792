package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how people write some n-grams most often, as the text of a rule. */
final class NgramTexts {

  private static final int MOST_SPELLINGS = 64;

  private final Ngrams ngrams;
  private final BitSet wanted;
  private final int longest;
  private final Map<Integer, Map<String, Integer>> spellings = new HashMap<>();

  NgramTexts(Ngrams ngrams, BitSet wanted, int longest) {
    this.ngrams = ngrams;
    this.wanted = wanted;
    this.longest = longest;
  }

  /** Returns the texts by the number of the n-gram; one that can be no rule is left out. */
  Map<Integer, String> read(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      add(i, WordRow.of(texts.get(i)));
    }
    return result();
  }

  /** Adds a text that has the same number in the n-grams. */
  void add(int text, WordRow row) {
    int[][] starting = ngrams.starting(text);
    for (int word = 0; word < row.size() && word < starting.length; word++) {
      for (int length = 1; length <= Ngrams.LONGEST; length++) {
        int number = starting[word][length - 1];
        if (number >= 0 && wanted.get(number)) {
          Map<String, Integer> known = spellings.computeIfAbsent(number, key -> new HashMap<>());
          String written = row.written(word, length);
          if (known.size() < MOST_SPELLINGS || known.containsKey(written)) {
            known.merge(written, 1, Integer::sum);
          }
        }
      }
    }
  }

  Map<Integer, String> result() {
    Map<Integer, String> result = new HashMap<>();
    spellings.forEach((number, known) -> {
      String text = known.entrySet().stream()
          .sorted(Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
              .thenComparing(Map.Entry::getKey))
          .map(each -> rule(each.getKey()))
          .filter(each -> !each.isEmpty() && each.length() <= longest)
          .findFirst()
          .orElse(null);
      put(result, number, text);
    });
    return result;
  }

  private static void put(Map<Integer, String> result, int number, @Nullable String text) {
    if (text != null) {
      result.put(number, text);
    }
  }

  /** Returns the rule for these words, with quotes where it needs them, or "" if there is none. */
  private static String rule(String written) {
    try {
      List<Rule> words = new ArrayList<>();
      for (String each : written.split(" ", -1)) {
        words.add(new Rule.Word(each));
      }
      Rule rule = words.size() == 1 ? words.get(0) : new Rule.Phrase(words);
      String text = rule.toText();
      return Rule.parse(text).equals(rule) ? text : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
