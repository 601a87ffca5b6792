package io.github.feedback4j.benchmarks;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts whole phrases in folded text with hankcs' automaton. Used by one thread.
 *
 * <p>Phrases can be told whole in two ways: by a look at what stands beside each hit, or by a space in
 * front of each phrase and behind it, which folded text has between all words. The former also hits
 * inside of words; the latter only works where the text can be brought into that form.
 */
final class Automaton {

  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
  private final boolean isPadded;
  private final View view = new View();
  private char[] text = {};
  private int size;
  private int found;

  private final AhoCorasickDoubleArrayTrie.IHit<Integer> any = (begin, end, phrase) -> found++;
  private final AhoCorasickDoubleArrayTrie.IHit<Integer> whole = (begin, end, phrase) -> {
    if ((begin == 0 || text[begin - 1] == ' ') && (end == size || text[end] == ' ')) {
      found++;
    }
  };

  Automaton(List<String> phrases, boolean isPadded) {
    this.isPadded = isPadded;
    TreeMap<String, Integer> numbers = new TreeMap<>();
    for (String each : phrases) {
      numbers.put(isPadded ? " " + each + " " : each, numbers.size());
    }
    trie.build(numbers);
  }

  /** Returns how many phrases a text has that is folded already. */
  int matches(char[] folded) {
    found = 0;
    text = folded;
    size = folded.length;
    trie.parseText(folded, isPadded ? any : whole);
    return found;
  }

  /** Folds a text and returns how many phrases it has. */
  int matches(String original) {
    if (view.room.length < Folded.room(original)) {
      view.room = new char[2 * Folded.room(original)];
    }
    found = 0;
    size = Folded.fold(original, view.room);
    text = view.room;
    view.size = size;
    trie.parseText(view, isPadded ? any : whole);
    return found;
  }

  /** The used part of a room, so that nothing is made per text. */
  private static final class View implements CharSequence {
    private char[] room = {};
    private int size;

    @Override
    public int length() {
      return size;
    }

    @Override
    public char charAt(int index) {
      return room[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(room, start, end - start);
    }

    @Override
    public String toString() {
      return new String(room, 0, size);
    }
  }
}
