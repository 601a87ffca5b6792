package io.github.feedback4j.theme;

/**
 * Compares how often two groups use a word: the log-odds ratio with an informative Dirichlet prior of
 * Monroe, Colaresi and Quinn, "Fightin' Words" (2008), equations 16, 20 and 22.
 *
 * @param first all words of the first group
 * @param second all words of the second group
 * @param strength how many words the prior is worth; each word has its share of both groups in it
 */
record LogOdds(double first, double second, double strength) {

  /**
   * Returns how many standard errors the first group is above the second.
   *
   * @param inFirst how often the first group uses the word
   * @param inSecond how often the second group does; one of the two is above 0
   */
  double z(double inFirst, double inSecond) {
    double prior = strength * (inFirst + inSecond) / (first + second);
    double difference =
        logOdds(inFirst + prior, first + strength) - logOdds(inSecond + prior, second + strength);
    return difference / Math.sqrt(1 / (inFirst + prior) + 1 / (inSecond + prior));
  }

  private static double logOdds(double some, double all) {
    return Math.log(some / (all - some));
  }
}
