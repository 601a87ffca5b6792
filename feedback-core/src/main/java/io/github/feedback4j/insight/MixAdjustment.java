package io.github.feedback4j.insight;

import io.github.feedback4j.insight.Contrast.Side;
import io.github.feedback4j.insight.Contrast.Term;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much of a change is one of opinion, and how much only one of who answered (Kitagawa 1955).
 *
 * <p>A score can rise though nobody is happier, when more answers come from where people were happy
 * all along. Over strata, such as services or kinds of tickets, with the shares w₁ and w₂ of the
 * answers and the scores r₁ and r₂ before and after, the change is
 *
 * <pre>{@code
 * rate effect  Σ (w₁ + w₂)/2 · (r₂ − r₁)     had the mix stayed as it was on average
 * mix effect   Σ (r₁ + r₂)/2 · (w₂ − w₁)     had the scores stayed as they were on average
 * }</pre>
 *
 * <p>A stratum with answers on one side only has no change of its own. Then both effects are those
 * among the other strata, with the shares they have there, and what the strata that came or went add
 * is the {@code strataEffect}. The three effects always add up to the change, up to rounding.
 *
 * <p>The intervals of the three effects are those of MOVER (Zou &amp; Donner 2008) over the score
 * intervals of the strata, with the mix taken as it was; the interval of the change also covers the
 * chance in the mix. Shares are those of the weighted answers. Without answers on one side, or without
 * a stratum that has some on both, an effect is not enough data, and not 0.
 *
 * @param change the change of the score over all answers
 * @param rateEffect the part in which the same kinds of answers became better or worse
 * @param mixEffect the part that comes from other shares of the kinds; in units of the metric
 * @param strataEffect the part of kinds that were answered on one side only; 0 if there are none
 * @param strata each stratum, by name
 * @since 0.1
 */
public record MixAdjustment(
    Difference change,
    Difference rateEffect,
    Difference mixEffect,
    Difference strataEffect,
    List<Stratum> strata) {

  /**
   * One kind of answers, before and after.
   *
   * @param name the value of the dimension
   * @param shareBefore its share of all answers before, 0 to 1
   * @param shareAfter its share of all answers after, 0 to 1
   * @param change how its score changed; not enough data if it has answers on one side only
   */
  public record Stratum(String name, double shareBefore, double shareAfter, Difference change) {}

  /** Copies the strata. */
  public MixAdjustment {
    strata = List.copyOf(strata);
  }

  /**
   * Returns the parts of a change.
   *
   * @param metric the metric of all tallies
   * @param before the answers before, by stratum; a stratum that is not there has none
   * @param after the answers after, by stratum
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if a tally is of another series, or the level is out of bounds
   */
  public static MixAdjustment of(
      MetricDefinition metric, Map<String, Tally> before, Map<String, Tally> after, double level) {
    Levels.require(level);
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (String name : names) {
      Tally first = before.getOrDefault(name, Tally.empty(metric));
      Tally second = after.getOrDefault(name, Tally.empty(metric));
      Difference.requireSameSeries(metric, first.metric());
      Difference.requireSameSeries(metric, second.metric());
      pairs.add(new Pair(name, Score.of(first), Score.of(second)));
    }
    return new Strata(metric, pairs, level).adjust();
  }

  /** One stratum before and after. */
  private record Pair(String name, Score before, Score after) {

    boolean isOnBothSides() {
      return before.n() > 0 && after.n() > 0;
    }

    Score pooled() {
      return Difference.pooled(before, after);
    }
  }

  /** The sums over all strata, and over those that have answers on both sides. */
  private static final class Strata {

    private final MetricDefinition metric;
    private final List<Pair> pairs;
    private final double level;
    private final double before;
    private final double after;
    private final double commonBefore;
    private final double commonAfter;

    Strata(MetricDefinition metric, List<Pair> pairs, double level) {
      this.metric = metric;
      this.pairs = pairs;
      this.level = level;
      List<Pair> common = pairs.stream().filter(Pair::isOnBothSides).toList();
      this.before = pairs.stream().mapToDouble(each -> weight(each.before())).sum();
      this.after = pairs.stream().mapToDouble(each -> weight(each.after())).sum();
      this.commonBefore =
          common.stream().mapToDouble(each -> weight(each.before())).sum();
      this.commonAfter =
          common.stream().mapToDouble(each -> weight(each.after())).sum();
    }

    MixAdjustment adjust() {
      Tally allBefore = Tally.empty(metric);
      Tally allAfter = Tally.empty(metric);
      List<Term> rate = new ArrayList<>();
      List<Term> mix = new ArrayList<>();
      List<Term> comeAndGone = new ArrayList<>();
      List<Stratum> strata = new ArrayList<>();
      for (Pair each : pairs) {
        allBefore = allBefore.plus(each.before().tally());
        allAfter = allAfter.plus(each.after().tally());
        if (each.isOnBothSides()) {
          addBothSides(each, rate, mix, comeAndGone);
        } else {
          addOneSide(each, comeAndGone);
        }
        strata.add(new Stratum(
            each.name(),
            share(each.before(), before),
            share(each.after(), after),
            Difference.between(each.before(), each.after(), level)));
      }
      return new MixAdjustment(
          Difference.between(Score.of(allBefore), Score.of(allAfter), level),
          Difference.of(metric, rate, level),
          Difference.of(metric, mix, level),
          Difference.of(metric, before > 0 && after > 0 ? comeAndGone : List.of(), level),
          strata);
    }

    private void addBothSides(Pair pair, List<Term> rate, List<Term> mix, List<Term> comeAndGone) {
      double w1 = share(pair.before(), commonBefore);
      double w2 = share(pair.after(), commonAfter);
      add(rate, pair, -(w1 + w2) / 2, (w1 + w2) / 2);
      add(mix, pair, (w2 - w1) / 2, (w2 - w1) / 2);
      add(comeAndGone, pair, w1 - share(pair.before(), before), share(pair.after(), after) - w2);
    }

    private void addOneSide(Pair pair, List<Term> comeAndGone) {
      Score pooled = pair.pooled();
      if (pair.before().n() > 0) {
        comeAndGone.add(
            new Term(Side.REFERENCE, -share(pair.before(), before), pair.before(), pooled));
      } else if (pair.after().n() > 0) {
        comeAndGone.add(new Term(Side.COMPARED, share(pair.after(), after), pair.after(), pooled));
      }
    }

    private static void add(List<Term> terms, Pair pair, double weightBefore, double weightAfter) {
      Score pooled = pair.pooled();
      terms.add(new Term(Side.REFERENCE, weightBefore, pair.before(), pooled));
      terms.add(new Term(Side.COMPARED, weightAfter, pair.after(), pooled));
    }

    private static double weight(Score score) {
      return AnswerWeights.total(score.tally());
    }

    private static double share(Score score, double total) {
      return total == 0 ? 0 : weight(score) / total;
    }
  }
}
