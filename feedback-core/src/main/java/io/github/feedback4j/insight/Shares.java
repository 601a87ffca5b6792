package io.github.feedback4j.insight;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amounts of strata, made to add up to 1. */
final class Shares {

  private Shares() {}

  /**
   * Returns the share of each stratum, in alphabetical order; no strata without any amount.
   *
   * @throws IllegalArgumentException that names the first amount which is below 0 or not finite
   */
  static SortedMap<String, Double> of(String what, Map<String, ? extends Number> amounts) {
    SortedMap<String, Double> shares = new TreeMap<>();
    amounts.forEach((stratum, amount) -> {
      double value = amount.doubleValue();
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "%s of stratum '%s' must be at least 0 and finite, but was %s"
                .formatted(what, stratum, amount));
      }
      shares.put(stratum, value);
    });
    double total = shares.values().stream().mapToDouble(each -> each).sum();
    if (!(total > 0)) {
      return new TreeMap<>();
    }
    shares.replaceAll((stratum, amount) -> amount / total);
    return shares;
  }
}
