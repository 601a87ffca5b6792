package io.github.feedback4j.benchmarks;

/**
 * What one figure must be, and should be, compared with another of the same run.
 *
 * @param ours the label of our figure
 * @param theirs the label of the other figure, or empty where the target is a number by itself
 * @param must the ratio, or the number, that must be kept, NaN if there is only an aim
 * @param aim what we would like, NaN if that is not said
 * @param atLeast whether more is better
 */
record Target(String ours, String theirs, double must, double aim, boolean atLeast) {

  static Target atMost(String ours, String theirs, double must, double aim) {
    return new Target(ours, theirs, must, aim, false);
  }

  static Target atLeast(String ours, String theirs, double must, double aim) {
    return new Target(ours, theirs, must, aim, true);
  }

  /** Returns what is compared with {@link #must}: our figure, over the other if there is one. */
  double actual(Figures figures) {
    double mine = figures.get(ours);
    return theirs.isEmpty() ? mine : mine / figures.get(theirs);
  }

  String verdict(double actual) {
    if (Double.isNaN(actual)) {
      return "NOT MEASURED";
    }
    if (Double.isNaN(must)) {
      return keeps(actual, aim) ? "aim met" : "aim missed";
    }
    if (keeps(actual, must)) {
      return !Double.isNaN(aim) && keeps(actual, aim) ? "PASS, aim met" : "PASS";
    }
    return "MISS";
  }

  private boolean keeps(double actual, double bound) {
    return atLeast ? actual >= bound : actual <= bound;
  }

  /** Returns one line of the report. */
  String line(Figures figures) {
    double actual = actual(figures);
    String sign = atLeast ? "≥" : "≤";
    // Shares are as near to their bounds as that.
    String shown = (Math.abs(actual) < 1 ? "%9.3f" : "%9.2f").formatted(actual);
    return "%-34s %-34s %s   must %s %-7s aim %-7s %s"
        .formatted(
            ours,
            theirs.isEmpty() ? "" : "× " + theirs,
            shown,
            sign,
            number(must),
            number(aim),
            verdict(actual));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.valueOf(value).replaceAll("\\.0$", "");
  }
}
