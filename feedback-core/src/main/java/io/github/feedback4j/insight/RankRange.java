package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ranks that a team may truly have: all of them together hold the truth with the level (Klein,
 * Wright &amp; Wieczorek 2020).
 *
 * <p>Each of k teams gets its score interval at the level level^(1/k), so that all intervals hold at
 * once. A team is surely behind those whose interval lies wholly on its better side, and surely ahead
 * of those whose interval lies wholly on its worse side; every other order is possible.
 *
 * @param best the best rank that is possible, 1 or more
 * @param worst the worst rank that is possible, at most {@code of}
 * @param of the number of teams with answers
 * @since 0.1
 */
public record RankRange(int best, int worst, int of) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the ranks are not in ascending order between 1 and {@code of}
   */
  public RankRange {
    if (best < 1 || worst < best || of < worst) {
      throw new IllegalArgumentException(
          "ranks must be in ascending order from 1 to %d, but were %d and %d"
              .formatted(of, best, worst));
    }
  }

  /** Returns the ranges of these teams, each of which has answers to the same metric. */
  static SortedMap<String, RankRange> of(SortedMap<String, Score> teams, double level) {
    int k = teams.size();
    // 1 − level^(1/k) keeps its digits this way, however many teams there are.
    double z = Contrast.zOfTail(-Math.expm1(Math.log(level) / k) / 2);
    double[] worstEnds = ends(teams.values(), -z);
    double[] bestEnds = ends(teams.values(), z);
    SortedMap<String, RankRange> ranges = new TreeMap<>();
    teams.forEach((name, score) -> {
      int surelyAhead = k - firstAbove(worstEnds, goodness(score, z));
      int surelyBehind = firstAtLeast(bestEnds, goodness(score, -z));
      ranges.put(name, new RankRange(1 + surelyAhead, k - surelyBehind, k));
    });
    return ranges;
  }

  private static double[] ends(Collection<Score> scores, double z) {
    double[] ends = scores.stream().mapToDouble(each -> goodness(each, z)).toArray();
    Arrays.sort(ends);
    return ends;
  }

  /** Returns a limit on a scale where more is better: the good one for a positive z. */
  private static double goodness(Score score, double z) {
    double sign = score.metric().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
    double distance = score.reach(sign * z).orElseThrow();
    return sign * score.value().orElseThrow() + Math.signum(z) * distance;
  }

  private static int firstAbove(double[] sorted, double limit) {
    return firstAtLeast(sorted, Math.nextUp(limit));
  }

  private static int firstAtLeast(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
