package io.github.feedback4j.theme;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  // A term of a word is one number: which term, whether literals hang from it, and over how many
  // words it stands.
  static final int WIDTH_BITS = 2;
  static final int WIDTH = (1 << WIDTH_BITS) - 1;
  static final int WAKES = 1 << WIDTH_BITS;
  static final int TERM_SHIFT = WIDTH_BITS + 1;

  final WordTrie trie;
  final WordIndex index;

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
  final boolean hasPrefixes;
  final int[][] exact;

  // By term.
  final String[][] forms;
  final int[] firstPosting;
  final int[] postings;

  /** By the languages whose stems count, 1 for English and 2 for French; null if no item is. */
  private final @Nullable TermRows[] rows = new TermRows[4];

  // By literal; the terms of its parts are numbers without a width, each part sorted.
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
    this.index = new WordIndex(entries);
    this.wordFlags = wordFlags;
    this.contractions = contractions;
    this.surface = vocabulary.terms(TermKind.SURFACE, entries);
    this.english = vocabulary.terms(TermKind.ENGLISH, entries);
    this.french = vocabulary.terms(TermKind.FRENCH, entries);
    this.englishStem = Vocabulary.stems(Stemmer.ENGLISH, english, entries);
    this.frenchStem = Vocabulary.stems(Stemmer.FRENCH, french, entries);
    this.prefix = vocabulary.terms(TermKind.PREFIX, entries);
    this.hasPrefixes = Arrays.stream(prefix).anyMatch(each -> each != NONE);
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
    addRows(entries);
    addCodes();
  }

  private void addRows(Map<String, Integer> entries) {
    int[] nodes = new int[entries.size() + 1];
    entries.forEach((word, entry) -> nodes[entry] = trie.node(word));
    boolean hasEnglish = languages.contains("en");
    boolean hasFrench = languages.contains("fr");
    for (int i = 0; i < rows.length; i++) {
      boolean english = (i & 1) != 0;
      boolean french = (i & 2) != 0;
      if ((hasEnglish || !english) && (hasFrench || !french)) {
        rows[i] = new TermRows(this, nodes, english, french);
      }
    }
  }

  private void addCodes() {
    for (int[][] literal : parts) {
      for (int[] part : literal) {
        for (int i = 0; i < part.length; i++) {
          part[i] = code(part[i], 0);
        }
      }
    }
  }

  /** Returns the terms of each entry, if these languages count; items of them must be there. */
  TermRows rows(boolean english, boolean french) {
    return Objects.requireNonNull(rows[(english ? 1 : 0) + (french ? 2 : 0)]);
  }

  /** Returns a term as a number with its width. */
  int code(int term, int width) {
    int wakes = firstPosting[term] < firstPosting[term + 1] ? WAKES : 0;
    return term << TERM_SHIFT | wakes | width;
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
