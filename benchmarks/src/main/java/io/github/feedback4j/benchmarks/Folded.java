package io.github.feedback4j.benchmarks;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text in the form in which a plain automaton finds phrases whatever their case, accents and
 * punctuation: folded words with one space before each, and {@code " ."} where a sentence ends.
 *
 * <p>It does without the tagger's own tables, so that both can be compared.
 */
final class Folded {

  /** Every character of the Latin blocks, folded: 0 where there is none, 1 for a sentence's end. */
  private static final char[] TABLE = new char[0x250];

  static {
    for (char c = 0; c < TABLE.length; c++) {
      String plain =
          Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
      char first = plain.charAt(0);
      TABLE[c] = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9') ? first : 0;
    }
    TABLE['œ'] = 'o';
    TABLE['Œ'] = 'o';
    for (char c : ".!?\n".toCharArray()) {
      TABLE[c] = 1;
    }
  }

  private Folded() {}

  /** Returns a text folded. */
  static String of(String text) {
    char[] room = new char[room(text)];
    return new String(room, 0, fold(text, room));
  }

  /** Returns how many characters a text may become. */
  static int room(String text) {
    return 2 * text.length() + 2;
  }

  /** Folds a text into {@code out}, and returns how many characters it became. */
  static int fold(String text, char[] out) {
    int size = 0;
    boolean isOpen = false;
    boolean isEnd = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char folded = c < TABLE.length ? TABLE[c] : 0;
      if (folded > 1) {
        if (!isOpen) {
          if (isEnd) {
            out[size++] = ' ';
            out[size++] = '.';
            isEnd = false;
          }
          out[size++] = ' ';
          isOpen = true;
        }
        out[size++] = folded;
        if (c == 'œ' || c == 'Œ') {
          out[size++] = 'e';
        }
      } else {
        isOpen = false;
        isEnd |= folded == 1;
      }
    }
    out[size++] = ' ';
    return size;
  }
}
