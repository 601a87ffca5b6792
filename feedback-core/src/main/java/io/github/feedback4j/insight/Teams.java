package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All teams at once, in the order of their names: which of them stand out from the rest, and how sure
 * their places are.
 *
 * <p>There is no order by value. A league table of teams that are all alike has a first and a last
 * place every month, and chance hands them out. Here each team is compared with the rest, all other
 * teams together, by {@link Difference}; the p-values are adjusted for the number of teams by {@link
 * FalseDiscovery}, and only what then remains is a finding. Beside it stand the {@link Funnel}, the
 * {@linkplain Shrinkage shrunken} values and the {@linkplain RankRange ranges of ranks}.
 *
 * <p>Many questions call for small p-values, which the normal curve behind an interval gives too
 * easily where nearly all are satisfied. So the p-value of a team is that of its difference or that of
 * a permutation test by three moments (Kazi-Aoual, Hitier, Sabatier &amp; Lebreton 1995), whichever is
 * greater: a finding always has an interval that excludes 0.
 *
 * <p>Teams may as well be channels, services or sites: any values of one dimension. Immutable and safe
 * for use by several threads.
 *
 * @since 0.1
 */
public final class Teams {

  private static final Comparator<String> BY_NAME =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  private final Score overall;
  private final double level;
  private final List<TeamComparison> comparisons;
  private final @Nullable Funnel funnel;
  private final @Nullable Shrinkage shrinkage;

  private Teams(
      Score overall,
      double level,
      List<TeamComparison> comparisons,
      @Nullable Funnel funnel,
      @Nullable Shrinkage shrinkage) {
    this.overall = overall;
    this.level = level;
    this.comparisons = List.copyOf(comparisons);
    this.funnel = funnel;
    this.shrinkage = shrinkage;
  }

  /** Returns the comparison of these teams at the level 95 %. */
  public static Teams compare(MetricDefinition metric, Map<String, Tally> teams) {
    return compare(metric, teams, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the comparison of these teams.
   *
   * @param metric the metric of all tallies
   * @param teams the answers of each team, by name; a team without answers stays in the list, with
   *     nothing to tell, and does not count as one of the questions that were asked
   * @param level the level of the intervals and of the ranges of ranks, between 0 and 1, both excluded;
   *     1 − level is the share of false findings among the findings that is accepted
   * @throws IllegalArgumentException if a tally is of another series, or the level is out of bounds
   */
  public static Teams compare(MetricDefinition metric, Map<String, Tally> teams, double level) {
    Levels.require(level);
    SortedMap<String, Tally> sorted = new TreeMap<>(BY_NAME);
    sorted.putAll(teams);
    Tally all = Tally.empty(metric);
    for (Tally each : sorted.values()) {
      all = all.plus(each);
    }
    Shrinkage shrinkage = Shrinkage.of(metric, sorted, level).orElse(null);
    return new Teams(
        score(all, level),
        level,
        comparisons(sorted, all, shrinkage, level),
        Funnel.of(metric, sorted.values()).orElse(null),
        shrinkage);
  }

  private static List<TeamComparison> comparisons(
      SortedMap<String, Tally> teams, Tally all, @Nullable Shrinkage shrinkage, double level) {
    SortedMap<String, Score> answered = new TreeMap<>();
    List<Difference> differences = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    for (Map.Entry<String, Tally> each : teams.entrySet()) {
      Score score = score(each.getValue(), level);
      if (score.n() > 0) {
        answered.put(each.getKey(), score);
      }
      Score rest = score(all.minus(each.getValue()), level);
      Difference difference = Difference.between(rest, score, level);
      differences.add(difference);
      if (difference.p().isPresent()) {
        p.add(Math.max(difference.p().orElseThrow(), RandomDraw.p(score, rest, score(all, level))));
      }
    }
    double[] adjusted =
        FalseDiscovery.adjusted(p.stream().mapToDouble(Double::doubleValue).toArray());
    SortedMap<String, RankRange> ranks =
        answered.isEmpty() ? new TreeMap<>() : RankRange.of(answered, level);
    List<TeamComparison> comparisons = new ArrayList<>();
    int asked = 0;
    int i = 0;
    for (Map.Entry<String, Tally> each : teams.entrySet()) {
      Difference difference = differences.get(i++);
      Double adjustedP = difference.value().isPresent() ? adjusted[asked++] : null;
      boolean stands = adjustedP != null && adjustedP < 1 - level;
      comparisons.add(new TeamComparison(
          each.getKey(),
          score(each.getValue(), level),
          difference,
          adjustedP,
          stands ? difference.verdict() : Verdict.CANNOT_TELL,
          shrinkage == null ? null : shrinkage.teams().get(each.getKey()),
          ranks.get(each.getKey())));
    }
    return comparisons;
  }

  private static Score score(Tally tally, double level) {
    return Score.of(tally, ResponseCounts.none(), level);
  }

  /** Returns the score of all teams together. */
  public Score overall() {
    return overall;
  }

  /** Returns the level of intervals and ranges, between 0 and 1. */
  public double level() {
    return level;
  }

  /** Returns each team beside the rest, in the order of the names. */
  public List<TeamComparison> comparisons() {
    return comparisons;
  }

  /** Returns the teams that are better or worse than the rest, in the order of the names. */
  public List<TeamComparison> findings() {
    return comparisons.stream()
        .filter(each -> each.verdict() != Verdict.CANNOT_TELL)
        .toList();
  }

  /** Returns the limits of chance by number of answers, or empty if nobody answered. */
  public Optional<Funnel> funnel() {
    return Optional.ofNullable(funnel);
  }

  /** Returns what the teams have in common, or empty if nobody answered. */
  public Optional<Shrinkage> shrinkage() {
    return Optional.ofNullable(shrinkage);
  }
}
