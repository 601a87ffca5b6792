package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A weighted sum of independent scores of one metric, with the interval that MOVER gives it: the
 * arithmetic behind each {@link Difference}.
 */
final class Contrast {

  // The problem. The difference of two scores needs an interval that is as good as those of the
  // scores: one that has a width when all answers agree, and that leans where the scale ends.
  // Estimate ± z standard errors has neither.
  //
  // The idea (Zou & Donner 2008). A limit of the sum is reached when each part moves towards its
  // own
  // limit. The distance from a score to its limit, divided by z, recovers the standard error that
  // holds there, not that of the estimate. With d_i for the distance from score i to the limit that
  // pulls the sum down (the lower one where the weight a_i is positive, else the upper one),
  //
  //     L = Σ a_i m_i − √(Σ a_i² d_i²),
  //
  // and the same with the other distances for the upper limit.
  //
  // The p-value is 2Φ(−z) for the z whose interval ends at 0. It is found by bisection over z, not
  // over the level: the level of p = 1e-50 is 1 to a double, its z is 14.9. As distances grow with
  // z,
  // an interval excludes 0 just when its own z is smaller than that one, so that interval and
  // p-value
  // tell the same.
  //
  // Dropped. A z-test beside the MOVER interval, which needs no search, but says "significant"
  // beside
  // an interval that covers 0, and the other way round.

  private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  // 2Φ(−40) is 7e-350, less than a double can hold.
  private static final double MAX_Z = 40;

  // The smallest difference of two shares of 10^18 answers each is 1e-36.
  private static final int DIGITS = 60;

  /** What one score contributes. */
  record Term(Side side, double weight, Score score, Score pooled) {

    /** Returns how far this term moves the sum when the score sits at its limit; never negative. */
    private double reach(double z) {
      return weight == 0
          ? 0
          : Math.abs(weight) * score.reach(Math.signum(weight) * z).orElseThrow();
    }

    /**
     * Returns the same for n answers with the pooled shares. Limits depend on z²/n only, so another
     * n is another z.
     */
    private double reachOfPooled(double z, double n) {
      double rescaled = Math.signum(weight) * z * Math.sqrt(pooled.effectiveN() / n);
      return weight == 0 ? 0 : Math.abs(weight) * pooled.reach(rescaled).orElseThrow();
    }
  }

  /** Which of the two groups of answers a score belongs to. */
  enum Side {
    REFERENCE,
    COMPARED
  }

  private final MetricDefinition metric;
  private final List<Term> terms;
  private final double value;

  /** Creates a contrast; without terms it is one for which there are not enough data. */
  Contrast(MetricDefinition metric, List<Term> terms) {
    this.metric = metric;
    this.terms = List.copyOf(terms);
    this.value = hasData() ? sum() : Double.NaN;
  }

  List<Term> terms() {
    return terms;
  }

  /** Returns whether each score has answers. */
  boolean hasData() {
    return !terms.isEmpty() && terms.stream().allMatch(each -> each.score().n() > 0);
  }

  /**
   * Returns the difference of two scores from the counts, rounded half away from zero, or empty if
   * this is another sum, or answers weigh differently; there must be data.
   */
  Optional<BigDecimal> exactly(int decimals) {
    if (!isPlainDifference()) {
      return Optional.empty();
    }
    Tally reference = terms.get(0).score().tally();
    Tally compared = terms.get(1).score().tally();
    BigInteger n1 = BigInteger.valueOf(reference.n());
    BigInteger n2 = BigInteger.valueOf(compared.n());
    BigInteger numerator = sum(compared).multiply(n1).subtract(sum(reference).multiply(n2));
    return Optional.of(new BigDecimal(numerator)
        .divide(new BigDecimal(n1.multiply(n2)), decimals, RoundingMode.HALF_UP));
  }

  private boolean isPlainDifference() {
    return terms.size() == 2 && isPlain(terms.get(0), -1) && isPlain(terms.get(1), 1);
  }

  private static boolean isPlain(Term term, int weight) {
    // Only answers of equal weight are worth as many as they are.
    return term.weight() == weight && term.score().effectiveN() == term.score().n();
  }

  private BigInteger sum(Tally tally) {
    BigInteger sum = BigInteger.ZERO;
    for (Tally.Cell each : tally.cells()) {
      long value = metric.offset() + (long) metric.factor() * metric.scoreOf(each.point());
      sum = sum.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(each.count())));
    }
    return sum;
  }

  /** Returns the sum; there must be data. */
  double value() {
    return value;
  }

  private double sum() {
    // One unhappy answer in four billion is lost when two doubles are subtracted.
    Optional<BigDecimal> exact = exactly(DIGITS);
    if (exact.isPresent()) {
      return exact.get().doubleValue();
    }
    double sum = 0;
    for (Term each : terms) {
      sum += each.weight() * each.score().value().orElseThrow();
    }
    return sum;
  }

  /** Returns the interval; there must be data. */
  ConfidenceInterval interval(double level) {
    return interval(z(level), level, IntervalMethod.MOVER);
  }

  /** Returns the interval that z standard errors give; there must be data. */
  ConfidenceInterval interval(double z, double level, IntervalMethod method) {
    double lowest = 0;
    double highest = 0;
    for (Term each : terms) {
      double atLowest = each.weight() * metric.lowest();
      double atHighest = each.weight() * metric.highest();
      lowest += Math.min(atLowest, atHighest);
      highest += Math.max(atLowest, atHighest);
    }
    // Only rounding can carry a value out of these bounds, and then the limits must follow it.
    double low = Math.min(value, Math.max(lowest, value - reach(-z)));
    double high = Math.max(value, Math.min(highest, value + reach(z)));
    return new ConfidenceInterval(low, high, level, method);
  }

  /** Returns the distance to the upper limit, or for a negative z to the lower one. */
  private double reach(double z) {
    double sum = 0;
    for (Term each : terms) {
      double reach = each.reach(z);
      sum += reach * reach;
    }
    return Math.sqrt(sum);
  }

  /** Returns the z whose interval ends at 0, at most {@link #MAX_Z}; there must be data. */
  double zOfNoDifference() {
    double towardsZero = value > 0 ? -1 : 1;
    double excluding = 0;
    double including = MAX_Z;
    if (value == 0) {
      return 0;
    }
    if (reach(towardsZero * MAX_Z) < Math.abs(value)) {
      return MAX_Z;
    }
    while (true) {
      double middle = excluding + (including - excluding) / 2;
      if (middle <= excluding || middle >= including) {
        return including;
      }
      if (reach(towardsZero * middle) < Math.abs(value)) {
        excluding = middle;
      } else {
        including = middle;
      }
    }
  }

  /** Returns the two-sided p-value of "no difference"; there must be data. */
  double p() {
    return Math.min(1, 2 * NORMAL.survivalProbability(zOfNoDifference()));
  }

  /** Returns how many answers one of the groups has. */
  long n(Side side) {
    return terms.stream()
        .filter(each -> each.side() == side)
        .mapToLong(each -> each.score().n())
        .sum();
  }

  /** Returns how many answers of equal weight would be as informative as those of one group. */
  double effectiveN(Side side) {
    return terms.stream()
        .filter(each -> each.side() == side)
        .mapToDouble(each -> each.score().effectiveN())
        .sum();
  }

  /**
   * Returns the half width that the interval has where both groups share the pooled answers, for so
   * many answers, spread over the scores as they are now; there must be data.
   */
  double halfWidthOfPooled(double referenceN, double comparedN, double level) {
    double z = z(level);
    double up = 0;
    double down = 0;
    for (Term each : terms) {
      double planned = each.side() == Side.REFERENCE ? referenceN : comparedN;
      double n = each.score().effectiveN() * (planned / effectiveN(each.side()));
      double upwards = each.reachOfPooled(z, n);
      double downwards = each.reachOfPooled(-z, n);
      up += upwards * upwards;
      down += downwards * downwards;
    }
    return (Math.sqrt(up) + Math.sqrt(down)) / 2;
  }

  /** Returns the greatest value that the sum can take. */
  double range() {
    double sum = 0;
    for (Term each : terms) {
      sum += Math.max(each.weight() * metric.lowest(), each.weight() * metric.highest());
    }
    return sum;
  }

  /** Returns how many standard errors a two-sided interval of this level spans to each side. */
  static double z(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }

  /** Returns the z that a standard normal number exceeds with this probability. */
  static double zOfTail(double probability) {
    return NORMAL.inverseSurvivalProbability(probability);
  }
}
