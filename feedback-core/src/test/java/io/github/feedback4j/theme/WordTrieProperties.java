package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordTrieProperties {

  @Property
  void hasItsWordsAndNoOthers(
      @ForAll("words") Set<String> words, @ForAll("words") Set<String> others) {
    SortedMap<String, Integer> entries = numbered(words);
    WordTrie trie = WordTrie.of(entries, new boolean[words.size() + 1]);

    for (String each : words) {
      assertThat(trie.entry[walk(trie, each)]).isEqualTo(entries.get(each));
    }
    for (String each : others) {
      int end = walk(trie, each);
      assertThat(end > 0 && trie.entry[end] > 0).isEqualTo(words.contains(each));
    }
  }

  @Property
  void knowsThePrefixesOnTheWayToAWord(
      @ForAll("words") Set<String> words, @ForAll("words") Set<String> prefixes) {
    TreeMap<String, Integer> entries = new TreeMap<>(numbered(words));
    prefixes.forEach(each -> entries.put(each, 0));
    boolean[] isPrefix = new boolean[entries.size() + 1];
    int number = 1;
    for (String each : List.copyOf(entries.keySet())) {
      isPrefix[number] = prefixes.contains(each);
      entries.put(each, number++);
    }
    WordTrie trie = WordTrie.of(entries, isPrefix);

    for (String each : entries.keySet()) {
      long expected = prefixes.stream().filter(each::startsWith).count();
      int found = 0;
      for (int at = trie.prefix[walk(trie, each)]; at > 0; at = trie.prefix[trie.parent(at)]) {
        found++;
      }
      assertThat(found).isEqualTo((int) expected);
    }
  }

  private static SortedMap<String, Integer> numbered(Set<String> words) {
    TreeMap<String, Integer> entries = new TreeMap<>();
    words.forEach(each -> entries.put(each, entries.size() + 1));
    return entries;
  }

  private static int walk(WordTrie trie, String word) {
    int node = WordTrie.ROOT;
    for (int i = 0; i < word.length() && node >= 0; i++) {
      node = trie.next(node, word.charAt(i));
    }
    return node;
  }

  @Provide
  Arbitrary<Set<String>> words() {
    return Arbitraries.strings()
        .withChars("abcz09éшｚ\ud83d\ude00")
        .ofMinLength(1)
        .ofMaxLength(6)
        .set()
        .ofMinSize(1)
        .ofMaxSize(200);
  }
}
