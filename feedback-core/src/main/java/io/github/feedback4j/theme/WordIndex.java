package io.github.feedback4j.theme;

import java.util.Map;

/**
 * Words of plain letters and digits as numbers, so that a text's word is compared with all of them
 * without a look at its letters.
 *
 * <p>Immutable once built.
 */
final class WordIndex {

  // An open hash table. A letter takes six bits, so a number is ten letters, and equal numbers are
  // equal words; a longer word has its first letters in one number, and its last ones and its
  // length
  // in another. A word has four places and no others, or a pack could be made of words that all
  // want
  // the same one; where they are taken, the trie tells.

  /** What {@link #find} gives where only the trie can tell. */
  static final int UNTOLD = -1;

  static final int LETTER_BITS = 6;

  /** So many letters are one number. */
  static final int LETTERS = 10;

  /** The most letters of a word that the index has: two numbers that share two letters. */
  static final int LONGEST = 2 * LETTERS - 2;

  private static final long ALL_LETTERS = (1L << (LETTER_BITS * LETTERS)) - 1;
  private static final int DIGITS_FROM = 27;
  private static final int BUCKET = 4;
  private static final int LEAST_BITS = 6;

  // The golden ratio's digits: neighbours go far apart (Knuth, The Art of Computer Programming,
  // 6.4).
  private static final long MIX = 0x9e3779b97f4a7c15L;

  // One in each letter's lowest and highest bit.
  private static final long LOWEST = 0x0041041041041041L;
  private static final long HIGHEST = LOWEST << (LETTER_BITS - 1);

  private final long[] keys;
  private final long[] heads;
  private final int[] entries;
  private final int bits;

  /**
   * Builds an index.
   *
   * @param words each word, folded, with its entry, at least 1; those that are too long, or have other
   *     letters, are passed over
   */
  WordIndex(Map<String, Integer> words) {
    bits = bits(words.size());
    keys = new long[1 << bits];
    heads = new long[keys.length];
    entries = new int[keys.length];
    words.forEach((word, entry) -> {
      long key = key(word);
      if (key != 0) {
        put(key, head(word), entry);
      }
    });
  }

  private static int bits(int words) {
    int bits = LEAST_BITS;
    while (1L << bits < 4L * words) {
      bits++;
    }
    return bits;
  }

  private void put(long key, long head, int entry) {
    int first = slot(key, bits) & -BUCKET;
    for (int at = first; at < first + BUCKET; at++) {
      if (keys[at] == 0) {
        keys[at] = key;
        heads[at] = head;
        entries[at] = entry;
        return;
      }
    }
  }

  /** Returns the entry of a word of at most {@link #LETTERS}, 0 if it has none, or {@link #UNTOLD}. */
  int find(long key) {
    // Whether a word is known is as likely as not, so nothing here branches on it.
    int first = slot(key, bits) & -BUCKET;
    int at = first + BUCKET - 1;
    long last = keys[at];
    at = keys[first + 2] == key ? first + 2 : at;
    at = keys[first + 1] == key ? first + 1 : at;
    at = keys[first] == key ? first : at;
    int found = keys[at] == key ? entries[at] : 0;
    return last == 0 || found > 0 ? found : UNTOLD;
  }

  /**
   * Returns the entry of a longer word, 0 if it has none, or {@link #UNTOLD}.
   *
   * @param key its last letters and its length, as {@link #key(long, int)} has them
   * @param head its first letters
   */
  int find(long key, long head) {
    int first = slot(key, bits) & -BUCKET;
    for (int at = first; at < first + BUCKET; at++) {
      if (keys[at] == key && heads[at] == head) {
        return entries[at];
      }
    }
    return keys[first + BUCKET - 1] == 0 ? 0 : UNTOLD;
  }

  /** Returns the place that a word wants in a table of 2 to the power of {@code bits} places. */
  static int slot(long key, int bits) {
    return (int) ((key * MIX) >>> (Long.SIZE - bits));
  }

  /** Returns the number of a word, or 0 if it is too long or has other letters. */
  static long key(String word) {
    if (word.length() > LONGEST || word.chars().anyMatch(each -> code((char) each) == 0)) {
      return 0;
    }
    return key(letters(word, Math.max(0, word.length() - LETTERS), word.length()), word.length());
  }

  /** Returns the number of a word of so many letters, of which these are the last ones. */
  static long key(long lastLetters, int length) {
    long excess = Math.max(0, length - LETTERS);
    return (lastLetters & ALL_LETTERS) | (excess << (LETTER_BITS * LETTERS));
  }

  private static long head(String word) {
    return word.length() <= LETTERS ? 0 : letters(word, 0, LETTERS);
  }

  private static long letters(String word, int from, int to) {
    long letters = 0;
    for (int i = from; i < to; i++) {
      letters = (letters << LETTER_BITS) | code(word.charAt(i));
    }
    return letters;
  }

  /** Returns what a folded letter or digit is in a number, 1 to 36, or 0 if it is none of these. */
  static int code(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a' + 1;
    }
    return letter >= '0' && letter <= '9' ? letter - '0' + DIGITS_FROM : 0;
  }

  /**
   * Returns whether letters may have the same one three times in a row; if not, they have not.
   *
   * @param length how many letters these are, at most {@link #LETTERS}
   */
  static boolean mayHaveTriple(long letters, int length) {
    long differences = letters ^ (letters >>> LETTER_BITS);
    // The highest bit of each letter that is like the one before it, and of some others.
    long same =
        (differences - LOWEST) & ~differences & HIGHEST & ((1L << (LETTER_BITS * length)) - 1);
    return (same & (same >>> LETTER_BITS)) != 0;
  }
}
