package io.github.feedback4j.theme;

import java.util.Arrays;

/**
 * The terms that each word of the trie has, as one row of {@linkplain Program#code numbers} for each
 * entry, in the order in which a matcher wants them. Immutable once built.
 */
final class TermRows {

  /** Where the row of an entry starts; that of the next one starts where it ends. */
  final int[] starts;

  /** A term that also asks how the word is written stands as its complement. */
  int[] codes = new int[256];

  private final Program program;
  private int size;

  /**
   * Builds the rows.
   *
   * @param nodes the node of the trie in which the word of each entry ends
   * @param english whether English stems count
   * @param french whether French ones do
   */
  TermRows(Program program, int[] nodes, boolean english, boolean french) {
    this.program = program;
    starts = new int[nodes.length + 1];
    // No word has entry 0.
    for (int entry = 1; entry < nodes.length; entry++) {
      addPrefixes(nodes[entry]);
      add(program.surface[entry]);
      for (int term : program.exact[entry]) {
        push(~program.code(term, 1));
      }
      add(english ? program.englishStem[entry] : Program.NONE);
      add(french ? program.frenchStem[entry] : Program.NONE);
      starts[entry + 1] = size;
    }
    codes = Arrays.copyOf(codes, size);
  }

  private void addPrefixes(int node) {
    WordTrie trie = program.trie;
    for (int at = trie.prefix[node]; at > 0; at = trie.prefix[trie.parent(at)]) {
      add(program.prefix[trie.entry[at]]);
    }
  }

  private void add(int term) {
    if (term != Program.NONE) {
      push(program.code(term, 1));
    }
  }

  private void push(int code) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, 2 * size);
    }
    codes[size++] = code;
  }
}
