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

  /** Returns whether it draws people, and not touchpoints. */
  boolean isOfPeople() {
    return !ofTouchpoints;
  }

  /** Returns whether it draws everybody, whatever their hash is. */
  boolean takesAll() {
    return rate >= 1;
  }

  /** Returns whether it draws what has this hash. */
  boolean takes(long unitHash) {
    return SamplingPosition.position(saltHash, unitHash) < rate;
  }

  /** Returns the skip of everybody who is not drawn. */
  Decision.Skip out() {
    return out;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    return takesAll() || takes(ofTouchpoints ? moment.touchpointHash() : moment.respondentHash())
        ? null
        : out;
  }

  @Override
  public double probability(Moment moment) {
    return rate;
  }
}
