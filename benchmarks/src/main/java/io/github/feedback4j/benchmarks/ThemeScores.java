package io.github.feedback4j.benchmarks;

import io.github.feedback4j.theme.Stance;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts how often somebody finds the themes that people find, and what is said of them.
 *
 * <p>A theme counts once for each comment. F1 is the harmonic mean of precision and recall (van
 * Rijsbergen, 1979), per theme and then averaged over the themes that the test has (macro), or of the
 * counts of all themes together (micro).
 */
final class ThemeScores {

  private static final int RIGHT = 0;
  private static final int WRONG = 1;
  private static final int MISSED = 2;

  private final Map<String, int[]> byTheme = new TreeMap<>();
  private final Set<String> themes;
  private int comments;
  private int covered;
  private int labelled;
  private int judged;
  private int judgedRight;
  private int judgedInMixed;
  private int judgedRightInMixed;

  /** Counts these themes and no others. */
  ThemeScores(Set<String> themes) {
    this.themes = Set.copyOf(themes);
    themes.forEach(each -> byTheme.put(each, new int[3]));
  }

  /** Counts what is found in one comment. */
  void add(Labelled comment, Map<String, Stance> found) {
    Map<String, Stance> labels = comment.themes();
    comments++;
    covered += found.keySet().stream().anyMatch(themes::contains) ? 1 : 0;
    labelled += labels.keySet().stream().anyMatch(themes::contains) ? 1 : 0;
    byTheme.forEach((theme, counts) -> {
      boolean isThere = labels.containsKey(theme);
      boolean isFound = found.containsKey(theme);
      counts[RIGHT] += isThere && isFound ? 1 : 0;
      counts[WRONG] += !isThere && isFound ? 1 : 0;
      counts[MISSED] += isThere && !isFound ? 1 : 0;
    });
    labels.forEach((theme, stance) -> {
      Stance said = found.get(theme);
      if (said != null && (stance == Stance.POSITIVE || stance == Stance.NEGATIVE)) {
        judge(said == stance, comment.isMixed());
      }
    });
  }

  private void judge(boolean right, boolean inMixed) {
    judged++;
    judgedRight += right ? 1 : 0;
    judgedInMixed += inMixed ? 1 : 0;
    judgedRightInMixed += inMixed && right ? 1 : 0;
  }

  /** Returns the mean F1 of the themes that the comments have. */
  double macro() {
    return byTheme.values().stream()
        .filter(each -> each[RIGHT] + each[MISSED] > 0)
        .mapToDouble(ThemeScores::f1)
        .average()
        .orElse(Double.NaN);
  }

  /** Returns the F1 of a theme. */
  double f1(String theme) {
    return f1(byTheme.getOrDefault(theme, new int[3]));
  }

  private static double f1(int[] counts) {
    int sum = 2 * counts[RIGHT] + counts[WRONG] + counts[MISSED];
    return sum == 0 ? Double.NaN : 2.0 * counts[RIGHT] / sum;
  }

  /** Returns the F1 of all themes together. */
  double micro() {
    return f1(all());
  }

  double precision() {
    int[] all = all();
    return share(all[RIGHT], all[RIGHT] + all[WRONG]);
  }

  double recall() {
    int[] all = all();
    return share(all[RIGHT], all[RIGHT] + all[MISSED]);
  }

  private int[] all() {
    int[] sum = new int[3];
    for (int[] each : byTheme.values()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += each[i];
      }
    }
    return sum;
  }

  /** Returns the share of comments in which a theme is found. */
  double coverage() {
    return share(covered, comments);
  }

  /** Returns the share of comments that are labelled with a theme. */
  double labelledShare() {
    return share(labelled, comments);
  }

  /** Returns how often a theme that was found and is only praised or only blamed is judged so. */
  double polarity() {
    return share(judgedRight, judged);
  }

  /** Returns the same of comments that praise one thing and blame another. */
  double polarityInMixed() {
    return share(judgedRightInMixed, judgedInMixed);
  }

  int judged() {
    return judged;
  }

  int judgedInMixed() {
    return judgedInMixed;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
