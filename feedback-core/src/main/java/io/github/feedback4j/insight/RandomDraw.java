package io.github.feedback4j.insight;

import io.github.feedback4j.score.Score;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How surprising a team would be if its answers were drawn at random from those of all teams: the
 * permutation test by three moments.
 */
final class RandomDraw {

  // The problem. Twenty questions call for p-values near 0.0025, and that far out the normal curve
  // behind the interval is wrong where answers are lop-sided: of twenty equal teams with 50 answers
  // each, 98 % of them satisfied, it "finds" one in 15 % of the months.
  //
  // The idea. If teams do not matter, a team is a draw of n from N answers without replacement.
  // Mean,
  // variance and skewness of such a draw are known exactly, and a gamma curve with these three (a
  // Pearson curve of type III) follows its tail, as in Kazi-Aoual, Hitier, Sabatier & Lebreton
  // (1995).
  // For percentages these are the moments of the hypergeometric distribution of Fisher's exact
  // test.
  // With it the same months have a finding in 2 %.
  //
  // Dropped. The exact distribution (out of reach for eleven categories and a million answers), and
  // an
  // Edgeworth correction (which turns back far out, where it is needed).

  private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  // Below it, the two curves are the same to a double.
  private static final double NO_SKEWNESS = 1e-7;

  private RandomDraw() {}

  /**
   * Returns the two-sided p-value, twice that of the side on which the team is.
   *
   * @param team a score with answers
   * @param rest the score of all other teams, with answers
   * @param all the score of both together
   */
  static double p(Score team, Score rest, Score all) {
    double variance = AnswerWeights.variance(all);
    if (variance == 0) {
      return 1;
    }
    double n = team.effectiveN();
    double r = rest.effectiveN();
    double total = n + r;
    double distance = team.value().orElseThrow() - rest.value().orElseThrow();
    double z = distance / (total * Math.sqrt(variance / (n * r * (total - 1))));
    double skewness = total <= 2
        ? 0
        : AnswerWeights.skewness(all)
            * ((r - n) * Math.sqrt(total - 1) / (Math.sqrt(n * r) * (total - 2)));
    return Math.min(1, 2 * tail(Math.abs(z), z < 0 ? -skewness : skewness));
  }

  /** Returns the probability of more than z for a variable with mean 0, variance 1 and a skewness. */
  static double tail(double z, double skewness) {
    if (Math.abs(skewness) < NO_SKEWNESS) {
      return NORMAL.survivalProbability(z);
    }
    double shape = 4 / (skewness * skewness);
    ContinuousDistribution gamma = GammaDistribution.of(shape, 1);
    double reach = z * Math.sqrt(shape);
    return skewness > 0
        ? gamma.survivalProbability(shape + reach)
        : gamma.cumulativeProbability(shape - reach);
  }
}
