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

  /** So many places of one kind are kept; one more ends the search. */
  static final int MOST_PLACES = 1 << 20;

  /** After so many steps the search for words and phrases ends, and after as many that for trees. */
  static final int MOST_STEPS = 1 << 26;

  private static final int MEMO_BITS = 11;

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

  // The terms of all tokens, as numbers: those of one token stand together.
  private int[] firstTerm = new int[65];
  private int[] terms = new int[128];
  private int[] termToken = new int[128];
  private int termCount;

  // What is known of short words of no entry, by their numbers: where their beginnings are in the
  // trie,
  // and
  // the terms of their stems. Of words that want the same place the last one has it.
  private final long[] memoKey = new long[1 << MEMO_BITS];
  private final int[] memoPrefix = new int[1 << MEMO_BITS];
  private final int[] memoEnglish = new int[1 << MEMO_BITS];
  private final int[] memoFrench = new int[1 << MEMO_BITS];

  private char[] word = new char[64];
  private char[] letters = new char[64];
  private char[] squeezed = new char[64];
  private String text = "";
  private final int englishBit;
  private final int frenchBit;

  Matches(Program program) {
    this.program = program;
    tokens = new Tokens(program.trie, program.index, program.wordFlags, program.contractions);
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
    addTerms(count);
    setOut();
    for (int k = 0; k < termCount && !isSpent(); k++) {
      int code = terms[k];
      if ((code & Program.WAKES) != 0) {
        wake(termToken[k], code >> Program.TERM_SHIFT, code & Program.WIDTH);
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

  private void addTerms(int count) {
    boolean english = isOn(englishBit);
    boolean french = isOn(frenchBit);
    TermRows rows = program.rows(english, french);
    boolean hasMore = english || french || program.hasPrefixes;
    for (int i = 0; i < count; i++) {
      int flag = tokens.flags[i];
      if ((flag & Tokens.HYPHEN) != 0) {
        addJoined(i - 1);
      }
      firstTerm[i] = termCount;
      int entry = tokens.entry[i];
      if ((flag & Tokens.EMOJI) != 0) {
        addTerm(program.surface[entry], 1, i);
      } else if (entry > 0) {
        addRow(rows, entry, i);
      } else if (hasMore) {
        addUnknown(i);
      }
      if ((flag & Tokens.LONG_DRAWN) != 0) {
        addLongDrawn(i);
      }
    }
    firstTerm[count] = termCount;
  }

  private boolean isOn(int language) {
    return language >= 0 && (languages >> language & 1) != 0;
  }

  /** Adds the terms of a word that the trie has. */
  private void addRow(TermRows rows, int entry, int token) {
    int last = rows.starts[entry + 1];
    for (int k = rows.starts[entry]; k < last; k++) {
      int code = rows.codes[k];
      if (code >= 0) {
        addCode(code, token);
      } else if (isWritten(token, ~code >> Program.TERM_SHIFT)) {
        addCode(~code, token);
      }
    }
  }

  /** Adds the terms of a word that the trie has not: those of its stems and its beginnings. */
  private void addUnknown(int token) {
    if (tokens.key[token] == 0) {
      look(
          tokens.letters,
          tokens.from[token],
          tokens.length[token],
          tokens.node[token],
          tokens.known[token],
          1,
          token,
          0);
      return;
    }
    long key = tokens.key[token];
    if (tokens.size(token) > WordIndex.LETTERS) {
      int size = tokens.size(token);
      tokens.spell(token, word, size);
      look(word, size, 1, token);
      return;
    }
    int slot = WordIndex.slot(key, MEMO_BITS);
    if (memoKey[slot] != key) {
      learn(key, slot, token);
    }
    addPrefixes(memoPrefix[slot], 0, 1, token);
    if (isOn(englishBit)) {
      addTerm(memoEnglish[slot], 1, token);
    }
    if (isOn(frenchBit)) {
      addTerm(memoFrench[slot], 1, token);
    }
  }

  /** Finds out about a word of no entry, so that it is known when it comes again. */
  private void learn(long key, int slot, int token) {
    int size = tokens.size(token);
    tokens.spell(token, word, size);
    int node = WordTrie.ROOT;
    int known = 0;
    while (known < size) {
      int next = program.trie.next(node, word[known]);
      if (next < 0) {
        break;
      }
      node = next;
      known++;
    }
    memoKey[slot] = key;
    memoPrefix[slot] = program.trie.prefix[node];
    memoEnglish[slot] = englishBit < 0
        ? Program.NONE
        : stem(Stemmer.ENGLISH, program.english, word, 0, size, known);
    memoFrench[slot] =
        frenchBit < 0 ? Program.NONE : stem(Stemmer.FRENCH, program.french, word, 0, size, known);
  }

  /** Adds the terms of a token and the next one without the hyphen between them. */
  private void addJoined(int i) {
    Tokens read = tokens;
    if (read.is(i, Tokens.EMOJI) || (i + 2 < read.count && read.is(i + 2, Tokens.SAME_PLACE))) {
      // A contraction behind the hyphen is several words.
      return;
    }
    int middle = read.size(i);
    int size = middle + read.size(i + 1);
    if (word.length < size) {
      word = new char[size + size / 2];
    }
    read.spell(i, word, middle);
    read.spell(i + 1, word, size);
    if (word[middle - 1] <= '9' && word[middle] <= '9') {
      // "1-0" is not "10".
      return;
    }
    int node = WordTrie.ROOT;
    int above = WordTrie.ROOT;
    int at = 0;
    while (at < size) {
      int next = program.trie.next(node, word[at]);
      if (next < 0) {
        node = ~node;
        break;
      }
      node = next;
      at++;
      above = at == middle ? node : above;
    }
    if (at >= middle) {
      look(word, 0, size, node, at, 2, i, above);
    }
  }

  /** Adds the terms of "slow" for "slooow", and of "good" for "goood". */
  private void addLongDrawn(int i) {
    int before = termCount;
    for (int keep = 2; keep > 0 && termCount == before; keep--) {
      int size = squeeze(i, keep);
      look(squeezed, size, 1, i);
    }
  }

  private int squeeze(int i, int keep) {
    // Whatever is long-drawn has its letters among those of the tokens.
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

  /** Adds the terms of a word, the first letters of a room. */
  private void look(char[] room, int size, int width, int token) {
    int node = WordTrie.ROOT;
    int known = 0;
    while (known < size) {
      int next = program.trie.next(node, room[known]);
      if (next < 0) {
        node = ~node;
        break;
      }
      node = next;
      known++;
    }
    look(room, 0, size, node, known, width, token, 0);
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
    addPrefixes(trie.prefix[last], trie.prefix[above], width, token);
    if (entry > 0) {
      addTerm(program.surface[entry], width, token);
      for (int term : program.exact[entry]) {
        if (width == 1 && isWritten(token, term)) {
          addTerm(term, 1, token);
        }
      }
    }
    if (isOn(englishBit)) {
      if (entry > 0) {
        addTerm(program.englishStem[entry], width, token);
      } else {
        addTerm(stem(Stemmer.ENGLISH, program.english, word, from, size, known), width, token);
      }
    }
    if (isOn(frenchBit)) {
      if (entry > 0) {
        addTerm(program.frenchStem[entry], width, token);
      } else {
        addTerm(stem(Stemmer.FRENCH, program.french, word, from, size, known), width, token);
      }
    }
  }

  private void addPrefixes(int first, int stop, int width, int token) {
    WordTrie trie = program.trie;
    for (int at = first; at > 0 && at != stop; at = trie.prefix[trie.parent(at)]) {
      addTerm(program.prefix[trie.entry[at]], width, token);
    }
  }

  /** Returns the term that a word of no entry has by its stem, or {@link Program#NONE}. */
  private int stem(Stemmer stemmer, int[] termOf, char[] word, int from, int size, int known) {
    int kept = stemmer.kept(word, from, size);
    if (known < kept || kept == size) {
      // Nothing begins like it, or it is its own stem and no entry.
      return Program.NONE;
    }
    ensureLetters(size);
    char[] stem = letters;
    System.arraycopy(word, from, stem, 0, size);
    int length = stemmer.stem(stem, size);
    int at = WordTrie.ROOT;
    for (int i = 0; i < length; i++) {
      at = program.trie.next(at, stem[i]);
      if (at < 0) {
        return Program.NONE;
      }
    }
    return termOf[program.trie.entry[at]];
  }

  /** Returns whether a token is written as an exact term wants it. */
  private boolean isWritten(int token, int term) {
    int start = tokens.start[token];
    int size = tokens.end[token] - start;
    for (String form : program.forms[term]) {
      if (form.length() == size && text.startsWith(form, start)) {
        return true;
      }
    }
    return false;
  }

  private void addTerm(int term, int width, int token) {
    if (term != Program.NONE) {
      addCode(program.code(term, width), token);
    }
  }

  private void addCode(int code, int token) {
    if (termCount == terms.length) {
      terms = Arrays.copyOf(terms, 2 * termCount);
      termToken = Arrays.copyOf(termToken, 2 * termCount);
    }
    terms[termCount] = code;
    termToken[termCount++] = token;
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
      int code = terms[k];
      if ((code & Program.WIDTH) == width) {
        int wanted = code & ~Program.WIDTH;
        if (part.length == 1 ? part[0] == wanted : Arrays.binarySearch(part, wanted) >= 0) {
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
