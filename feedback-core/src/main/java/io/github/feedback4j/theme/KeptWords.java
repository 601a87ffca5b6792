package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * Words whose endings belong to them, although they look like those of forms: "training" is no form
 * of "train" to somebody who looks for the one or the other.
 *
 * <p>Immutable.
 */
final class KeptWords {

  /** What a word of no table is told. */
  static final int NONE = -1;

  private final String[][] words;
  private final int[][] stems;

  /**
   * Makes a table.
   *
   * @param list words, folded, with spaces between; a bar ends the stem of a word: {@code coupe|e}
   */
  KeptWords(String list) {
    List<List<String>> bySize = new ArrayList<>();
    for (String each : list.strip().split("\\s+", -1)) {
      int size = each.replace("|", "").length();
      while (bySize.size() <= size) {
        bySize.add(new ArrayList<>());
      }
      bySize.get(size).add(each);
    }
    words = new String[bySize.size()][];
    stems = new int[bySize.size()][];
    for (int size = 0; size < words.length; size++) {
      List<String> same = bySize.get(size);
      words[size] = same.stream().map(each -> each.replace("|", "")).toArray(String[]::new);
      stems[size] = same.stream().mapToInt(KeptWords::stem).toArray();
    }
  }

  private static int stem(String word) {
    int bar = word.indexOf('|');
    return bar < 0 ? word.length() : bar;
  }

  /** Returns how long the stem of a word is, or {@link #NONE} if it is not in the table. */
  int stem(char[] word, int length) {
    if (length < words.length) {
      String[] same = words[length];
      for (int i = 0; i < same.length; i++) {
        if (Stemmer.ends(word, length, same[i])) {
          return stems[length][i];
        }
      }
    }
    return NONE;
  }
}
