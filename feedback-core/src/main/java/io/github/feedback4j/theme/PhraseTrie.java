package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The letters of many phrases as a tree, so that one walk along a text compares it with them all.
 *
 * <p>Nodes are numbered level by level. The children of a node are therefore neighbours, and one
 * array of labels and one of first children hold the whole tree, whatever its alphabet.
 */
final class PhraseTrie {

  static final int ROOT = 0;
  static final int NOWHERE = -1;

  private final List<PackPhrase> phrases;

  // Of node n: its letter, its first child (the last one stands before that of n + 1), and the
  // phrases that end in it.
  private final char[] label;
  private final int[] firstChild;
  private final int[] firstPhrase;
  private final int[] phraseCount;

  PhraseTrie(List<PackPhrase> unsorted) {
    List<PackPhrase> sorted = new ArrayList<>(unsorted);
    sorted.sort(Comparator.comparing((PackPhrase each) -> each.folded().letters())
        .thenComparing(PackPhrase::theme)
        .thenComparing(PackPhrase::language)
        .thenComparing(PackPhrase::text));
    phrases = List.copyOf(sorted);
    int most = 1 + phrases.stream().mapToInt(each -> each.folded().length()).sum();
    label = new char[most];
    firstChild = new int[most + 1];
    firstPhrase = new int[most];
    phraseCount = new int[most];
    grow();
  }

  /** Splits the sorted phrases of each node by their next letter. */
  private void grow() {
    int[] lastPhrase = new int[label.length];
    int[] depth = new int[label.length];
    lastPhrase[ROOT] = phrases.size();
    int nodes = 1;
    for (int node = ROOT; node < nodes; node++) {
      firstChild[node] = nodes;
      int phrase = firstPhrase[node];
      // Sorted, the phrases that end here come before those that go on.
      while (phrase < lastPhrase[node] && folded(phrase).length() == depth[node]) {
        phrase++;
      }
      phraseCount[node] = phrase - firstPhrase[node];
      while (phrase < lastPhrase[node]) {
        char letter = folded(phrase).letter(depth[node]);
        label[nodes] = letter;
        depth[nodes] = depth[node] + 1;
        firstPhrase[nodes] = phrase;
        while (phrase < lastPhrase[node] && folded(phrase).letter(depth[node]) == letter) {
          phrase++;
        }
        lastPhrase[nodes++] = phrase;
      }
    }
    firstChild[nodes] = nodes;
  }

  private FoldedText folded(int phrase) {
    return phrases.get(phrase).folded();
  }

  /** Returns the node that {@code letter} leads to, or {@link #NOWHERE}. */
  int next(int node, char letter) {
    int child = Arrays.binarySearch(label, firstChild[node], firstChild[node + 1], letter);
    return child < 0 ? NOWHERE : child;
  }

  /** Returns the phrases whose letters end in a node, in an order that depends on them alone. */
  List<PackPhrase> phrasesAt(int node) {
    int first = firstPhrase[node];
    return phrases.subList(first, first + phraseCount[node]);
  }
}
