package io.github.feedback4j.theme;

import java.util.List;
import java.util.Map;

/**
 * Items made ready to be found: their words as a trie, their phrases as literals, their rules as
 * trees. Immutable, and safe for use by several threads.
 */
final class Program {

  // A word of the trie has an entry, and an entry has terms: the word itself, what it is the
  // English or French stem of, what it begins, which exact forms it may be. A literal is a row of
  // parts, each a set of terms. It hangs from its anchor, the part that fewest literals hang from,
  // so that common words wake nobody up.

  static final int NONE = -1;

  private static final long OFTEN = 1 << 20;

  final WordTrie trie;

  // By entry; entry 0 is that of no word.
  final int[] wordFlags;
  final String[][] contractions;
  final int[] surface;
  final int[] english;
  final int[] french;

  /** The term of the stem that the entry's word has, so that only words of no entry are stemmed. */
  final int[] englishStem;

  final int[] frenchStem;
  final int[] prefix;
  final int[][] exact;

  // By term.
  final String[][] forms;
  final int[] firstPosting;
  final int[] postings;

  // By literal.
  final int[][][] parts;
  final int[] anchor;
  final long[] literalLanguages;
  final int[] role;
  final int[][] direct;
  final int[][] trees;
  final boolean[] isInTree;

  final List<Branch> branches;

  /** The ids of the themes, sorted. */
  final List<String> themes;

  /** The languages that have items, sorted; a language's place is its bit. */
  final List<String> languages;

  Program(
      WordTrie trie,
      int[] wordFlags,
      String[][] contractions,
      Vocabulary vocabulary,
      Map<String, Integer> entries,
      Literals literals,
      List<Branch> branches,
      List<String> themes,
      List<String> languages) {
    this.trie = trie;
    this.wordFlags = wordFlags;
    this.contractions = contractions;
    this.surface = vocabulary.terms(TermKind.SURFACE, entries);
    this.english = vocabulary.terms(TermKind.ENGLISH, entries);
    this.french = vocabulary.terms(TermKind.FRENCH, entries);
    this.englishStem = Vocabulary.stems(Stemmer.ENGLISH, english, entries);
    this.frenchStem = Vocabulary.stems(Stemmer.FRENCH, french, entries);
    this.prefix = vocabulary.terms(TermKind.PREFIX, entries);
    this.exact = vocabulary.exact(entries);
    this.forms = vocabulary.forms();
    this.parts = literals.parts();
    this.literalLanguages = literals.languages();
    this.role = literals.roles();
    this.direct = literals.direct();
    this.trees = literals.trees();
    this.isInTree = literals.inTrees();
    this.branches = List.copyOf(branches);
    this.themes = List.copyOf(themes);
    this.languages = List.copyOf(languages);
    this.anchor = new int[parts.length];
    this.firstPosting = new int[forms.length + 1];
    this.postings = post(vocabulary.small());
  }

  /**
   * Hangs each literal from its rarest part, and returns the literals by term.
   *
   * @param small which terms are frequent in texts, however few literals have them
   */
  private int[] post(boolean[] small) {
    long[] uses = new long[forms.length];
    for (int term = 0; term < uses.length; term++) {
      uses[term] = small[term] ? OFTEN : 0;
    }
    for (int[][] literal : parts) {
      for (int[] part : literal) {
        for (int term : part) {
          uses[term]++;
        }
      }
    }
    int[] size = new int[forms.length];
    for (int i = 0; i < parts.length; i++) {
      long least = Long.MAX_VALUE;
      for (int k = 0; k < parts[i].length; k++) {
        long sum = 0;
        for (int term : parts[i][k]) {
          sum += uses[term];
        }
        if (sum < least) {
          least = sum;
          anchor[i] = k;
        }
      }
      for (int term : parts[i][anchor[i]]) {
        size[term]++;
      }
    }
    for (int term = 0; term < size.length; term++) {
      firstPosting[term + 1] = firstPosting[term] + size[term];
    }
    int[] filled = firstPosting.clone();
    int[] posted = new int[firstPosting[size.length]];
    for (int i = 0; i < parts.length; i++) {
      for (int term : parts[i][anchor[i]]) {
        posted[filled[term]++] = i;
      }
    }
    return posted;
  }
}
