package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Sampling;
import org.jspecify.annotations.Nullable;

/** The rate that the group of the touchpoint needs to have enough answers. */
final class CoverageSamplingGate implements SamplingGate {

  private final String key;
  private final int survey;
  private final String group;
  private final double base;
  private final CoverageCounts counts;
  private final long saltHash;
  private final Decision.Skip out;

  CoverageSamplingGate(
      String key,
      int survey,
      Sampling.Coverage sampling,
      String salt,
      CoverageCounts counts,
      Decision.Skip out) {
    this.key = key;
    this.survey = survey;
    this.group = sampling.group();
    this.base = sampling.rate();
    this.counts = counts;
    this.saltHash = SamplingPosition.saltHash(salt);
    this.out = out;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    if (moment.live(survey) != Past.NOBODY) {
      // Presented again, or a page that is loaded again after a fall of the rate would lose it.
      return null;
    }
    double position = SamplingPosition.position(saltHash, moment.respondentHash());
    return position < probability(moment) ? null : out;
  }

  @Override
  public double probability(Moment moment) {
    String value = moment.touchpoint.accountability().get(group);
    if (value == null) {
      return base;
    }
    double rate = counts.rate(value, moment.now());
    // Rates fall when answers come. A person who was in at a higher rate of this period stays in,
    // and
    // with the probability of that rate: somebody on the other side of it was out both times.
    for (Contact each : moment.history().contacts()) {
      Invitation earlier = each.invitation();
      if (earlier.inclusionProbability() > rate
          && earlier.survey().equals(key)
          && each.countsForRules()
          && value.equals(earlier.accountability().get(group))
          && counts.isSamePeriod(earlier.invitedAt(), moment.now())) {
        rate = earlier.inclusionProbability();
      }
    }
    return rate;
  }

  @Override
  public boolean needsHistory() {
    return true;
  }
}
