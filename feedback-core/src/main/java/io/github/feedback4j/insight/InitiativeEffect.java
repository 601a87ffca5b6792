package io.github.feedback4j.insight;

import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an {@link Initiative}: the change, the part of it that is not mere mix, and by how
 * much it beats the change of those who were left alone.
 *
 * @param initiative what was declared
 * @param change the score after minus the score before
 * @param mix the parts of the change, or null if no strata were given
 * @param againstUntouched the change minus that of an untouched group, or null if none was given
 * @since 0.1
 */
public record InitiativeEffect(
    Initiative initiative,
    Difference change,
    @Nullable MixAdjustment mix,
    @Nullable Difference againstUntouched) {

  /**
   * Returns the plain change.
   *
   * @param before the answers before
   * @param after the answers after
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if a tally is not of the declared metric, or the level is out of
   *     bounds
   */
  public static InitiativeEffect of(
      Initiative initiative, Tally before, Tally after, double level) {
    Difference.requireSameSeries(initiative.metric(), before.metric());
    return new InitiativeEffect(
        initiative, Difference.between(Score.of(before), Score.of(after), level), null, null);
  }

  /**
   * Returns the change and its parts.
   *
   * @param before the answers before, by the value of one dimension
   * @param after the answers after, by the same dimension
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException if a tally is not of the declared metric, or the level is out of
   *     bounds
   */
  public static InitiativeEffect of(
      Initiative initiative, Map<String, Tally> before, Map<String, Tally> after, double level) {
    MixAdjustment mix = MixAdjustment.of(initiative.metric(), before, after, level);
    return new InitiativeEffect(initiative, mix.change(), mix, null);
  }

  /**
   * Returns this effect together with its comparison to a group that the initiative does not touch:
   * the difference in differences of {@link Difference#inDifferences}.
   *
   * <p>The group must be one that would have changed alike, and nobody may answer in both.
   *
   * @param before the answers before of those who do not take part
   * @param after their answers after
   * @throws IllegalArgumentException if a tally is not of the declared metric
   */
  public InitiativeEffect against(Tally before, Tally after) {
    Difference comparison = change.inDifferencesTo(Score.of(before), Score.of(after));
    return new InitiativeEffect(initiative, change, mix, comparison);
  }

  /**
   * Returns the figure that counts: the one against the untouched group if there is one, else the rate
   * effect if there are strata, else the plain change.
   */
  public Difference headline() {
    if (againstUntouched != null) {
      return againstUntouched;
    }
    return mix == null ? change : mix.rateEffect();
  }

  /** Returns whether things became better or worse, or that there is no telling. */
  public Verdict verdict() {
    return headline().verdict();
  }

  /** Returns whether the interval of the headline lies wholly on the side that was declared. */
  public boolean isAsDeclared() {
    return headline().interval().map(this::isDeclaredSide).orElse(false);
  }

  private boolean isDeclaredSide(ConfidenceInterval interval) {
    return initiative.direction() == Initiative.Direction.RISE
        ? interval.low() > 0
        : interval.high() < 0;
  }
}
