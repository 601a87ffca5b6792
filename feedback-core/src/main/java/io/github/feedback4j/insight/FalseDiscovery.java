package io.github.feedback4j.insight;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for the number of questions that were asked at once.
 *
 * <p>Twenty teams that are all alike give one "significant" team at 5 %. The adjusted p-value of
 * Benjamini &amp; Hochberg (1995) is the smallest share of false findings among all findings that one
 * has to accept to call this one a finding.
 *
 * @since 0.1
 */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * Returns the adjusted p-values, in the order of the p-values.
   *
   * <p>In ascending order of the p-values it is the minimum of m · p₍ⱼ₎/j over all j from the rank of
   * this one on, and at most 1 (Benjamini &amp; Hochberg 1995; step-up form of Yekutieli &amp; Benjamini
   * 1999). It is never below the p-value itself; for a single p-value it is that one. An empty array
   * gives an empty one.
   *
   * @param p the p-values, 0 to 1
   * @throws IllegalArgumentException that names the first p-value which is out of bounds
   */
  public static double[] adjusted(double... p) {
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new IllegalArgumentException(
            "p-value %d must be between 0 and 1, but was %s".formatted(i, p[i]));
      }
    }
    int[] descending = IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
        .mapToInt(Integer::intValue)
        .toArray();
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int i = 0; i < descending.length; i++) {
      int rank = p.length - i;
      smallest = Math.min(smallest, p[descending[i]] * ((double) p.length / rank));
      adjusted[descending[i]] = smallest;
    }
    return adjusted;
  }
}
