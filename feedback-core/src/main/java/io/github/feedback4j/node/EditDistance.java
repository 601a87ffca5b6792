package io.github.feedback4j.node;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Levenshtein's edit distance (1966), with the neighbours' swap of a typing hand as one edit. */
public final class EditDistance {

  private static final int LONGEST = 64;

  private EditDistance() {}

  /** Returns the known word that differs by few letters, whatever their case, or null. */
  public static @Nullable String nearest(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String each : known) {
      int distance = of(word.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    if (best == null) {
      return null;
    }
    return least <= Math.max(1, Math.min(word.length(), best.length()) / 3) ? best : null;
  }

  private static int of(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
