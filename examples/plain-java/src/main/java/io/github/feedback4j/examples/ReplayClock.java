package io.github.feedback4j.examples;

import java.time.Instant;
import java.time.InstantSource;

/** The time of the replay, so that half a year passes in a second and is the same on each run. */
final class ReplayClock implements InstantSource {

  private Instant now;

  ReplayClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on; time does not run backwards. */
  void advanceTo(Instant later) {
    if (later.isAfter(now)) {
      now = later;
    }
  }
}
