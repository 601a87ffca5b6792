package io.github.feedback4j.theme;

import java.util.Arrays;
import java.util.Set;

/**
 * The letters and digits of a text without case and accents, each with its place in the original
 * and with what stands before it.
 *
 * <p>Composed and decomposed input give the same letters. Immutable once constructed.
 */
final class FoldedText {

  // The words that French cuts short before a vowel. Others with an apostrophe inside
  // ("aujourd'hui", "don't") are one word.
  private static final Set<String> ELIDED =
      Set.of("l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

  private static final int LONGEST_ELIDED = 6;

  private final String text;
  private char[] letters;
  private int[] starts;
  private int[] ends;
  private Gap[] gaps;
  private int length;

  private Gap pending = Gap.BREAK;
  private int wordStart;

  private FoldedText(String text) {
    this.text = text;
    int capacity = text.length() + 1;
    letters = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    gaps = new Gap[capacity];
  }

  /** Returns the letters of any text, even one with unpaired surrogates. */
  static FoldedText of(String text) {
    FoldedText folded = new FoldedText(text);
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int codePoint = text.codePointAt(at);
      next = at + Character.charCount(codePoint);
      folded.read(codePoint, at, next);
    }
    folded.gaps[folded.length] = Gap.BREAK;
    return folded;
  }

  /** Returns the number of letters. */
  int length() {
    return length;
  }

  char letter(int index) {
    return letters[index];
  }

  /** Returns what stands before a letter, or, for {@link #length()}, behind the last one. */
  Gap gapBefore(int index) {
    return gaps[index];
  }

  /** Returns whether a word starts at a letter; also true for {@link #length()}. */
  boolean isBoundary(int index) {
    return gaps[index] != Gap.NONE;
  }

  /** Returns where the letter starts in the original text. */
  int start(int index) {
    return starts[index];
  }

  /** Returns where the letter ends in the original text with its accents, exclusive. */
  int end(int index) {
    return ends[index];
  }

  /** Returns the letters without anything between them. */
  String letters() {
    return new String(letters, 0, length);
  }

  /** Returns the letters with one space between words that no hyphen joins. */
  String spelling() {
    StringBuilder spelling = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0 && gaps[i].compareTo(Gap.HYPHEN) > 0) {
        spelling.append(' ');
      }
      spelling.append(letters[i]);
    }
    return spelling.toString();
  }

  /** Returns whether a sentence or a line ends between two letters. */
  boolean hasInnerBreak() {
    for (int i = 1; i < length; i++) {
      if (gaps[i] == Gap.BREAK) {
        return true;
      }
    }
    return false;
  }

  private void read(int codePoint, int at, int next) {
    switch (codePoint) {
      case '\'', '\u2019', '\u2018', '\u02bc', '`', '\u00b4', '\u2032' -> apostrophe(next);
      case '-', '\u2010', '\u2011' -> widen(isInWord(next) ? Gap.HYPHEN : Gap.SPACE);
      // Between two letters it is "3.5", "e.g" or "node.js".
      case '.' -> widen(isInWord(next) ? Gap.SPACE : Gap.BREAK);
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
          '\u2029' -> widen(Gap.BREAK);
      default -> readOther(codePoint, at, next);
    }
  }

  private void readOther(int codePoint, int at, int next) {
    String folded = Folding.of(codePoint);
    if (!folded.isEmpty()) {
      append(folded, at, next);
    } else if (Folding.isMark(codePoint) || Character.isLetter(codePoint)) {
      // A letter that folds to nothing is an accent with a width of its own.
      if (length > 0 && ends[length - 1] == at) {
        ends[length - 1] = next;
      }
    } else if (!Folding.isInvisible(codePoint)) {
      widen(Gap.SPACE);
    }
  }

  private void apostrophe(int next) {
    if (!isInWord(next)) {
      widen(Gap.SPACE);
    } else if (isElided() || isPossessive(next)) {
      widen(Gap.APOSTROPHE);
    }
  }

  private void widen(Gap gap) {
    if (gap.compareTo(pending) > 0) {
      pending = gap;
    }
  }

  /** Returns whether a letter was read last and another one follows at {@code next}. */
  private boolean isInWord(int next) {
    return pending == Gap.NONE && hasLetterAt(next);
  }

  private boolean hasLetterAt(int at) {
    // U+02BC is a letter to Unicode and an apostrophe to us.
    return at < text.length()
        && text.charAt(at) != '\u02bc'
        && !Folding.of(text.codePointAt(at)).isEmpty();
  }

  private boolean isElided() {
    int word = length - wordStart;
    return word <= LONGEST_ELIDED && ELIDED.contains(new String(letters, wordStart, word));
  }

  private boolean isPossessive(int next) {
    return Folding.of(text.codePointAt(next)).equals("s") && !hasLetterAt(next + 1);
  }

  private void append(String folded, int start, int end) {
    // Keeps one place free behind the last letter, for the gap at the end of the text.
    if (length + folded.length() >= letters.length) {
      grow(folded.length());
    }
    if (pending != Gap.NONE) {
      wordStart = length;
    }
    for (int i = 0; i < folded.length(); i++) {
      letters[length] = folded.charAt(i);
      starts[length] = start;
      ends[length] = end;
      gaps[length] = pending;
      pending = Gap.NONE;
      length++;
    }
  }

  private void grow(int atLeast) {
    int capacity = letters.length + letters.length / 2 + atLeast + 1;
    letters = Arrays.copyOf(letters, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    gaps = Arrays.copyOf(gaps, capacity);
  }
}
