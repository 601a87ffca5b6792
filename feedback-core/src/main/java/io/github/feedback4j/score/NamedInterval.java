package io.github.feedback4j.score;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Finds intervals by the name of their method; {@code NamedIntervalTest} has published examples. */
final class NamedInterval {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final IntervalMethod method;
  private final CategoryShares categories;
  private final double level;
  private final double tail;
  private final double n;
  private final double lowest;
  private final double highest;

  private NamedInterval(IntervalMethod method, CategoryShares categories, double level) {
    this.method = method;
    this.categories = categories;
    this.level = level;
    this.tail = (1 - level) / 2;
    this.n = categories.effectiveN(level);
    this.lowest = categories.values[0];
    this.highest = categories.values[categories.values.length - 1];
  }

  /**
   * Returns the interval, or empty if there are no answers or the method cannot tell.
   *
   * @param categories the shares of the answers, null if there are none
   * @throws IllegalArgumentException if the method is not for this metric
   */
  static Optional<ConfidenceInterval> of(
      IntervalMethod method,
      MetricDefinition metric,
      @Nullable CategoryShares categories,
      double level) {
    requireSuitable(method, metric);
    return Optional.ofNullable(categories)
        .flatMap(each -> new NamedInterval(method, each, level).find());
  }

  private static void requireSuitable(IntervalMethod method, MetricDefinition metric) {
    int[] scores = metric.classes().stream()
        .mapToInt(ScoreClass::score)
        .sorted()
        .distinct()
        .toArray();
    String wanted = switch (method) {
      case SCORE, WALD -> "";
      case WILSON, AGRESTI_COULL, JEFFREYS, CLOPPER_PEARSON ->
        scores.length == 2 ? "" : "a metric with two scores, as csat has";
      case ADJUSTED_WALD ->
        scores.length == 3 && scores[0] == -1 && scores[1] == 0 && scores[2] == 1
            ? ""
            : "a metric that scores -1, 0 and 1, as nps does";
      case STUDENT_T ->
        scores.length > 2 ? "" : "a metric with three scores or more, as a mean has";
      case MOVER, CONFIDENCE_SEQUENCE, NORMAL -> "a comparison, and is not for one score";
    };
    if (!wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "method %s needs %s, but was asked of metric '%s' with %d scores: use SCORE, which serves every metric"
              .formatted(method, wanted, metric.id(), scores.length));
    }
  }

  private Optional<ConfidenceInterval> find() {
    return switch (method) {
      case SCORE, WILSON -> Optional.of(ScoreInterval.of(categories, n, level, method));
      case WALD -> around(categories.mean, z() * Math.sqrt(categories.spread() / n));
      case ADJUSTED_WALD -> adjustedWald();
      case AGRESTI_COULL -> agrestiCoull();
      case JEFFREYS -> beta(0.5, 0.5);
      case CLOPPER_PEARSON -> beta(0, 1);
      case STUDENT_T -> studentT();
      case MOVER, CONFIDENCE_SEQUENCE, NORMAL ->
        throw new IllegalStateException(method + " is refused before");
    };
  }

  private double z() {
    return NORMAL.inverseSurvivalProbability(tail);
  }

  private Optional<ConfidenceInterval> adjustedWald() {
    double more = n + 3;
    double detractors = (categories.shares[0] * n + 0.75) / more;
    double promoters = (categories.shares[2] * n + 0.75) / more;
    double difference = promoters - detractors;
    double variance = (promoters + detractors - difference * difference) / more;
    // From the mean of −1, 0 and +1 to units of the metric.
    double half = (highest - lowest) / 2;
    return around(categories.values[1] + half * difference, half * z() * Math.sqrt(variance));
  }

  private Optional<ConfidenceInterval> agrestiCoull() {
    double z = z();
    double more = n + z * z;
    double good = (categories.shares[1] * n + z * z / 2) / more;
    double bad = (categories.shares[0] * n + z * z / 2) / more;
    double width = highest - lowest;
    return around(lowest + width * good, width * z * Math.sqrt(good * bad / more));
  }

  /**
   * Returns the interval between quantiles of two beta distributions, with {@code far} added to the
   * end that is away from the limit and {@code near} to the other one.
   */
  private Optional<ConfidenceInterval> beta(double near, double far) {
    double good = categories.shares[1] * n;
    double bad = categories.shares[0] * n;
    double low = good == 0
        ? 0
        : BetaDistribution.of(good + near, bad + far).inverseCumulativeProbability(tail);
    double high =
        bad == 0 ? 1 : BetaDistribution.of(good + far, bad + near).inverseSurvivalProbability(tail);
    double width = highest - lowest;
    return Optional.of(within(lowest + width * low, lowest + width * high));
  }

  private Optional<ConfidenceInterval> studentT() {
    if (!(categories.standardError > 0)) {
      return Optional.empty();
    }
    double t = TDistribution.of(categories.degreesOfFreedom).inverseSurvivalProbability(tail);
    return around(categories.mean, t * categories.standardError);
  }

  private Optional<ConfidenceInterval> around(double middle, double half) {
    return Optional.of(within(middle - half, middle + half));
  }

  private ConfidenceInterval within(double low, double high) {
    return new ConfidenceInterval(
        Math.min(Math.max(low, lowest), highest),
        Math.max(Math.min(high, highest), lowest),
        level,
        method);
  }
}
