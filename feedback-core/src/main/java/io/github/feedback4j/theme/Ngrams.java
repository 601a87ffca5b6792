package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one to three stems that several texts of one language have, each with a number.
 *
 * <p>Texts are given in a fixed order, so that the same texts give the same numbers.
 */
final class Ngrams {

  // As in Apriori (Agrawal and Srikant, 1994): a row can only be frequent if its parts are, so that
  // pairs are counted where both words are frequent, and triples where both pairs are. What is
  // counted at all is bounded; beyond, rows that only later texts have are left out.

  /** So many different rows are counted. */
  static final int MOST = 1_000_000;

  static final int LONGEST = 3;

  private static final int BREAK = -1;
  private static final int UNCOUNTED = -2;

  private final Stemmer stemmer;
  private final int least;
  private final List<int[]> texts = new ArrayList<>();
  private final Map<String, Integer> wordNumbers = new HashMap<>();
  private final List<String> stems = new ArrayList<>();
  private final BitSet telling = new BitSet();
  private LongIndex pairs = new LongIndex(0);
  private LongIndex triples = new LongIndex(0);
  private long[] pairKeys = {};
  private long[] tripleKeys = {};
  private int[] frequency = {};
  private boolean isWhole = true;

  /**
   * Starts without a text.
   *
   * @param least in how many texts a row must be
   */
  Ngrams(String language, int least) {
    this.stemmer = Stemmer.of(language);
    this.least = least;
  }

  /** Adds one text, which may be of several pieces. */
  void add(List<WordRow> pieces) {
    Numbers numbers = new Numbers();
    pieces.forEach(each -> read(each, numbers));
    texts.add(numbers.toArray());
  }

  /** Counts the rows, once all texts are there. */
  void count() {
    int words = stems.size();
    int[] wordFrequency = count(words, this::wordAt);
    pairs = new LongIndex(MOST - words);
    for (int[] text : texts) {
      for (int i = 0; i + 1 < text.length; i++) {
        if (isFrequent(text[i], wordFrequency) && isFrequent(text[i + 1], wordFrequency)) {
          isWhole &= pairs.add(key(text[i], text[i + 1])) != LongIndex.NONE;
        }
      }
    }
    int[] pairFrequency = count(pairs.size(), this::pairAt);
    triples = new LongIndex(MOST - words - pairs.size());
    for (int[] text : texts) {
      for (int i = 0; i + 2 < text.length; i++) {
        int first = pairAt(text, i);
        if (isFrequent(first, pairFrequency) && isFrequent(pairAt(text, i + 1), pairFrequency)) {
          isWhole &= triples.add(key(first, text[i + 2])) != LongIndex.NONE;
        }
      }
    }
    pairKeys = new long[pairs.size()];
    tripleKeys = new long[triples.size()];
    for (int[] text : texts) {
      for (int i = 0; i < text.length; i++) {
        keep(text, i);
      }
    }
    int[] tripleFrequency = count(tripleKeys.length, this::tripleAt);
    frequency = new int[words + pairKeys.length + tripleKeys.length];
    System.arraycopy(wordFrequency, 0, frequency, 0, words);
    System.arraycopy(pairFrequency, 0, frequency, words, pairKeys.length);
    System.arraycopy(tripleFrequency, 0, frequency, words + pairKeys.length, tripleKeys.length);
  }

  /** Says which row of one length starts at a word of a text, as its number among them, or -1. */
  private interface Finder {
    int at(int[] text, int place);
  }

  private void keep(int[] text, int at) {
    int pair = pairAt(text, at);
    if (pair >= 0) {
      pairKeys[pair] = key(text[at], text[at + 1]);
      int triple = tripleAt(text, at);
      if (triple >= 0) {
        tripleKeys[triple] = key(pair, text[at + 2]);
      }
    }
  }

  private void read(WordRow row, Numbers numbers) {
    for (int i = 0; i < row.size(); i++) {
      // The first word of a text starts a sentence, too.
      if (row.startsSentence(i)) {
        numbers.add(BREAK);
      }
      String stem = stemmer.stem(row.word(i));
      Integer known = wordNumbers.get(stem);
      if (known == null && stems.size() < MOST) {
        known = stems.size();
        wordNumbers.put(stem, known);
        stems.add(stem);
      }
      if (known == null) {
        isWhole = false;
        numbers.add(UNCOUNTED);
      } else {
        numbers.add(known);
        if (WordRow.isContent(row.word(i))) {
          telling.set(known);
        }
      }
    }
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  private boolean isFrequent(int number, int[] frequencies) {
    return number >= 0 && frequencies[number] >= least;
  }

  private int wordAt(int[] text, int at) {
    return text[at];
  }

  private int pairAt(int[] text, int at) {
    return at + 1 < text.length && text[at] >= 0 && text[at + 1] >= 0
        ? pairs.find(key(text[at], text[at + 1]))
        : -1;
  }

  private int tripleAt(int[] text, int at) {
    if (at + 2 >= text.length || text[at + 2] < 0) {
      return -1;
    }
    int pair = pairAt(text, at);
    return pair < 0 ? -1 : triples.find(key(pair, text[at + 2]));
  }

  private int[] count(int size, Finder finder) {
    int[] frequencies = new int[size];
    int[] last = new int[size];
    Arrays.fill(last, -1);
    for (int k = 0; k < texts.size(); k++) {
      int[] text = texts.get(k);
      for (int i = 0; i < text.length; i++) {
        int number = finder.at(text, i);
        if (number >= 0 && last[number] != k) {
          last[number] = k;
          frequencies[number]++;
        }
      }
    }
    return frequencies;
  }

  /** Returns how many numbers there are; those of rare rows are not used. */
  int size() {
    return frequency.length;
  }

  /** Returns whether every row was counted. */
  boolean isWhole() {
    return isWhole;
  }

  /** Returns the frequent rows of a text that say something, each once, in ascending order. */
  int[] of(int text) {
    Numbers found = new Numbers();
    int[] words = texts.get(text);
    for (int i = 0; i < words.length; i++) {
      for (int length = 1; length <= LONGEST; length++) {
        int number = numberAt(text, i, length);
        if (number >= 0 && frequency[number] >= least && isTelling(number)) {
          found.add(number);
        }
      }
    }
    found.sortDistinct();
    return found.toArray();
  }

  /** Returns the number of the row of so many words at a place of a text, or below 0. */
  private int numberAt(int text, int at, int length) {
    int[] words = texts.get(text);
    int first = stems.size();
    if (length == 1) {
      return words[at];
    }
    int number = length == 2 ? pairAt(words, at) : tripleAt(words, at);
    return number < 0 ? -1 : length == 2 ? first + number : first + pairKeys.length + number;
  }

  /** Returns, for each word of a text, the numbers of the rows of each length that start there. */
  int[][] starting(int text) {
    int[] words = texts.get(text);
    List<int[]> starting = new ArrayList<>();
    for (int at = 0; at < words.length; at++) {
      if (words[at] != BREAK) {
        int[] numbers = new int[LONGEST];
        for (int length = 1; length <= LONGEST; length++) {
          numbers[length - 1] = numberAt(text, at, length);
        }
        starting.add(numbers);
      }
    }
    return starting.toArray(new int[0][]);
  }

  /** Returns in how many texts a row is. */
  int frequency(int number) {
    return frequency[number];
  }

  /** Returns the stems of a row. */
  List<String> stems(int number) {
    List<String> found = new ArrayList<>();
    for (int each : words(number)) {
      found.add(stems.get(each));
    }
    return found;
  }

  /** Returns how many words a row has. */
  int length(int number) {
    int beyond = number - stems.size();
    return beyond < 0 ? 1 : beyond < pairKeys.length ? 2 : LONGEST;
  }

  private int[] words(int number) {
    int pair = number - stems.size();
    if (pair < 0) {
      return new int[] {number};
    }
    if (pair < pairKeys.length) {
      return new int[] {first(pairKeys[pair]), second(pairKeys[pair])};
    }
    long key = tripleKeys[pair - pairKeys.length];
    long start = pairKeys[first(key)];
    return new int[] {first(start), second(start), second(key)};
  }

  private static int first(long key) {
    return (int) (key >>> 32);
  }

  private static int second(long key) {
    return (int) key;
  }

  private boolean isTelling(int number) {
    for (int each : words(number)) {
      if (telling.get(each)) {
        return true;
      }
    }
    return false;
  }
}
