package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.CalendarPeriod;
import io.github.feedback4j.survey.Sampling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One panel of people after the other, each for a period. */
final class RotatingSamplingGate implements SamplingGate {

  private final int panels;
  private final CalendarPeriod period;
  private final ZoneId zone;
  private final double rate;
  private final long saltHash;
  private final long panelHash;
  private final Decision.Skip out;
  private volatile @Nullable Turn turn;

  /** The turn of a panel: from when, until when, and what to tell each of the others. */
  private static final class Turn {
    private final Instant from;
    private final Instant until;
    private final Decision.@Nullable Skip[] skips;

    Turn(Instant from, Instant until, Decision.@Nullable Skip[] skips) {
      this.from = from;
      this.until = until;
      this.skips = skips;
    }
  }

  RotatingSamplingGate(Sampling.Rotating sampling, String salt, Decision.Skip out) {
    this.panels = sampling.panels();
    this.period = sampling.period();
    this.zone = sampling.zone();
    this.rate = sampling.rate();
    this.saltHash = SamplingPosition.saltHash(salt);
    this.panelHash = SamplingPosition.panelHash(salt);
    this.out = out;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    long unit = moment.respondentHash();
    if (SamplingPosition.position(saltHash, unit) >= rate) {
      return out;
    }
    return turn(moment.now()).skips[SamplingPosition.panel(panelHash, unit, panels)];
  }

  @Override
  public double probability(Moment moment) {
    return rate;
  }

  /** Most decisions are made in the same turn as the one before, and so allocate nothing. */
  private Turn turn(Instant now) {
    Turn known = turn;
    if (known == null || now.isBefore(known.from) || !now.isBefore(known.until)) {
      known = turnAt(now);
      turn = known;
    }
    return known;
  }

  private Turn turnAt(Instant now) {
    long number = period.number(LocalDate.ofInstant(now, zone));
    Decision.@Nullable Skip[] skips = new Decision.@Nullable Skip[panels];
    for (int panel = 0; panel < panels; panel++) {
      int periodsAhead = Math.floorMod(panel - number, panels);
      if (periodsAhead > 0) {
        skips[panel] =
            new Decision.Skip(out.reason(), out.survey(), out.rule(), start(number + periodsAhead));
      }
    }
    return new Turn(start(number), start(number + 1), skips);
  }

  private Instant start(long number) {
    return Budget.startOf(period.first(number), zone);
  }
}
