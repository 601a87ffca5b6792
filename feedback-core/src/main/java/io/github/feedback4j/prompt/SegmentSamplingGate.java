package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rate of the first segment whose condition is known to hold: other thresholds on one draw. */
final class SegmentSamplingGate implements SamplingGate {

  private final NumberedCondition[] conditions;
  private final double[] rates;
  private final Decision.Skip[] out;
  private final long saltHash;

  SegmentSamplingGate(Survey survey, Sampling.Segments sampling, String salt, Numbering numbering) {
    List<Sampling.Segment> segments = sampling.segments();
    int others = segments.size();
    conditions = segments.stream()
        .map(each -> new NumberedCondition(each.when(), numbering))
        .toArray(NumberedCondition[]::new);
    rates = new double[others + 1];
    out = new Decision.Skip[others + 1];
    for (int i = 0; i < others; i++) {
      rates[i] = segments.get(i).rate();
      out[i] = SamplingGate.skip(
          survey, "{when: %s, rate: %s}".formatted(segments.get(i).when().definition(), rates[i]));
    }
    rates[others] = sampling.otherwise();
    out[others] = SamplingGate.skip(survey, "{otherwise: %s}".formatted(rates[others]));
    saltHash = SamplingPosition.saltHash(salt);
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    int segment = segment(moment);
    return SamplingPosition.position(saltHash, moment.respondentHash()) < rates[segment]
        ? null
        : out[segment];
  }

  @Override
  public double probability(Moment moment) {
    return rates[segment(moment)];
  }

  /** Returns the number of the first segment that matches, the last for none. */
  private int segment(Moment moment) {
    for (int i = 0; i < conditions.length; i++) {
      if (conditions[i].at(moment) == Truth.TRUE) {
        return i;
      }
    }
    return conditions.length;
  }
}
