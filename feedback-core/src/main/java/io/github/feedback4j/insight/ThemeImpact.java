package io.github.feedback4j.insight;

/**
 * How many points a theme costs or earns.
 *
 * @param theme the theme
 * @param tagged how many answers mention it
 * @param untagged how many do not
 * @param prevalence the share of the answers that mention it, 0 to 1; weighted like the score
 * @param effect how much higher the others score, mean(untagged) − mean(tagged), in units of the metric
 * @param impact prevalence × effect, which is mean(untagged) − mean(all): how much higher the score
 *     would be if those who mention it had scored like the others; negative for a theme that earns points
 * @param pValue the probability of an impact at least as large by chance, were there none
 * @param adjustedP the p-value adjusted for the number of themes (Benjamini &amp; Hochberg 1995)
 * @since 0.1
 */
public record ThemeImpact(
    String theme,
    long tagged,
    long untagged,
    double prevalence,
    double effect,
    Estimate impact,
    double pValue,
    double adjustedP) {

  /**
   * Returns whether the impact is one to act on: of all that are, a share {@code q} is by chance.
   *
   * @param q the share of false discoveries that is accepted, such as 0.05
   */
  public boolean isDiscovery(double q) {
    return adjustedP <= q;
  }
}
