package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.ResponseCounts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much alike the response rates of groups are: the R-indicator, 1 where all answer equally often,
 * towards 0 where some always do and others never.
 *
 * <p>{@code R = 1 − 2 S}, where {@code S² = Σ N(h) (ρ(h) − ρ)²/(N − 1)} over the invitations N(h) and
 * response rates ρ(h) of the groups (Schouten, Cobben &amp; Bethlehem 2009). Its standard error is that
 * of the delta method, {@code 2 √Σ (N(h)(ρ(h) − ρ)/((N − 1) S))² ρ(h)(1 − ρ(h))/N(h)}. A high response
 * rate with a low R can mislead more than a low one with a high R. Chance alone makes rates differ, so
 * compare R with {@link #byChance}.
 *
 * @param invited the number of invitations
 * @param answered how many of them were answered
 * @param indicator R, 0 to 1, or empty without two groups that were invited, or without any answer
 * @param byChance what R would be, on average, if all groups were equally likely to answer: {@code 1 −
 *     2 √(Σ ρ(1 − ρ)(1 − N(h)/N)/(N − 1))}, at least 0
 * @since 0.1
 */
public record Representativeness(
    long invited, long answered, Optional<Estimate> indicator, double byChance) {

  /** Returns the R-indicator with a 95 % interval. */
  public static Representativeness of(Map<String, ResponseCounts> groups) {
    return of(groups, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the R-indicator.
   *
   * @param groups the invitations and answers of each group
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds, or names a group that has more
   *     answers than invitations
   * @throws ArithmeticException if there are more invitations than a long can hold
   */
  public static Representativeness of(Map<String, ResponseCounts> groups, double level) {
    StandardNormal.quantile(level);
    ResponseCounts total = ResponseCounts.none();
    int invitedGroups = 0;
    for (Map.Entry<String, ResponseCounts> each : new TreeMap<>(groups).entrySet()) {
      ResponseCounts counts = each.getValue();
      if (counts.answered() > counts.invited()) {
        throw new IllegalArgumentException(
            "answered of group '%s' must be at most its %d invitations, but was %d"
                .formatted(each.getKey(), counts.invited(), counts.answered()));
      }
      total = total.plus(counts);
      invitedGroups += counts.invited() > 0 ? 1 : 0;
    }
    long n = total.invited();
    if (invitedGroups < 2 || total.answered() == 0) {
      return new Representativeness(n, total.answered(), Optional.empty(), 1);
    }
    double rate = (double) total.answered() / n;
    double variance = 0;
    double noise = 0;
    for (ResponseCounts each : groups.values()) {
      if (each.invited() > 0) {
        double apart = (double) each.answered() / each.invited() - rate;
        variance += each.invited() / (n - 1.0) * (apart * apart);
        noise += rate * (1 - rate) * (1 - (double) each.invited() / n) / (n - 1.0);
      }
    }
    double spread = Math.sqrt(variance);
    double error = 2 * (spread > 0 ? spreadError(groups, rate, n, spread) : Math.sqrt(noise));
    return new Representativeness(
        n,
        total.answered(),
        Optional.of(Estimate.within(0, 1, Math.max(0, 1 - 2 * spread), n, error, level)),
        Math.max(0, 1 - 2 * Math.sqrt(noise)));
  }

  /** Returns the standard error of S, which must be above 0. */
  private static double spreadError(
      Map<String, ResponseCounts> groups, double rate, long n, double spread) {
    double sum = 0;
    for (ResponseCounts each : groups.values()) {
      if (each.invited() > 0) {
        double rho = (double) each.answered() / each.invited();
        double slope = each.invited() / (n - 1.0) * (rho - rate) / spread;
        sum += slope * slope * rho * (1 - rho) / each.invited();
      }
    }
    return Math.sqrt(sum);
  }
}
