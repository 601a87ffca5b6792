package io.github.feedback4j.insight;

import io.github.feedback4j.insight.SquareAndAdd.Part;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a service was as good as people expected: perceived minus expected, in units of the metric.
 *
 * <p>The gap is the one of Parasuraman, Zeithaml &amp; Berry (1988). Its interval comes from the score
 * intervals of the two means by MOVER (Zou &amp; Donner 2008): {@code P − E − √(a² + b² − 2rab)} with
 * {@code a = P − low(P)} and {@code b = high(E) − E}, and the same the other way above. For pairs, r is
 * the correlation of the two answers (for shares this is Newcombe's (1998) square and add for paired
 * data, without his continuity correction); for two groups of answers r is 0. Without answers on one
 * side there is no gap and the finding says so; one answer or pair gives an interval, if a wide one.
 *
 * @param expected the score of what was expected
 * @param perceived the score of how it was
 * @param paired whether the same people gave both answers
 * @param gap perceived − expected, or empty if one side has no answers
 * @since 0.1
 */
public record ExpectationGap(
    Score expected, Score perceived, boolean paired, Optional<Estimate> gap) {

  /** What the answers say about the expectations. */
  public enum Finding {
    /** It was clearly worse than expected. */
    DISAPPOINTED,
    /** It was clearly better than expected. */
    EXCEEDED,
    /** The interval covers 0. */
    CANNOT_TELL,
    /** One side has no answers. */
    NOT_ENOUGH_DATA
  }

  /** Returns the gap of pairs with a 95 % interval. */
  public static ExpectationGap of(PairedAnswers pairs) {
    return of(pairs, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the gap of pairs.
   *
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds
   */
  public static ExpectationGap of(PairedAnswers pairs, double level) {
    StandardNormal.quantile(level);
    if (pairs.n() == 0) {
      return of(pairs.expected(), pairs.perceived(), true, 0, OptionalDouble.empty(), level);
    }
    double error = pairs.standardError();
    return of(
        pairs.expected(),
        pairs.perceived(),
        true,
        pairs.correlation(),
        Double.isNaN(error) ? OptionalDouble.empty() : OptionalDouble.of(error),
        level);
  }

  /** Returns the gap of two groups of answers with a 95 % interval. */
  public static ExpectationGap of(Tally expected, Tally perceived) {
    return of(expected, perceived, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the gap of two groups of answers, where it is not known who gave both.
   *
   * <p>Where many gave both, and their two answers go together, the interval is wider than need be.
   *
   * @param level the level of the interval, between 0 and 1, both excluded
   * @throws IllegalArgumentException if the level is out of bounds, or the groups answered different
   *     metrics
   */
  public static ExpectationGap of(Tally expected, Tally perceived, double level) {
    StandardNormal.quantile(level);
    OptionalDouble first = Score.of(expected).standardError();
    OptionalDouble second = Score.of(perceived).standardError();
    OptionalDouble error = first.isPresent() && second.isPresent()
        ? OptionalDouble.of(Math.hypot(first.getAsDouble(), second.getAsDouble()))
        : OptionalDouble.empty();
    return of(expected, perceived, false, 0, error, level);
  }

  private static ExpectationGap of(
      Tally expected,
      Tally perceived,
      boolean paired,
      double correlation,
      OptionalDouble standardError,
      double level) {
    expected.plus(perceived); // throws what is wrong if they are of different series
    Score before = Score.of(expected);
    Score after = Score.of(perceived);
    if (before.n() == 0 || after.n() == 0) {
      return new ExpectationGap(before, after, paired, Optional.empty());
    }
    MetricDefinition metric = expected.metric();
    ConfidenceInterval interval = SquareAndAdd.difference(
        Part.of(after, level),
        Part.of(before, level),
        correlation,
        level,
        metric.highest() - metric.lowest());
    double value = after.value().orElseThrow() - before.value().orElseThrow();
    long n = paired ? before.n() : before.n() + after.n();
    return new ExpectationGap(
        before, after, paired, Optional.of(new Estimate(value, n, standardError, interval)));
  }

  /** Returns what follows. */
  public Finding finding() {
    if (gap.isEmpty()) {
      return Finding.NOT_ENOUGH_DATA;
    }
    if (!gap.get().isClear()) {
      return Finding.CANNOT_TELL;
    }
    boolean higher = gap.get().value() > 0;
    boolean higherIsBetter = expected.metric().direction() == Direction.HIGHER_IS_BETTER;
    return higher == higherIsBetter ? Finding.EXCEEDED : Finding.DISAPPOINTED;
  }
}
