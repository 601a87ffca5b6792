package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Sampling;
import io.github.feedback4j.survey.Survey;
import org.jspecify.annotations.Nullable;

/** Lets the share pass that a survey's sampling names, the same units every time. */
final class SamplingGate implements Gate {

  private final Sampling sampling;
  private final long saltHash;
  private final Decision.Skip out;

  SamplingGate(Survey survey) {
    sampling = survey.sampling();
    String salt = sampling.salt();
    saltHash = SamplingPosition.saltHash(salt == null ? survey.key() : salt);
    String unit = sampling instanceof Sampling.People ? "people" : "touchpoints";
    out = new Decision.Skip(
        SkipReason.NOT_SAMPLED,
        survey.key(),
        "sampling: {%s: %s}".formatted(unit, sampling.rate()),
        null);
  }

  @Override
  public Name name() {
    return Name.SAMPLING;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (sampling.rate() >= 1) {
      return null;
    }
    long unit =
        sampling instanceof Sampling.People ? moment.respondentHash() : moment.touchpointHash();
    // The position does not depend on the rate, so raising the rate only ever adds units.
    return SamplingPosition.position(saltHash, unit) < sampling.rate() ? null : out;
  }
}
