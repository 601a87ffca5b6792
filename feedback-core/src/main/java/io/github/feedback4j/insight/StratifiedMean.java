package io.github.feedback4j.insight;

import io.github.feedback4j.insight.SquareAndAdd.Part;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.IntervalMethod;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.survey.MetricDefinition;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The mean of a metric over strata with given shares, Σ share · mean: direct standardisation, and
 * post-stratification.
 *
 * <p>Its standard error is √Σ share² SE². Its interval is found from the score intervals of the strata
 * by MOVER, √Σ share² (mean − low)² below and the same above, so it has a width even where a stratum
 * has a single answer or all of it agree.
 */
final class StratifiedMean {

  private final List<Stratum> strata;

  /** The answers of a stratum, of which there is at least one, and its share, 0 to 1. */
  record Stratum(double share, Score score) {}

  /** Creates a mean over strata whose shares add up to 1. */
  StratifiedMean(List<Stratum> strata) {
    this.strata = List.copyOf(strata);
  }

  double value() {
    double sum = 0;
    for (Stratum each : strata) {
      sum += each.share() * each.score().value().orElseThrow();
    }
    return sum;
  }

  long n() {
    return strata.stream().mapToLong(each -> each.score().n()).sum();
  }

  /** Returns the standard error, or empty if a stratum that counts has a single answer. */
  OptionalDouble standardError() {
    double sum = 0;
    for (Stratum each : strata) {
      if (each.share() > 0) {
        OptionalDouble error = each.score().standardError();
        if (error.isEmpty()) {
          return OptionalDouble.empty();
        }
        double term = each.share() * error.getAsDouble();
        sum += term * term;
      }
    }
    return OptionalDouble.of(Math.sqrt(sum));
  }

  /** Returns the mean with its limits. */
  Part part(double level) {
    double below = 0;
    double above = 0;
    for (Stratum each : strata) {
      Part part = Part.of(each.score(), level);
      below += square(each.share() * part.below());
      above += square(each.share() * part.above());
    }
    double value = value();
    return new Part(value, value - Math.sqrt(below), value + Math.sqrt(above));
  }

  /** Returns the mean with an interval on the scale of the metric. */
  Estimate estimate(double level) {
    Part part = part(level);
    MetricDefinition metric = strata.get(0).score().metric();
    double low = Math.min(part.value(), Math.max(metric.lowest(), part.low()));
    double high = Math.max(part.value(), Math.min(metric.highest(), part.high()));
    return new Estimate(
        part.value(),
        n(),
        standardError(),
        new ConfidenceInterval(low, high, level, IntervalMethod.MOVER));
  }

  /** Returns the distance from the lowest to the highest value of the metric. */
  double range() {
    MetricDefinition metric = strata.get(0).score().metric();
    return metric.highest() - metric.lowest();
  }

  private static double square(double x) {
    return x * x;
  }
}
