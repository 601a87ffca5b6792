package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which themes move the score: their impacts in points, the largest first.
 *
 * <p>A theme costs many points if many mention it <em>and</em> they score low: impact = prevalence ×
 * effect = mean(untagged) − mean(all). Its standard error is linearised (Taylor series; Särndal,
 * Swensson &amp; Wretman 1992): with {@code u = (1 − d)(y − mean(untagged))/W(untagged) − (y −
 * mean(all))/W} for each answer, where d is 1 if it mentions the theme, {@code v = n/(n − 1) Σ w² u²}.
 * It knows that the two means share answers. The p-values are adjusted for the number of themes. An
 * impact is a difference between those who mention something and those who do not, not a promise of
 * what would happen if it were mended; for themes that come together see {@link DriverShares}.
 *
 * @param impacts the themes with enough answers, the largest impact (of either sign) first
 * @param tooFew the other themes: fewer than {@value #MIN_ANSWERS} answers mention them or fewer do
 *     not, or all answers are worth the same, so that there is no telling
 * @since 0.1
 */
public record Drivers(List<ThemeImpact> impacts, List<String> tooFew) {

  /** The number of answers that must mention a theme, and that must not. */
  public static final int MIN_ANSWERS = 5;

  /** Copies the lists. */
  public Drivers {
    impacts = List.copyOf(impacts);
    tooFew = List.copyOf(tooFew);
  }

  /** Returns the drivers with 95 % intervals. */
  public static Drivers of(ThemePatterns patterns) {
    Map<String, Tally> mentioning = new TreeMap<>();
    patterns.themes().forEach(each -> mentioning.put(each, patterns.mentioning(each)));
    return of(patterns.all(), mentioning, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the drivers.
   *
   * @param all all answers, those without a comment too
   * @param mentioning by theme the answers that mention it, which must be among {@code all}
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds, or an answer is not among all
   */
  public static Drivers of(Tally all, Map<String, Tally> mentioning, double level) {
    StandardNormal.quantile(level);
    List<Draft> drafts = new ArrayList<>();
    List<String> tooFew = new ArrayList<>();
    new TreeMap<>(mentioning).forEach((theme, tagged) -> {
      Tally untagged = all.minus(tagged);
      boolean enough = tagged.n() >= MIN_ANSWERS && untagged.n() >= MIN_ANSWERS;
      if (enough && WeightedAnswers.of(all).varies()) {
        drafts.add(Draft.of(theme, all, tagged, untagged, level));
      } else {
        tooFew.add(theme);
      }
    });
    double[] pValues = drafts.stream().mapToDouble(Draft::pValue).toArray();
    double[] adjusted = FalseDiscovery.adjusted(pValues);
    List<ThemeImpact> impacts = new ArrayList<>();
    for (int i = 0; i < pValues.length; i++) {
      impacts.add(drafts.get(i).withP(pValues[i], adjusted[i]));
    }
    impacts.sort(Comparator.comparingDouble(each -> -Math.abs(each.impact().value())));
    return new Drivers(impacts, tooFew);
  }

  /** An impact before it is known how many there are. */
  private record Draft(
      String theme, long tagged, long untagged, double prevalence, double effect, Estimate impact) {

    static Draft of(String theme, Tally all, Tally tagged, Tally untagged, double level) {
      MetricDefinition metric = all.metric();
      double rarest = WeightedAnswers.rarest(all);
      WeightedAnswers with = WeightedAnswers.of(tagged, rarest);
      WeightedAnswers without = WeightedAnswers.of(untagged, rarest);
      double weight = with.weight() + without.weight();
      double prevalence = with.weight() / weight;
      double effect = without.mean() - with.mean();
      // Not mean(untagged) − mean(all), in which the leading digits of a rare theme cancel.
      double impact = prevalence * effect;
      double mean = without.mean() - impact;
      double sum = 0;
      for (Tally.Cell each : untagged.cells()) {
        double y = WeightedAnswers.value(metric, each.point());
        double u = (y - without.mean()) / without.weight() - (y - mean) / weight;
        sum += square(rarest / each.inclusionProbability() * u) * each.count();
      }
      for (Tally.Cell each : tagged.cells()) {
        double u = (WeightedAnswers.value(metric, each.point()) - mean) / weight;
        sum += square(rarest / each.inclusionProbability() * u) * each.count();
      }
      double standardError = Math.sqrt(sum * ((double) all.n() / (all.n() - 1)));
      return new Draft(
          theme,
          tagged.n(),
          untagged.n(),
          prevalence,
          effect,
          Estimate.linearised(impact, all.n(), standardError, level));
    }

    double pValue() {
      return StandardNormal.twoSided(impact.value() / impact.standardError().orElseThrow());
    }

    ThemeImpact withP(double pValue, double adjustedP) {
      return new ThemeImpact(
          theme, tagged, untagged, prevalence, effect, impact, pValue, adjustedP);
    }

    private static double square(double x) {
      return x * x;
    }
  }
}
