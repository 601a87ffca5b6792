package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file, so that all of it is told at once. */
final class Mistakes {

  /** A file with more is not a survey; the rest would not help. */
  static final int MAX = 100;

  /** Messages quote the file, and a value can be as long as a file. */
  private static final int MAX_TEXT = 500;

  private final String file;
  private final List<Mistake> found = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Mistake> sorted() {
    List<Mistake> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
    return sorted;
  }

  void add(Node at, String message, String advice) {
    add(at.line(), at.column(), message, advice);
  }

  void add(int line, int column, String message, String advice) {
    if (found.size() < MAX) {
      found.add(new Mistake(file, line, column, shortened(message), shortened(advice)));
    }
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  /** Returns what {@code make} returns, or null after having noted why the value is refused. */
  <T> @Nullable T attempt(Node at, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      add(at, message == null ? "value is refused" : message, "");
      return null;
    }
  }

  /** Returns advice that names the likeliest of the known words, or all of them. */
  static String suggest(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String each : known) {
      int distance = distance(word.toLowerCase(Locale.ROOT), each.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    int near = Math.max(1, Math.min(word.length(), best == null ? 0 : best.length()) / 3);
    return best != null && least <= near
        ? "did you mean '" + best + "'?"
        : "use one of " + String.join(", ", known);
  }

  /** Levenshtein's edit distance (1966), with the neighbours' swap of a typing hand as one edit. */
  private static int distance(String a, String b) {
    if (a.length() > 64) {
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
