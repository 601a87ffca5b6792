package io.github.feedback4j.theme;

import java.util.Arrays;

/** Finds the literals of a program in a text; room that is used again. */
final class Matches {

  // First the text becomes tokens. Then each token gets its terms: its own letters, its stems in
  // the languages that are on, the prefixes on its way, and, where a hyphen follows, those of both
  // words joined. Last, each term wakes the literals that hang from it, and what stands beside
  // decides.
  // The work is in proportion to the words, and for each word to the literals that hang from it. A
  // pack can have thousands of items of the same words, and a text those words a million times;
  // then
  // the search ends somewhere in the text, always at the same place for the same two.

  private static final int WIDTH_BITS = 2;
  private static final int WIDTH = (1 << WIDTH_BITS) - 1;

  /** So many places of one kind are kept; one more ends the search. */
  static final int MOST_PLACES = 1 << 20;

  /** After so many steps the search for words and phrases ends, and after as many that for trees. */
  static final int MOST_STEPS = 1 << 26;

  /** So many emoji in a row may stand between the words of a phrase. */
  private static final int MOST_EMOJI = 8;

  final Program program;
  final Tokens tokens;

  /** The bits of the languages that count. */
  long languages;

  // Places of branches that are one literal or several spellings of it.
  int candidates;
  int[] candidateBranch = new int[32];
  int[] candidateFrom = new int[32];
  int[] candidateTo = new int[32];

  // Branches with a tree that may have a place.
  int woken;
  int[] wokenBranch = new int[8];

  // What plays a role for polarity and negation.
  int roles;
  int[] role = new int[32];
  int[] roleFrom = new int[32];
  int[] roleTo = new int[32];

  // Places of literals that trees look for, as a list for each literal.
  final int[] firstPlace;
  int[] nextPlace = new int[16];
  int[] placeFrom = new int[16];
  int[] placeTo = new int[16];
  private final int[] lastPlace;
  private int places;

  /** Steps made so far, to show that the work is linear. */
  long steps;

  private long lastStep;
  private boolean isFull;

  private final int[] literalRound;
  private final int[] branchRound;
  private int round;

  private int[] firstTerm = new int[65];
  private int[] terms = new int[128];
  private int termCount;
  private char[] letters = new char[64];
  private char[] squeezed = new char[64];
  private String text = "";
  private final int englishBit;
  private final int frenchBit;

  Matches(Program program) {
    this.program = program;
    tokens = new Tokens(program.trie, program.wordFlags, program.contractions);
    int literals = program.parts.length;
    firstPlace = new int[literals];
    lastPlace = new int[literals];
    literalRound = new int[literals];
    branchRound = new int[program.branches.size()];
    englishBit = program.languages.indexOf("en");
    frenchBit = program.languages.indexOf("fr");
  }

  /** Reads a text; {@link #find} comes next. */
  void read(String text, boolean english) {
    this.text = text;
    tokens.read(text, english);
    steps += tokens.count;
  }

  /** Finds every literal of these languages. */
  void find(long ofLanguages) {
    languages = ofLanguages;
    candidates = 0;
    woken = 0;
    roles = 0;
    places = 0;
    termCount = 0;
    round++;
    int count = tokens.count;
    if (firstTerm.length <= count) {
      firstTerm = new int[count + count / 2 + 1];
    }
    for (int i = 0; i < count; i++) {
      firstTerm[i] = termCount;
      addTerms(i);
    }
    firstTerm[count] = termCount;
    setOut();
    for (int i = 0; i < count && !isSpent(); i++) {
      for (int k = firstTerm[i]; k < firstTerm[i + 1]; k++) {
        wake(i, terms[k] >> WIDTH_BITS, terms[k] & WIDTH);
      }
    }
    setOut();
    text = "";
  }

  private void setOut() {
    lastStep = steps + MOST_STEPS;
    isFull = false;
  }

  /** Returns whether there were so many steps or places that nothing more is looked for. */
  boolean isSpent() {
    return isFull || steps > lastStep;
  }

  /** Returns whether the literal stands somewhere, so that its list may be read. */
  boolean has(int literal) {
    return literalRound[literal] == round;
  }

  private void addTerms(int i) {
    Tokens read = tokens;
    int node = read.node[i];
    int from = read.from[i];
    int size = read.length[i];
    if ((read.flags[i] & Tokens.EMOJI) != 0) {
      if (node > 0) {
        addTerm(program.surface[program.trie.entry[node]], 1);
      }
      return;
    }
    look(read.letters, from, size, node, read.known[i], 1, i, 0);
    if ((read.flags[i] & Tokens.LONG_DRAWN) != 0) {
      addLongDrawn(i);
    }
    int next = i + 1;
    if (next < read.count && (read.flags[next] & Tokens.HYPHEN) != 0 && node > 0) {
      addJoined(i);
    }
  }

  /** Adds the terms of a token and the next one without the hyphen between them. */
  private void addJoined(int i) {
    Tokens read = tokens;
    int from = read.from[i];
    int middle = from + read.length[i];
    if (read.from[i + 1] != middle
        || (read.letters[middle - 1] <= '9' && read.letters[middle] <= '9')) {
      // "1-0" is not "10".
      return;
    }
    int size = read.length[i] + read.length[i + 1];
    int node = read.node[i];
    int at = middle;
    while (at < from + size) {
      int next = program.trie.next(node, read.letters[at]);
      if (next < 0) {
        node = ~node;
        break;
      }
      node = next;
      at++;
    }
    look(read.letters, from, size, node, at - from, 2, i, read.node[i]);
  }

  /** Adds the terms of "slow" for "slooow", and of "good" for "goood". */
  private void addLongDrawn(int i) {
    int before = termCount;
    for (int keep = 2; keep > 0 && termCount == before; keep--) {
      int size = squeeze(i, keep);
      int node = WordTrie.ROOT;
      int known = 0;
      while (known < size) {
        int next = program.trie.next(node, squeezed[known]);
        if (next < 0) {
          node = ~node;
          break;
        }
        node = next;
        known++;
      }
      look(squeezed, 0, size, node, known, 1, i, 0);
    }
  }

  private int squeeze(int i, int keep) {
    int from = tokens.from[i];
    int size = tokens.length[i];
    if (squeezed.length < size) {
      squeezed = new char[size + size / 2];
    }
    int out = 0;
    for (int at = 0; at < size; ) {
      char letter = tokens.letters[from + at];
      int same = 1;
      while (at + same < size && tokens.letters[from + at + same] == letter) {
        same++;
      }
      int kept = same < 3 ? same : keep;
      for (int k = 0; k < kept; k++) {
        squeezed[out++] = letter;
      }
      at += same;
    }
    return out;
  }

  private void ensureLetters(int size) {
    if (letters.length <= size) {
      letters = new char[size + size / 2 + 1];
    }
  }

  /**
   * Adds the terms of a word.
   *
   * @param node where the way of its letters ends, or ~ the node at which they left the trie
   * @param known how many letters are on the way
   * @param above a node whose prefixes are known already, or 0
   */
  private void look(
      char[] word, int from, int size, int node, int known, int width, int token, int above) {
    WordTrie trie = program.trie;
    int entry = node > 0 ? trie.entry[node] : 0;
    int last = node < 0 ? ~node : node;
    int stop = trie.prefix[above];
    for (int at = trie.prefix[last]; at > 0 && at != stop; at = trie.prefix[trie.parent(at)]) {
      addTerm(program.prefix[trie.entry[at]], width);
    }
    if (entry > 0) {
      addTerm(program.surface[entry], width);
      if (width == 1 && program.exact[entry].length > 0) {
        addExact(token, program.exact[entry]);
      }
    }
    if (englishBit >= 0 && (languages >> englishBit & 1) != 0) {
      if (entry > 0) {
        addTerm(program.englishStem[entry], width);
      } else {
        addStem(Stemmer.ENGLISH, program.english, word, from, size, known, width);
      }
    }
    if (frenchBit >= 0 && (languages >> frenchBit & 1) != 0) {
      if (entry > 0) {
        addTerm(program.frenchStem[entry], width);
      } else {
        addStem(Stemmer.FRENCH, program.french, word, from, size, known, width);
      }
    }
  }

  private void addStem(
      Stemmer stemmer, int[] termOf, char[] word, int from, int size, int known, int width) {
    int kept = stemmer.kept(word, from, size);
    if (known < kept || kept == size) {
      // Nothing begins like it, or it is its own stem and no entry.
      return;
    }
    ensureLetters(size);
    char[] stem = letters;
    System.arraycopy(word, from, stem, 0, size);
    int length = stemmer.stem(stem, size);
    int at = WordTrie.ROOT;
    for (int i = 0; i < length; i++) {
      at = program.trie.next(at, stem[i]);
      if (at < 0) {
        return;
      }
    }
    addTerm(termOf[program.trie.entry[at]], width);
  }

  private void addExact(int token, int[] exact) {
    int start = tokens.start[token];
    int size = tokens.end[token] - start;
    for (int term : exact) {
      for (String form : program.forms[term]) {
        if (form.length() == size && text.startsWith(form, start)) {
          addTerm(term, 1);
          break;
        }
      }
    }
  }

  private void addTerm(int term, int width) {
    if (term == Program.NONE) {
      return;
    }
    if (termCount == terms.length) {
      terms = Arrays.copyOf(terms, 2 * termCount);
    }
    terms[termCount++] = term << WIDTH_BITS | width;
  }

  /** Tries the literals that hang from a term of a token. */
  private void wake(int token, int term, int width) {
    Program all = program;
    int last = all.firstPosting[term + 1];
    for (int k = all.firstPosting[term]; k < last; k++) {
      int literal = all.postings[k];
      steps++;
      if ((all.literalLanguages[literal] & languages) != 0) {
        int[][] parts = all.parts[literal];
        if (parts.length == 1) {
          found(literal, token, token + width - 1);
        } else {
          verify(literal, parts, all.anchor[literal], token, token + width - 1);
        }
      }
    }
  }

  private void verify(int literal, int[][] parts, int anchor, int first, int last) {
    int from = first;
    for (int k = anchor - 1; k >= 0; k--) {
      from = before(from, parts[k]);
      if (from < 0) {
        return;
      }
    }
    int to = last;
    for (int k = anchor + 1; k < parts.length; k++) {
      to = behind(to, parts[k]);
      if (to < 0) {
        return;
      }
    }
    found(literal, from, to);
  }

  /** Returns where a part starts that ends right before a token, or -1. */
  private int before(int token, int[] part) {
    int sentence = tokens.sentence[token];
    int at = token - 1;
    while (at >= 0 && tokens.sentence[at] == sentence) {
      steps++;
      if (width(at, part, 1) > 0) {
        return at;
      }
      if (at > 0 && tokens.sentence[at - 1] == sentence && width(at - 1, part, 2) > 0) {
        return at - 1;
      }
      if ((tokens.flags[at] & Tokens.EMOJI) == 0 || token - at > MOST_EMOJI) {
        return -1;
      }
      at--;
    }
    return -1;
  }

  /** Returns where a part ends that starts right behind a token, or -1. */
  private int behind(int token, int[] part) {
    int sentence = tokens.sentence[token];
    int at = token + 1;
    while (at < tokens.count && tokens.sentence[at] == sentence) {
      steps++;
      int width = Math.max(width(at, part, 2), width(at, part, 1));
      if (width > 0) {
        return at + width - 1;
      }
      if ((tokens.flags[at] & Tokens.EMOJI) == 0 || at - token > MOST_EMOJI) {
        return -1;
      }
      at++;
    }
    return -1;
  }

  /** Returns {@code width} if a token has a term of the part that is so many tokens wide, else 0. */
  private int width(int token, int[] part, int width) {
    for (int k = firstTerm[token]; k < firstTerm[token + 1]; k++) {
      if ((terms[k] & WIDTH) == width) {
        int term = terms[k] >> WIDTH_BITS;
        if (part.length == 1 ? part[0] == term : Arrays.binarySearch(part, term) >= 0) {
          return width;
        }
      }
    }
    return 0;
  }

  private void found(int literal, int from, int to) {
    int played = program.role[literal];
    if (played != 0) {
      addRole(played, from, to);
    }
    int[] direct = program.direct[literal];
    steps += direct.length;
    for (int branch : direct) {
      addCandidate(branch, from, to);
    }
    int[] trees = program.trees[literal];
    if (program.isInTree[literal]) {
      addPlace(literal, from, to);
      steps += trees.length;
      for (int branch : trees) {
        if (branchRound[branch] != round) {
          branchRound[branch] = round;
          if (woken == wokenBranch.length) {
            wokenBranch = Arrays.copyOf(wokenBranch, 2 * woken);
          }
          wokenBranch[woken++] = branch;
        }
      }
    }
  }

  void addRole(int played, int from, int to) {
    if (roles == MOST_PLACES) {
      isFull = true;
      return;
    }
    if (roles == role.length) {
      role = Arrays.copyOf(role, 2 * roles);
      roleFrom = Arrays.copyOf(roleFrom, 2 * roles);
      roleTo = Arrays.copyOf(roleTo, 2 * roles);
    }
    role[roles] = played;
    roleFrom[roles] = from;
    roleTo[roles++] = to;
  }

  void addCandidate(int branch, int from, int to) {
    if (candidates == MOST_PLACES) {
      isFull = true;
      return;
    }
    if (candidates == candidateBranch.length) {
      candidateBranch = Arrays.copyOf(candidateBranch, 2 * candidates);
      candidateFrom = Arrays.copyOf(candidateFrom, 2 * candidates);
      candidateTo = Arrays.copyOf(candidateTo, 2 * candidates);
    }
    candidateBranch[candidates] = branch;
    candidateFrom[candidates] = from;
    candidateTo[candidates++] = to;
  }

  private void addPlace(int literal, int from, int to) {
    if (places == MOST_PLACES) {
      isFull = true;
      return;
    }
    if (places == nextPlace.length) {
      nextPlace = Arrays.copyOf(nextPlace, 2 * places);
      placeFrom = Arrays.copyOf(placeFrom, 2 * places);
      placeTo = Arrays.copyOf(placeTo, 2 * places);
    }
    int place = places++;
    placeFrom[place] = from;
    placeTo[place] = to;
    nextPlace[place] = -1;
    if (literalRound[literal] != round) {
      literalRound[literal] = round;
      firstPlace[literal] = place;
    } else {
      nextPlace[lastPlace[literal]] = place;
    }
    lastPlace[literal] = place;
  }

  /** Returns about how many UTF-16 units it has room for. */
  int room() {
    return Math.max(
        tokens.room(),
        Math.max(
            terms.length,
            Math.max(candidateBranch.length, Math.max(role.length, nextPlace.length))));
  }
}
