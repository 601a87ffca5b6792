package io.github.feedback4j.insight;

import io.github.feedback4j.insight.StratifiedMean.Stratum;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A score as if each group had answered in proportion to its size: Σ (N(h)/N) mean(h).
 *
 * <p>Where one site answers twice as often as another, the plain score is mostly about that site.
 * Groups with known sizes repair that, as far as those who answered are like the others of their
 * group (Holt &amp; Smith 1979). The standard error is {@code √Σ (N(h)/N)² SE(h)²}, given how many
 * answered; the interval is that of the groups' score intervals by MOVER (Zou &amp; Donner 2008). Nothing
 * is taken off for a finite population. Within a group answers weigh by inclusion probability.
 *
 * @param crude the score without repair
 * @param adjusted the score with it, or empty if a group has no answers: nothing is known about it
 * @param missing the groups without answers, in alphabetical order; merge each with one that is like it
 * @since 0.1
 */
public record PostStratification(Score crude, Optional<Estimate> adjusted, List<String> missing) {

  /** Copies the list. */
  public PostStratification {
    missing = List.copyOf(missing);
  }

  /** Returns the score with a 95 % interval. */
  public static PostStratification of(Map<String, Tally> answers, Map<String, Long> population) {
    return of(answers, population, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the score.
   *
   * @param answers by group, at least one group
   * @param population the size of each group, N(h), such as its number of tickets; at least 0
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException that names the size or the level which is out of bounds, or a
   *     group with answers whose size is not known; also if the answers are of different series
   */
  public static PostStratification of(
      Map<String, Tally> answers, Map<String, Long> population, double level) {
    StandardNormal.quantile(level);
    SortedMap<String, Double> shares = Shares.of("population", population);
    answers.forEach((stratum, tally) -> {
      if (tally.n() > 0 && !population.containsKey(stratum)) {
        throw new IllegalArgumentException("population must name stratum '" + stratum
            + "', which has answers, but names " + shares.keySet());
      }
    });
    Tally all = answers.values().stream()
        .reduce(Tally::plus)
        .orElseThrow(
            () -> new IllegalArgumentException(
                "answers must be of at least one stratum, if only with an empty tally, but were of none"));
    List<String> missing = new ArrayList<>();
    List<Stratum> strata = new ArrayList<>();
    shares.forEach((stratum, share) -> {
      Tally tally = answers.getOrDefault(stratum, Tally.empty(all.metric()));
      if (tally.n() > 0) {
        strata.add(new Stratum(share, Score.of(tally)));
      } else if (share > 0) {
        missing.add(stratum);
      }
    });
    Optional<Estimate> adjusted = missing.isEmpty() && !strata.isEmpty()
        ? Optional.of(new StratifiedMean(strata).estimate(level))
        : Optional.empty();
    return new PostStratification(Score.of(all), adjusted, missing);
  }
}
