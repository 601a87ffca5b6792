package io.github.feedback4j.prompt;

import org.jspecify.annotations.Nullable;

/** One rate for all people, or for all touchpoints. */
final class ShareSamplingGate implements SamplingGate {

  private final double rate;
  private final boolean ofTouchpoints;
  private final long saltHash;
  private final Decision.Skip out;

  ShareSamplingGate(double rate, boolean ofTouchpoints, String salt, Decision.Skip out) {
    this.rate = rate;
    this.ofTouchpoints = ofTouchpoints;
    this.saltHash = SamplingPosition.saltHash(salt);
    this.out = out;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (rate >= 1) {
      return null;
    }
    long unit = ofTouchpoints ? moment.touchpointHash() : moment.respondentHash();
    return SamplingPosition.position(saltHash, unit) < rate ? null : out;
  }

  @Override
  public double probability(Moment moment) {
    return rate;
  }
}
