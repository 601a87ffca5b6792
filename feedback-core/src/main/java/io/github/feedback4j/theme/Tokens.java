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

  // The text is read once, letter by letter. One look-up says what a character is and, of a letter,
  // which one it is without case and accent; the letters of a word become a number, by which the
  // index knows it, and need not be kept. What is long, contracted or long-drawn, or has
  // something else than plain letters, takes the slow road: its letters are folded one by one and
  // compared along the trie.

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

  // What a character is. Above 0 it is a letter: its code in the index, and whether it has an
  // accent
  // that French has.
  private static final int LETTER = (1 << WordIndex.LETTER_BITS) - 1;
  private static final int ACCENT = 1 << WordIndex.LETTER_BITS;
  private static final byte SPACE = 0;
  private static final byte POINT = -1;
  private static final byte PAUSE = -2;
  private static final byte BREAK = -3;
  private static final byte DASH = -4;
  private static final byte APOSTROPHE = -5;
  private static final byte RARE = -6;

  /** What each UTF-16 unit is; all of them, so that there is no case beyond the table. */
  private static final byte[] KINDS = new byte[1 << Character.SIZE];

  /** The letter that a character is without case and accent, if it is one; else 0. */
  private static final char[] FOLDED = new char[TABLE_SIZE];

  static {
    Arrays.fill(KINDS, RARE);
    for (char c = 0; c < TABLE_SIZE; c++) {
      String folded = Folding.of(c);
      FOLDED[c] = folded.length() == 1 ? folded.charAt(0) : 0;
      int code = WordIndex.code(FOLDED[c]);
      int accent = code > 0 && Folding.hasFrenchAccent(c) ? ACCENT : 0;
      if (code > 0) {
        KINDS[c] = (byte) (code | accent);
      }
    }
    mark(" \t\"#$%&*+/>@[]^_{|}~\u00a0\\", SPACE);
    mark(".", POINT);
    mark(",()\u00ab\u00bb", PAUSE);
    mark("!?\n\r\u000b\f\u0085", BREAK);
    mark("-", DASH);
    mark("'`\u00b4\u2019", APOSTROPHE);
  }

  int count;
  int[] start = new int[64];
  int[] end = new int[64];
  int[] sentence = new int[64];
  byte[] flags = new byte[64];

  /** The entry of the word, or 0. */
  int[] entry = new int[64];

  /** The word's number in the {@link WordIndex}; 0 if its letters are among {@link #letters}. */
  long[] key = new long[64];

  // Of a word that is no number: its letters, and its way along the trie.
  char[] letters = new char[256];
  int[] from = new int[64];
  int[] length = new int[64];

  /** The node of the trie that the word ends in; if it left the trie, ~ the last one on the way. */
  int[] node = new int[64];

  /** How many letters of the word are on a way of the trie. */
  int[] known = new int[64];

  /** A number per word that elided ones share with the next. */
  int[] place = new int[64];

  int englishVotes;
  int frenchVotes;

  private final WordTrie trie;
  private final WordIndex index;
  private final int[] wordFlags;
  private final String[][] contractions;
  private String text = "";

  /** The text, and a space behind it. */
  private char[] units = new char[256];

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
   * @param index the words of the trie
   * @param wordFlags the {@link Words} flags of each entry of the trie
   * @param contractions what each entry stands for, if it is a contraction
   */
  Tokens(WordTrie trie, WordIndex index, int[] wordFlags, String[][] contractions) {
    this.trie = trie;
    this.index = index;
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
      int kind = kind(units[i]);
      if (kind > 0) {
        i = isOpen ? run(i) : words(i);
      } else if (kind == SPACE) {
        close();
        i++;
      } else {
        i = other(i, units[i]);
      }
    }
    close();
    this.text = "";
  }

  private static void mark(String characters, byte kind) {
    for (int i = 0; i < characters.length(); i++) {
      KINDS[characters.charAt(i)] = kind;
    }
  }

  private static int kind(char c) {
    return KINDS[c];
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
    if (units.length <= limit) {
      units = new char[limit + limit / 8 + 64];
    }
    text.getChars(0, limit, units, 0);
    units[limit] = ' ';
  }

  /** Reads words as long as they are plain, and what stands between them; returns where it ends. */
  private int words(int at) {
    char[] read = units;
    int i = at;
    while (true) {
      int first = i;
      long word = 0;
      int seen = 0;
      int kind = kind(read[i]);
      do {
        word = word << WordIndex.LETTER_BITS | (kind & LETTER);
        seen |= kind;
        kind = kind(read[++i]);
      } while (kind > 0);
      int size = i - first;
      if (kind == RARE || size > WordIndex.LONGEST) {
        return run(first);
      }
      int found;
      boolean mayBeLong;
      if (size <= WordIndex.LETTERS) {
        found = index.find(word);
        mayBeLong = WordIndex.mayHaveTriple(word, size);
      } else {
        long head = head(first);
        word = WordIndex.key(word, size);
        found = index.find(word, head);
        mayBeLong = WordIndex.mayHaveTriple(word, WordIndex.LETTERS)
            || WordIndex.mayHaveTriple(head, WordIndex.LETTERS);
      }
      if (found < 0 || (mayBeLong && found == 0)) {
        return run(first);
      }
      int wordFlag = wordFlags[found];
      if ((wordFlag & Words.CONTRACTED) != 0) {
        return run(first);
      }
      if (kind == APOSTROPHE && !((wordFlag & Words.ELIDED) != 0 && isLetterAt(i + 1))) {
        return run(first);
      }
      add(word, found, wordFlag, seen / ACCENT, first, i);
      if (kind == SPACE && i + 1 < limit && kind(read[i + 1]) > 0) {
        i++;
        continue;
      }
      switch (kind) {
        case SPACE -> {}
        case POINT -> isBreak |= !isLetterAt(i + 1) && (wordFlag & Words.ABBREVIATED) == 0;
        case PAUSE -> pending |= isInNumber(i) ? 0 : COMMA;
        case BREAK -> isBreak = true;
        case DASH -> pending |= isLetterAt(i + 1) ? HYPHEN : 0;
        default -> pending |= ELISION;
      }
      // The space behind the text may have been one.
      i = between(Math.min(i + 1, limit));
      if (i == limit || kind(read[i]) <= 0) {
        return i;
      }
    }
  }

  /** Reads simple punctuation that no word stands before, and returns where it ends. */
  private int between(int at) {
    int i = at;
    for (; i < limit; i++) {
      switch (kind(units[i])) {
        case SPACE -> {}
        case POINT, BREAK -> isBreak = true;
        case PAUSE -> pending |= COMMA;
        default -> {
          return i;
        }
      }
    }
    return i;
  }

  private long head(int first) {
    long head = 0;
    for (int i = first; i < first + WordIndex.LETTERS; i++) {
      head = head << WordIndex.LETTER_BITS | (KINDS[units[i]] & LETTER);
    }
    return head;
  }

  private boolean isInNumber(int at) {
    return units[at] == ',' && isDigitAt(at - 1) && isDigitAt(at + 1);
  }

  /** Adds a word of plain letters. */
  private void add(long word, int found, int wordFlag, int accents, int first, int last) {
    int i = next(first, last);
    key[i] = word;
    entry[i] = found;
    englishVotes += wordFlag & Words.ENGLISH;
    frenchVotes += ((wordFlag & Words.FRENCH) >> 1) + accents;
  }

  private void open(int at) {
    isOpen = true;
    wordFrom = letterCount;
    wordStart = at;
    wordNode = WordTrie.ROOT;
    isAccented = false;
    hasApostrophe = false;
  }

  /** Takes plain letters from {@code at} on into the word, and returns where they end. */
  private int run(int at) {
    if (!isOpen) {
      open(at);
    }
    char[] read = units;
    int[] base = trie.base;
    int[] check = trie.check;
    int size = letterCount;
    int current = wordNode;
    int seen = 0;
    int i = at;
    for (int kind = kind(read[i]); kind > 0; kind = kind(read[i])) {
      char letter = FOLDED[read[i++]];
      if (size == letters.length) {
        grow();
      }
      letters[size++] = letter;
      seen |= kind;
      if (current >= 0) {
        // A plain letter is its own number.
        int next = base[current] + letter;
        boolean isKnown = check[next] == current;
        wordKnown = isKnown ? wordKnown : size - 1 - wordFrom;
        current = isKnown ? next : ~current;
      }
    }
    letterCount = size;
    wordNode = current;
    wordEnd = i;
    isAccented |= (seen & ACCENT) != 0;
    return i;
  }

  private void grow() {
    letters = Arrays.copyOf(letters, 2 * letters.length);
  }

  private void append(char letter) {
    if (letterCount == letters.length) {
      grow();
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
        close();
        pending |= isInNumber(at) ? 0 : COMMA;
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

  /** Adds a word that has taken the slow road. */
  private void add(int size, int wordFlag) {
    int i = next(wordStart, wordEnd);
    key[i] = 0;
    entry[i] = wordNode > 0 ? trie.entry[wordNode] : 0;
    from[i] = wordFrom;
    length[i] = size;
    node[i] = wordNode;
    known[i] = wordNode < 0 ? wordKnown : size;
    englishVotes += wordFlag & Words.ENGLISH;
    frenchVotes += ((wordFlag & Words.FRENCH) >> 1) + (isAccented ? 1 : 0);
  }

  /** Makes a token of a place, and returns its number. */
  private int next(int first, int last) {
    if (count == start.length) {
      growTokens();
    }
    int i = count++;
    start[i] = first;
    end[i] = last;
    sentences += isBreak ? 1 : 0;
    isBreak = false;
    sentence[i] = sentences;
    flags[i] = (byte) pending;
    places += (pending & (ELISION | EMOJI)) == 0 ? 1 : 0;
    place[i] = places;
    pending = 0;
    return i;
  }

  private void growTokens() {
    int capacity = 2 * count;
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    sentence = Arrays.copyOf(sentence, capacity);
    flags = Arrays.copyOf(flags, capacity);
    place = Arrays.copyOf(place, capacity);
    entry = Arrays.copyOf(entry, capacity);
    key = Arrays.copyOf(key, capacity);
    from = Arrays.copyOf(from, capacity);
    length = Arrays.copyOf(length, capacity);
    node = Arrays.copyOf(node, capacity);
    known = Arrays.copyOf(known, capacity);
  }

  private int flagsOf(int at) {
    return at > 0 ? wordFlags[trie.entry[at]] : 0;
  }

  private boolean isLetterAt(int at) {
    if (at >= limit) {
      return false;
    }
    char c = units[at];
    if (c < TABLE_SIZE) {
      return KINDS[c] > 0 || !Folding.of(c).isEmpty();
    }
    // U+02BC is a letter to Unicode and an apostrophe to us.
    return c != '\u02bc' && !Folding.of(text.codePointAt(at)).isEmpty();
  }

  private boolean isMarkAt(int at) {
    return at < limit && Folding.isMark(text.codePointAt(at));
  }

  private boolean isDigitAt(int at) {
    return at >= 0 && at < limit && units[at] >= '0' && units[at] <= '9';
  }

  private boolean isSpaceAt(int at) {
    return at >= 0 && at < limit && (units[at] == ' ' || units[at] == '\u00a0');
  }

  /** Returns how many UTF-16 units there is room for. */
  int room() {
    return Math.max(units.length, letters.length);
  }

  /** Returns the folded letters of a token. */
  String letters(int token) {
    char[] room = new char[size(token)];
    spell(token, room, room.length);
    return new String(room);
  }

  /** Returns how many folded letters a token has. */
  int size(int token) {
    return key[token] == 0 ? length[token] : end[token] - start[token];
  }

  /** Writes the folded letters of a token into a room, so that they end before {@code last}. */
  void spell(int token, char[] room, int last) {
    if (key[token] == 0) {
      System.arraycopy(letters, from[token], room, last - length[token], length[token]);
      return;
    }
    int at = last;
    for (int i = end[token] - 1; i >= start[token]; i--) {
      room[--at] = FOLDED[units[i]];
    }
  }

  boolean is(int token, int flag) {
    return (flags[token] & flag) != 0;
  }
}
