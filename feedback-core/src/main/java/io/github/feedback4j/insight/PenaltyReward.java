package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a theme loses points where it goes wrong, earns some where it goes well, or both.
 *
 * <p>Penalty–reward contrast analysis (Brandt 1987): one least-squares regression of the score on two
 * marks per theme, "mentioned as bad" and "mentioned as good". The slopes are what each mark moves the
 * score by while the other marks stay; their standard errors are linearised and hold for unequal
 * variances ({@code n/(n − 1) · A⁻¹ (Σ w² e² x xᵀ) A⁻¹}, as for survey regressions, Binder 1983).
 *
 * @param theme the theme
 * @param negative how many answers mention it as bad
 * @param positive how many mention it as good
 * @param penalty the slope of "bad", in units of the metric
 * @param reward the slope of "good", in units of the metric
 * @param contrast reward + penalty: near 0 if one weighs as much as the other
 * @param kind what follows for the theme
 * @since 0.1
 */
public record PenaltyReward(
    String theme,
    long negative,
    long positive,
    Estimate penalty,
    Estimate reward,
    Estimate contrast,
    Kind kind) {

  /** What kind of theme it is (Matzler &amp; Sauerwein 2002). */
  public enum Kind {
    /** The penalty is clearly greater than the reward: expected as a matter of course. */
    BASIC,
    /** Both are clear, and neither clearly greater: the better, the more points. */
    PERFORMANCE,
    /** The reward is clearly greater than the penalty: nobody misses it, many like it. */
    EXCITEMENT,
    /** The answers do not tell. */
    CANNOT_TELL
  }

  /**
   * The names of the two marks of a theme in the patterns.
   *
   * @param negative the mark of answers that mention it as bad
   * @param positive the mark of answers that mention it as good
   */
  public record Marks(String negative, String positive) {}

  /** Returns the contrasts with 95 % intervals. */
  public static List<PenaltyReward> of(ThemePatterns patterns, Map<String, Marks> themes) {
    return of(patterns, themes, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the contrasts, in alphabetical order of the themes.
   *
   * <p>Themes of which fewer than {@value Drivers#MIN_ANSWERS} answers carry one of the marks, or fewer
   * do not, are left out, and so are those whose marks follow from the marks before them.
   *
   * @param patterns the answers by their marks
   * @param themes the marks of each theme
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds, or the patterns do not have a mark
   */
  public static List<PenaltyReward> of(
      ThemePatterns patterns, Map<String, Marks> themes, double level) {
    StandardNormal.quantile(level);
    Map<String, Marks> enough = new TreeMap<>();
    List<Integer> columns = new ArrayList<>();
    new TreeMap<>(themes).forEach((theme, marks) -> {
      int negative = patterns.indexOf(marks.negative());
      int positive = patterns.indexOf(marks.positive());
      if (isEnough(patterns, marks.negative()) && isEnough(patterns, marks.positive())) {
        enough.put(theme, marks);
        columns.add(negative);
        columns.add(positive);
      }
    });
    if (columns.isEmpty() || !WeightedAnswers.of(patterns.all()).varies()) {
      return List.of();
    }
    Fit fit = new Fit(new ThemeMoments(patterns), columns);
    List<PenaltyReward> contrasts = new ArrayList<>();
    int next = 0;
    for (Map.Entry<String, Marks> each : enough.entrySet()) {
      int bad = next++;
      int good = next++;
      if (fit.has(bad) && fit.has(good)) {
        Estimate penalty = fit.sum(new int[] {bad}, level);
        Estimate reward = fit.sum(new int[] {good}, level);
        Estimate contrast = fit.sum(new int[] {bad, good}, level);
        contrasts.add(new PenaltyReward(
            each.getKey(),
            patterns.mentioning(each.getValue().negative()).n(),
            patterns.mentioning(each.getValue().positive()).n(),
            penalty,
            reward,
            contrast,
            kind(patterns.metric().direction(), penalty, reward, contrast)));
      }
    }
    return List.copyOf(contrasts);
  }

  private static boolean isEnough(ThemePatterns patterns, String mark) {
    Tally marked = patterns.mentioning(mark);
    return marked.n() >= Drivers.MIN_ANSWERS
        && patterns.all().n() - marked.n() >= Drivers.MIN_ANSWERS;
  }

  private static Kind kind(
      Direction direction, Estimate penalty, Estimate reward, Estimate contrast) {
    int sign = direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
    if (contrast.isClear()) {
      return sign * contrast.value() < 0 ? Kind.BASIC : Kind.EXCITEMENT;
    }
    boolean loses = penalty.isClear() && sign * penalty.value() < 0;
    boolean earns = reward.isClear() && sign * reward.value() > 0;
    return loses && earns ? Kind.PERFORMANCE : Kind.CANNOT_TELL;
  }

  /** The least-squares regression on some columns. */
  private static final class Fit {

    private final ThemeMoments moments;
    private final List<Integer> columns;
    private final double[][] inverse;
    private final double[] slopes;

    Fit(ThemeMoments moments, List<Integer> columns) {
      this.moments = moments;
      this.columns = columns;
      this.inverse = moments.inverse(columns);
      this.slopes = new double[columns.size()];
      for (int i = 0; i < slopes.length; i++) {
        for (int j = 0; j < slopes.length; j++) {
          slopes[i] += inverse[i][j] * moments.withScore[columns.get(j)];
        }
      }
    }

    boolean has(int column) {
      return inverse[column][column] > 0;
    }

    /** Returns the sum of some slopes. */
    Estimate sum(int[] chosen, double level) {
      double value = 0;
      for (int each : chosen) {
        value += slopes[each];
      }
      double standardError = moments.standardError((pattern, y) -> {
        double residual = y;
        double direction = 0;
        for (int j = 0; j < slopes.length; j++) {
          int column = columns.get(j);
          double x = ThemeMoments.bit(pattern, column) - moments.shares[column];
          residual -= slopes[j] * x;
          for (int each : chosen) {
            direction += inverse[each][j] * x;
          }
        }
        return direction * residual;
      });
      return Estimate.linearised(value, moments.n, standardError, level);
    }
  }
}
