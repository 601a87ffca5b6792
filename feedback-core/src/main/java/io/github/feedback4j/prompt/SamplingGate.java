package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import org.jspecify.annotations.Nullable;

/** Lets the share pass that a survey's sampling names, the same units every time. */
interface SamplingGate extends Gate {

  // Every mode draws a position that does not depend on the rate and compares it with the rate, so
  // raising a rate only ever adds units.

  /**
   * Returns the gate of a survey.
   *
   * @param counts what its groups have, needed for coverage only
   * @param numbering that of the moments which the gate judges
   */
  static SamplingGate of(Survey survey, @Nullable CoverageCounts counts, Numbering numbering) {
    Sampling sampling = survey.sampling();
    String salt = sampling.salt() == null ? survey.key() : sampling.salt();
    Decision.Skip out = skip(survey, sampling.definition());
    if (sampling instanceof Sampling.People people) {
      return new ShareSamplingGate(people.rate(), false, salt, out);
    }
    if (sampling instanceof Sampling.Touchpoints touchpoints) {
      return new ShareSamplingGate(touchpoints.rate(), true, salt, out);
    }
    if (sampling instanceof Sampling.Rotating rotating) {
      return new RotatingSamplingGate(rotating, salt, out);
    }
    if (sampling instanceof Sampling.Segments segments) {
      return new SegmentSamplingGate(survey, segments, salt, numbering);
    }
    if (sampling instanceof Sampling.Layer layer) {
      return new LayerSamplingGate(layer, out);
    }
    if (sampling instanceof Sampling.Coverage coverage && counts != null) {
      return new CoverageSamplingGate(
          survey.key(), numbering.survey(survey.key()), coverage, salt, counts, out);
    }
    throw new IllegalStateException("no gate for " + sampling.getClass());
  }

  static Decision.Skip skip(Survey survey, String definition) {
    return new Decision.Skip(SkipReason.NOT_SAMPLED, survey.key(), "sampling: " + definition, null);
  }

  @Override
  default Name name() {
    return Name.SAMPLING;
  }

  /** Returns the probability with which this moment was to pass, for one that does. */
  double probability(Moment moment);

  /** Returns whether the gate looks at the person's history. */
  default boolean needsHistory() {
    return false;
  }
}
