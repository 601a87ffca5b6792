package io.github.feedback4j.theme;

import java.util.Arrays;

/**
 * The words of a text, folded, each with its place in the original; room that is used again.
 *
 * <p>Composed and decomposed input give the same words. A word ends before an apostrophe that elides
 * or owns, and stands as several ones where it is a contraction ("don't" gives "do" and "not", both
 * at the place of the whole). Emoji and typed faces are tokens too.
 */
final class Tokens {

  // The text is read once, letter by letter. As long as the letters of a word are on a way of the
  // trie, each costs a look-up of the folded letter and one step; once they have left it, only the
  // look-up. What is not a plain letter takes the slow road: apostrophes, hyphens, sentence ends,
  // accents of their own, ligatures, and everything beyond Latin.

  /** So many UTF-16 units are read; what a longer text has behind them is not. */
  static final int MOST = 1 << 24;

  // What stands before a token.
  static final int HYPHEN = 1;
  static final int ELISION = 2;
  static final int COMMA = 4;
  static final int SEMICOLON = 8;
  // What it is.
  static final int EMOJI = 16;
  static final int LONG_DRAWN = 32;
  /** It stands at the place of the token before it. */
  static final int SAME_PLACE = 64;

  private static final int TABLE_SIZE = 0x250;
  private static final char SLOW = 0;
  private static final char SPACE = 1;
  private static final char FIRST_LETTER = '0';
  private static final int MANY_LETTERS = 4;

  private static final char[] TABLE = new char[TABLE_SIZE];

  static {
    for (char c = 0; c < TABLE_SIZE; c++) {
      String folded = Folding.of(c);
      if (folded.length() == 1) {
        TABLE[c] = folded.charAt(0);
      } else {
        TABLE[c] =
            folded.isEmpty() && " \t\"#$%&*+/<=>@[]^_{|}~\u00a0\\".indexOf(c) >= 0 ? SPACE : SLOW;
      }
    }
    // Typed faces start with these.
    TABLE['<'] = SLOW;
    TABLE['='] = SLOW;
  }

  int count;
  char[] letters = new char[256];
  int[] from = new int[64];
  int[] length = new int[64];
  int[] start = new int[64];
  int[] end = new int[64];
  int[] sentence = new int[64];
  byte[] flags = new byte[64];

  /** The node of the trie that the word ends in; if it left the trie, ~ the last one on the way. */
  int[] node = new int[64];

  /** How many letters of the word are on a way of the trie. */
  int[] known = new int[64];

  /** A number per word that elided ones share with the next. */
  int[] place = new int[64];

  int englishVotes;
  int frenchVotes;

  private final WordTrie trie;
  private final int[] wordFlags;
  private final String[][] contractions;
  private String text = "";
  private boolean isEnglish;
  private int limit;
  private int letterCount;

  // The word that is being read.
  private boolean isOpen;
  private int wordFrom;
  private int wordStart;
  private int wordEnd;
  private int wordNode;
  private int wordKnown;
  private boolean isAccented;
  private boolean hasApostrophe;

  private int pending;
  private boolean isBreak;
  private int sentences;
  private int places;

  /**
   * Makes room for texts.
   *
   * @param wordFlags the {@link Words} flags of each entry of the trie
   * @param contractions what each entry stands for, if it is a contraction
   */
  Tokens(WordTrie trie, int[] wordFlags, String[][] contractions) {
    this.trie = trie;
    this.wordFlags = wordFlags;
    this.contractions = contractions;
  }

  /**
   * Reads any text, even one with unpaired surrogates.
   *
   * @param english whether it is known to be English
   */
  void read(String text, boolean english) {
    begin(text, english);
    int i = 0;
    while (i < limit) {
      char c = text.charAt(i);
      char folded = c < TABLE_SIZE ? TABLE[c] : SLOW;
      if (folded >= FIRST_LETTER) {
        i = run(i);
      } else if (folded == SPACE) {
        close();
        i++;
      } else {
        i = other(i, c);
      }
    }
    close();
    this.text = "";
  }

  private void begin(String text, boolean english) {
    this.text = text;
    isEnglish = english;
    limit = Math.min(text.length(), MOST);
    count = 0;
    letterCount = 0;
    englishVotes = 0;
    frenchVotes = 0;
    isOpen = false;
    pending = 0;
    isBreak = false;
    sentences = 0;
    places = 0;
    if (letters.length < limit + 64) {
      letters = new char[limit + limit / 8 + 64];
    }
  }

  private void open(int at) {
    isOpen = true;
    wordFrom = letterCount;
    wordStart = at;
    wordNode = WordTrie.ROOT;
    isAccented = false;
    hasApostrophe = false;
  }

  /** Reads plain letters from {@code at} on, and returns where they end. */
  private int run(int at) {
    if (!isOpen) {
      open(at);
    }
    String read = text;
    char[] out = letters;
    int size = letterCount;
    int last = limit;
    int current = wordNode;
    int seen = 0;
    int i = at;
    if (out.length - size < last - at) {
      out = grow(last - at);
    }
    if (current >= 0) {
      int[] base = trie.base;
      int[] check = trie.check;
      while (i < last) {
        char c = read.charAt(i);
        char folded = c < TABLE_SIZE ? TABLE[c] : SLOW;
        if (folded < FIRST_LETTER) {
          break;
        }
        int next = base[current] + (folded < 128 ? folded : trie.code(folded));
        if (check[next] != current) {
          wordKnown = size - wordFrom;
          current = ~current;
          break;
        }
        current = next;
        out[size++] = folded;
        seen |= c;
        i++;
      }
    }
    if (current < 0) {
      while (i < last) {
        char c = read.charAt(i);
        char folded = c < TABLE_SIZE ? TABLE[c] : SLOW;
        if (folded < FIRST_LETTER) {
          break;
        }
        out[size++] = folded;
        seen |= c;
        i++;
      }
    }
    letterCount = size;
    wordNode = current;
    wordEnd = i;
    isAccented |= seen >= 128 && hasAccent(at, i);
    return i;
  }

  private boolean hasAccent(int first, int last) {
    for (int i = first; i < last; i++) {
      char c = text.charAt(i);
      if (c >= 128 && Folding.hasFrenchAccent(c)) {
        return true;
      }
    }
    return false;
  }

  private char[] grow(int more) {
    letters = Arrays.copyOf(letters, letterCount + more + letters.length / 2 + 64);
    return letters;
  }

  private void append(char letter) {
    if (letterCount + MANY_LETTERS >= letters.length) {
      grow(MANY_LETTERS);
    }
    letters[letterCount++] = letter;
    if (wordNode >= 0) {
      int next = trie.next(wordNode, letter);
      if (next < 0) {
        wordKnown = letterCount - 1 - wordFrom;
        wordNode = ~wordNode;
      } else {
        wordNode = next;
      }
    }
  }

  /** Reads what is not a plain letter, and returns where the next begins. */
  private int other(int at, char c) {
    switch (c) {
      case '\'', '\u2019', '\u2018', '\u02bc', '`', '\u00b4', '\u2032' -> {
        return apostrophe(at);
      }
      case '-', '\u2010', '\u2011' -> {
        boolean joins = isOpen && wordEnd == at && isLetterAt(at + 1);
        close();
        pending |= joins ? HYPHEN : isSpaceAt(at - 1) && isSpaceAt(at + 1) ? COMMA : 0;
        return at + 1;
      }
      case '.' -> {
        boolean joins = isOpen && wordEnd == at && isLetterAt(at + 1);
        boolean isAbbreviation = isOpen && (flagsOf(wordNode) & Words.ABBREVIATED) != 0;
        close();
        isBreak |= !joins && !isAbbreviation;
        return at + 1;
      }
      case ',', '(', ')', '\u2013', '\u2014', '\u00ab', '\u00bb', '\u060c' -> {
        boolean inNumber = c == ',' && isDigitAt(at - 1) && isDigitAt(at + 1);
        close();
        pending |= inNumber ? 0 : COMMA;
        return at + 1;
      }
      case ':', ';', '=', '<' -> {
        return face(at, c);
      }
      case '!',
          '?',
          '\u2026',
          '\u203c',
          '\u2047',
          '\u2048',
          '\u2049',
          '\u3002',
          '\uff01',
          '\uff1f',
          '\u061f',
          '\n',
          '\r',
          '\u000b',
          '\f',
          '\u0085',
          '\u2028',
          '\u2029' -> {
        close();
        isBreak = true;
        return at + 1;
      }
      default -> {
        return rare(at);
      }
    }
  }

  private int apostrophe(int at) {
    if (!isOpen || wordEnd != at || !isLetterAt(at + 1)) {
      close();
      return at + 1;
    }
    int wordFlag = flagsOf(wordNode);
    if ((wordFlag & Words.ELIDED) != 0) {
      close();
      pending |= ELISION;
      return at + 1;
    }
    char next = text.charAt(at + 1);
    if ((next == 's' || next == 'S') && !isLetterAt(at + 2) && !isMarkAt(at + 2)) {
      close();
      if ((wordFlag & Words.WITH_IS) != 0) {
        open(at + 1);
        append('i');
        append('s');
        wordEnd = at + 2;
        close();
      }
      return at + 2;
    }
    hasApostrophe = true;
    wordEnd = at + 1;
    return at + 1;
  }

  private int face(int at, char c) {
    int size = Emoji.typedLength(text, at, limit);
    if (size > 0 && !(c == ':' && at + 2 < limit && text.charAt(at + 2) == '/')) {
      emoji(Emoji.typed(text, at, size), at, at + size);
      return at + size;
    }
    close();
    pending |= c == ';' ? SEMICOLON : c == ':' ? COMMA : 0;
    return at + 1;
  }

  private int rare(int at) {
    int codePoint = text.codePointAt(at);
    int next = Math.min(at + Character.charCount(codePoint), limit);
    if (codePoint >= TABLE_SIZE && Emoji.is(codePoint)) {
      int end = Emoji.end(text, at, limit);
      emoji(codePoint, at, end);
      return end;
    }
    String folded = Folding.of(codePoint);
    if (!folded.isEmpty()) {
      if (isOpen && wordEnd != at) {
        close();
      }
      if (!isOpen) {
        open(at);
      }
      for (int i = 0; i < folded.length(); i++) {
        append(folded.charAt(i));
      }
      isAccented |= Folding.hasFrenchAccent(codePoint);
      wordEnd = next;
    } else if (Folding.isMark(codePoint) || Folding.isLetter(codePoint)) {
      // An accent belongs to the letter before it; a letter that folds to nothing is one, too.
      if (isOpen && wordEnd == at) {
        wordEnd = next;
        isAccented |= Folding.hasFrenchAccent(codePoint);
      } else if (count > 0 && end[count - 1] == at) {
        end[count - 1] = next;
      }
    } else if (Folding.isInvisible(codePoint)) {
      if (isOpen && wordEnd == at) {
        wordEnd = next;
      }
    } else {
      close();
    }
    return next;
  }

  private void emoji(int codePoint, int at, int stop) {
    close();
    // A face behind a full stop belongs to what was said before it, unless a new line began.
    boolean belongsBefore = isBreak && count > 0 && !hasLineEnd(end[count - 1], at);
    boolean waits = belongsBefore;
    if (belongsBefore) {
      isBreak = false;
    }
    open(at);
    if (codePoint >= 0x10000) {
      append(Character.highSurrogate(codePoint));
      append(Character.lowSurrogate(codePoint));
    } else {
      append((char) codePoint);
    }
    wordEnd = stop;
    pending |= EMOJI;
    close();
    isBreak = waits;
  }

  private boolean hasLineEnd(int first, int last) {
    // Looks at a few characters only, so that many faces in a row stay cheap.
    for (int i = first; i < last && i < first + 16; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        return true;
      }
    }
    return false;
  }

  /** Ends the word that is being read, if any. */
  private void close() {
    if (!isOpen) {
      return;
    }
    isOpen = false;
    int size = letterCount - wordFrom;
    int wordFlag = flagsOf(wordNode);
    if (isBreak) {
      sentences++;
      isBreak = false;
    }
    if ((wordFlag & (Words.CONTRACTED | Words.WITH_APOSTROPHE)) != 0 && isContraction(wordFlag)) {
      String[] parts = contractions[trie.entry[wordNode]];
      for (int i = 0; i < parts.length; i++) {
        wordFrom = letterCount;
        wordNode = WordTrie.ROOT;
        for (int k = 0; k < parts[i].length(); k++) {
          append(parts[i].charAt(k));
        }
        pending |= i > 0 ? SAME_PLACE : 0;
        add(parts[i].length(), flagsOf(wordNode));
      }
      return;
    }
    if (wordNode < 0 && isLongDrawn(size)) {
      pending |= LONG_DRAWN;
    }
    add(size, wordFlag);
  }

  private boolean isContraction(int wordFlag) {
    if (hasApostrophe) {
      return true;
    }
    if ((wordFlag & Words.CONTRACTED) == 0) {
      return false;
    }
    return (wordFlag & Words.IN_ENGLISH) == 0 || isEnglish || englishVotes > frenchVotes;
  }

  private boolean isLongDrawn(int size) {
    // A word that is long-drawn leaves the trie at a letter that it has had just before.
    int left = wordFrom + wordKnown;
    if (wordKnown == 0 || letters[left] != letters[left - 1]) {
      return false;
    }
    for (int i = wordFrom + 2; i < wordFrom + size; i++) {
      if (letters[i] == letters[i - 1] && letters[i] == letters[i - 2] && letters[i] > '9') {
        return true;
      }
    }
    return false;
  }

  private void add(int size, int wordFlag) {
    if (count == start.length) {
      growTokens();
    }
    int i = count++;
    from[i] = wordFrom;
    length[i] = size;
    start[i] = wordStart;
    end[i] = wordEnd;
    node[i] = wordNode;
    sentence[i] = sentences;
    flags[i] = (byte) pending;
    if ((pending & (ELISION | EMOJI)) == 0) {
      places++;
    }
    place[i] = places;
    pending = 0;
    known[i] = wordNode < 0 ? wordKnown : size;
    englishVotes += wordFlag & Words.ENGLISH;
    frenchVotes += (wordFlag & Words.FRENCH) >> 1;
    if (isAccented) {
      frenchVotes++;
    }
  }

  private void growTokens() {
    int capacity = 2 * count;
    from = Arrays.copyOf(from, capacity);
    length = Arrays.copyOf(length, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    sentence = Arrays.copyOf(sentence, capacity);
    flags = Arrays.copyOf(flags, capacity);
    node = Arrays.copyOf(node, capacity);
    place = Arrays.copyOf(place, capacity);
    known = Arrays.copyOf(known, capacity);
  }

  private int flagsOf(int at) {
    return at > 0 ? wordFlags[trie.entry[at]] : 0;
  }

  private boolean isLetterAt(int at) {
    if (at >= limit) {
      return false;
    }
    char c = text.charAt(at);
    if (c < TABLE_SIZE) {
      return TABLE[c] >= FIRST_LETTER || !Folding.of(c).isEmpty();
    }
    // U+02BC is a letter to Unicode and an apostrophe to us.
    return c != '\u02bc' && !Folding.of(text.codePointAt(at)).isEmpty();
  }

  private boolean isMarkAt(int at) {
    return at < limit && Folding.isMark(text.codePointAt(at));
  }

  private boolean isDigitAt(int at) {
    return at >= 0 && at < limit && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isSpaceAt(int at) {
    return at >= 0 && at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0');
  }

  /** Returns how many UTF-16 units there is room for. */
  int room() {
    return letters.length;
  }

  /** Returns the folded letters of a token. */
  String letters(int token) {
    return new String(letters, from[token], length[token]);
  }

  boolean is(int token, int flag) {
    return (flags[token] & flag) != 0;
  }
}
