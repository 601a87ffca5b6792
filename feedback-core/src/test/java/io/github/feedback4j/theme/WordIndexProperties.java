package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordIndexProperties {

  @Property
  void hasItsWordsAndNoOthersOrLeavesThemToTheTrie(
      @ForAll("words") Set<String> words, @ForAll("words") Set<String> others) {
    TreeMap<String, Integer> entries = new TreeMap<>();
    words.forEach(each -> entries.put(each, entries.size() + 1));
    WordIndex index = new WordIndex(entries);

    int untold = 0;
    for (String each : words) {
      int found = find(index, each);
      untold += found == WordIndex.UNTOLD ? 1 : 0;
      assertThat(found).isIn(entries.get(each), WordIndex.UNTOLD);
    }
    for (String each : others) {
      assertThat(find(index, each)).isIn(entries.getOrDefault(each, 0), WordIndex.UNTOLD);
    }
    assertThat(untold).isLessThanOrEqualTo(words.size() / 2);
  }

  @Property
  void seesEveryLetterThatStandsThreeTimesInARow(@ForAll("word") String word) {
    if (word.length() <= WordIndex.LETTERS && word.matches(".*(.)\\1\\1.*")) {
      assertThat(WordIndex.mayHaveTriple(WordIndex.key(word), word.length())).isTrue();
    }
  }

  private static int find(WordIndex index, String word) {
    long key = WordIndex.key(word);
    return word.length() <= WordIndex.LETTERS
        ? index.find(key)
        : index.find(key, WordIndex.key(word.substring(0, WordIndex.LETTERS)));
  }

  @Provide
  Arbitrary<Set<String>> words() {
    return word().set().ofMinSize(1).ofMaxSize(200);
  }

  @Provide
  Arbitrary<String> word() {
    return Arbitraries.strings().withChars("abz09").ofMinLength(1).ofMaxLength(WordIndex.LONGEST);
  }
}
