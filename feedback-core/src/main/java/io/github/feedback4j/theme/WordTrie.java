package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Words as a tree of their letters, so that one walk along a word compares it with them all.
 *
 * <p>Immutable once built.
 */
final class WordTrie {

  // A double array (Aoe, 1989): the child of node n for letter c is base[n] + c, provided that
  // check
  // says that this place belongs to n. A step costs two reads, whatever the number of words, and
  // there is no loop over children. Letters beyond ASCII are rare once folded; they are numbered
  // behind the ASCII ones, so that the arrays stay dense.

  static final int ROOT = 0;

  private static final int ASCII = 128;
  private static final int FREE = -1;

  /** After so many taken places the search for a free one starts further behind next time. */
  private static final int PATIENCE = 256;

  int[] base = new int[4 * ASCII];
  int[] check = new int[4 * ASCII];

  /** The entry of the word that ends in a node, or 0. */
  int[] entry = new int[4 * ASCII];

  /** The nearest node on the way to a node, itself included, that a prefix ends in, or 0. */
  int[] prefix = new int[4 * ASCII];

  private final char[] rare;
  private final String[] words;
  private final int[] entries;
  private int free = 1;
  private int top;

  private WordTrie(SortedMap<String, Integer> sorted) {
    words = sorted.keySet().toArray(String[]::new);
    entries = sorted.values().stream().mapToInt(Integer::intValue).toArray();
    StringBuilder letters = new StringBuilder();
    sorted
        .keySet()
        .forEach(word -> word.chars()
            .filter(each -> each >= ASCII)
            .forEach(each -> letters.append((char) each)));
    rare = new String(letters.chars().sorted().distinct().toArray(), 0, distinct(letters))
        .toCharArray();
    Arrays.fill(check, FREE);
  }

  private static int distinct(StringBuilder letters) {
    return (int) letters.chars().distinct().count();
  }

  /**
   * Returns a tree of these words.
   *
   * @param sorted each word, not empty, with its entry, at least 1
   * @param isPrefix which entries are of words that others may continue
   */
  static WordTrie of(SortedMap<String, Integer> sorted, boolean[] isPrefix) {
    WordTrie trie = new WordTrie(sorted);
    trie.grow();
    trie.linkPrefixes(isPrefix);
    return trie;
  }

  /** Returns the number of a letter beyond ASCII; one that no word has leads nowhere. */
  int code(char letter) {
    int found = Arrays.binarySearch(rare, letter);
    return ASCII + (found < 0 ? rare.length : found);
  }

  /** Returns the node that a letter leads to, or -1. */
  int next(int node, char letter) {
    int to = base[node] + (letter < ASCII ? letter : code(letter));
    return check[to] == node ? to : -1;
  }

  /** Returns the parent of a node that is not the root. */
  int parent(int node) {
    return check[node];
  }

  private record Range(int node, int first, int last, int depth) {}

  private void grow() {
    List<Range> todo = new ArrayList<>();
    check[ROOT] = Integer.MAX_VALUE;
    todo.add(new Range(ROOT, 0, words.length, 0));
    int[] codes = new int[ASCII + rare.length];
    int[] starts = new int[ASCII + rare.length + 1];
    for (int i = 0; i < todo.size(); i++) {
      Range range = todo.get(i);
      int word = range.first();
      // Sorted, the word that ends here comes before those that go on.
      if (word < range.last() && words[word].length() == range.depth()) {
        entry[range.node()] = entries[word++];
      }
      int count = 0;
      while (word < range.last()) {
        char letter = words[word].charAt(range.depth());
        codes[count] = letter < ASCII ? letter : code(letter);
        starts[count++] = word;
        while (word < range.last() && words[word].charAt(range.depth()) == letter) {
          word++;
        }
      }
      starts[count] = range.last();
      if (count > 0) {
        int place = place(codes, count);
        base[range.node()] = place;
        for (int k = 0; k < count; k++) {
          check[place + codes[k]] = range.node();
          todo.add(new Range(place + codes[k], starts[k], starts[k + 1], range.depth() + 1));
        }
      }
    }
    // A step from any node stays within the arrays.
    int size = top + ASCII + rare.length + 1;
    int old = check.length;
    base = Arrays.copyOf(base, size);
    check = Arrays.copyOf(check, size);
    entry = Arrays.copyOf(entry, size);
    prefix = new int[size];
    if (size > old) {
      Arrays.fill(check, old, size, FREE);
    }
  }

  private int place(int[] codes, int count) {
    while (check[free] != FREE) {
      free++;
      ensure(free + ASCII);
    }
    int tried = 0;
    for (int at = Math.max(free, codes[0] + 1); ; at++) {
      int place = at - codes[0];
      ensure(place + ASCII + rare.length + 1);
      if (fits(place, codes, count)) {
        if (tried > PATIENCE) {
          free = at;
        }
        top = Math.max(top, place);
        return place;
      }
      tried++;
    }
  }

  private boolean fits(int place, int[] codes, int count) {
    for (int k = 0; k < count; k++) {
      if (check[place + codes[k]] != FREE) {
        return false;
      }
    }
    return true;
  }

  private void ensure(int size) {
    if (size >= check.length) {
      int old = check.length;
      int more = size + size / 2;
      base = Arrays.copyOf(base, more);
      check = Arrays.copyOf(check, more);
      entry = Arrays.copyOf(entry, more);
      Arrays.fill(check, old, more, FREE);
    }
  }

  private void linkPrefixes(boolean[] isPrefix) {
    for (int node = 0; node < check.length; node++) {
      if (node != ROOT && check[node] != FREE) {
        int up = node;
        while (up != ROOT && !isPrefix[entry[up]]) {
          up = check[up];
        }
        prefix[node] = up;
      }
    }
  }
}
