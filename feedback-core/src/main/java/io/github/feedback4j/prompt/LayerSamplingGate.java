package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Sampling;
import org.jspecify.annotations.Nullable;

/** A slot of a layer, on which a person has one place for all surveys. */
final class LayerSamplingGate implements SamplingGate {

  private final Sampling.Layer slot;
  private final double end;
  private final long layerHash;
  private final Decision.Skip out;

  LayerSamplingGate(Sampling.Layer slot, Decision.Skip out) {
    this.slot = slot;
    this.end = slot.end();
    this.layerHash = SamplingPosition.layerHash(slot.name());
    this.out = out;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    double place = SamplingPosition.position(layerHash, moment.respondentHash());
    return place >= slot.from() && place < end ? null : out;
  }

  @Override
  public double probability(Moment moment) {
    return slot.share();
  }
}
