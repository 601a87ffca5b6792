package io.github.feedback4j.insight;

import io.github.feedback4j.insight.SquareAndAdd.Part;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Tally;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a kept service level agreement means happy people, or hides unhappy ones like a watermelon:
 * green outside, red inside.
 *
 * <p>Compares the share of unhappy answers where the SLA was missed with that where it was met. The
 * interval of each share is that of Wilson (1927), the one of their difference method 10 of Newcombe
 * (1998), "square and add". Where it covers 0, the answers do not show that the SLA has to do with how
 * people feel. All shares and differences are in percent. Answers are counted, not weighted. Immutable
 * and safe for use by several threads.
 *
 * @since 0.1
 */
public final class SlaGap {

  /** The number of answers that each side must have, 5. */
  public static final int MIN_ANSWERS = 5;

  private final long unhappyMet;
  private final long met;
  private final long unhappyMissed;
  private final long missed;
  private final double level;

  private SlaGap(long unhappyMet, long met, long unhappyMissed, long missed, double level) {
    this.unhappyMet = requireShare("met", unhappyMet, met);
    this.met = met;
    this.unhappyMissed = requireShare("missed", unhappyMissed, missed);
    this.missed = missed;
    StandardNormal.quantile(level);
    this.level = level;
  }

  private static long requireShare(String side, long unhappy, long answers) {
    if (answers < 0 || answers > Long.MAX_VALUE / 2) {
      throw new IllegalArgumentException("answers with SLA %s must be between 0 and %d, but was %d"
          .formatted(side, Long.MAX_VALUE / 2, answers));
    }
    if (unhappy < 0 || unhappy > answers) {
      throw new IllegalArgumentException(
          "unhappy answers with SLA %s must be between 0 and its %d answers, but was %d"
              .formatted(side, answers, unhappy));
    }
    return unhappy;
  }

  /** What the answers say about the SLA. */
  public enum Finding {
    /** The interval of the difference covers 0. */
    DOES_NOT_PREDICT("SLA does not predict experience here"),
    /** Clearly more are unhappy where the SLA was missed: it measures what people feel. */
    PREDICTS("People are unhappy more often where the SLA was missed"),
    /** Clearly more are unhappy where the SLA was met: it rewards the wrong thing. */
    PREDICTS_THE_OPPOSITE("People are unhappy more often where the SLA was met"),
    /** One side has fewer than five answers. */
    NOT_ENOUGH_DATA("There are not enough answers to judge the SLA");

    private final String sentence;

    Finding(String sentence) {
      this.sentence = sentence;
    }

    /** Returns the finding as an English sentence without a full stop. */
    public String sentence() {
      return sentence;
    }
  }

  /**
   * Returns the gap of two tallies, with 95 % intervals.
   *
   * @param met the answers about work whose SLA was met
   * @param missed the answers about work whose SLA was missed
   * @param unhappyClasses the classes of the metric that count as unhappy, such as {@code detractor}
   * @throws IllegalArgumentException that lists the classes if one of these is none
   */
  public static SlaGap of(Tally met, Tally missed, Set<String> unhappyClasses) {
    return of(
        Unhappy.count(met, unhappyClasses),
        met.n(),
        Unhappy.count(missed, unhappyClasses),
        missed.n(),
        ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Returns the gap of four counts.
   *
   * @param unhappyMet how many answers were unhappy although the SLA was met
   * @param met how many answers there are where it was met
   * @param unhappyMissed how many answers were unhappy where it was missed
   * @param missed how many answers there are where it was missed
   * @param level the level of the intervals, between 0 and 1, both excluded
   * @throws IllegalArgumentException that names the count or the level which is out of bounds
   */
  public static SlaGap of(
      long unhappyMet, long met, long unhappyMissed, long missed, double level) {
    return new SlaGap(unhappyMet, met, unhappyMissed, missed, level);
  }

  /** Returns how many answers there are where the SLA was met. */
  public long met() {
    return met;
  }

  /** Returns how many answers there are where the SLA was missed. */
  public long missed() {
    return missed;
  }

  /** Returns how many answers were unhappy where the SLA was met. */
  public long unhappyMet() {
    return unhappyMet;
  }

  /** Returns how many answers were unhappy where the SLA was missed. */
  public long unhappyMissed() {
    return unhappyMissed;
  }

  /** Returns P(unhappy | SLA met) in percent: the red inside of the green. Empty without answers. */
  public Optional<Estimate> unhappyWhenMet() {
    return share(unhappyMet, met);
  }

  /** Returns P(unhappy | SLA missed) in percent, or empty without answers. */
  public Optional<Estimate> unhappyWhenMissed() {
    return share(unhappyMissed, missed);
  }

  /** Returns P(SLA met | unhappy) in percent: how many of the unhappy no SLA report shows. */
  public Optional<Estimate> metWhenUnhappy() {
    return share(unhappyMet, unhappyMet + unhappyMissed);
  }

  /**
   * Returns P(unhappy | missed) − P(unhappy | met) in percentage points, or empty if one side has no
   * answers.
   */
  public Optional<Estimate> difference() {
    Optional<Part> whenMet = part(unhappyMet, met);
    Optional<Part> whenMissed = part(unhappyMissed, missed);
    if (whenMet.isEmpty() || whenMissed.isEmpty()) {
      return Optional.empty();
    }
    ConfidenceInterval interval =
        SquareAndAdd.difference(whenMissed.get(), whenMet.get(), 0, level, 100);
    double value = whenMissed.get().value() - whenMet.get().value();
    double variance = variance(unhappyMet, met) + variance(unhappyMissed, missed);
    return Optional.of(
        new Estimate(value, met + missed, OptionalDouble.of(Math.sqrt(variance)), interval));
  }

  /**
   * Returns φ, the correlation of "SLA missed" and "unhappy", −1 to 1, or empty if all are on one side
   * or all feel alike (Yule 1912).
   */
  public OptionalDouble phi() {
    double unhappy = (double) unhappyMet + unhappyMissed;
    double happy = (double) (met - unhappyMet) + (missed - unhappyMissed);
    if (met == 0 || missed == 0 || unhappy == 0 || happy == 0) {
      return OptionalDouble.empty();
    }
    double difference = (double) unhappyMissed / missed - (double) unhappyMet / met;
    // (ad − bc)/√(…) divided by met · missed above and below, so that no product overflows.
    return OptionalDouble.of(
        difference * Math.sqrt((double) met / unhappy * ((double) missed / happy)));
  }

  /** Returns what follows. */
  public Finding finding() {
    if (met < MIN_ANSWERS || missed < MIN_ANSWERS) {
      return Finding.NOT_ENOUGH_DATA;
    }
    Estimate difference = difference().orElseThrow();
    if (!difference.isClear()) {
      return Finding.DOES_NOT_PREDICT;
    }
    return difference.value() > 0 ? Finding.PREDICTS : Finding.PREDICTS_THE_OPPOSITE;
  }

  private Optional<Estimate> share(long part, long whole) {
    return part(part, whole)
        .map(each -> new Estimate(
            each.value(),
            whole,
            OptionalDouble.of(Math.sqrt(variance(part, whole))),
            interval(part, whole)));
  }

  private Optional<Part> part(long part, long whole) {
    if (whole == 0) {
      return Optional.empty();
    }
    ConfidenceInterval interval = interval(part, whole);
    return Optional.of(new Part(100.0 * part / whole, interval.low(), interval.high()));
  }

  /** Returns the binomial variance of a share in percent. */
  private static double variance(long part, long whole) {
    return 1e4 * ((double) part / whole) * ((double) (whole - part) / whole) / whole;
  }

  private ConfidenceInterval interval(long part, long whole) {
    return ConfidenceInterval.ofShare((double) part / whole, whole, level);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlaGap that
        && unhappyMet == that.unhappyMet
        && met == that.met
        && unhappyMissed == that.unhappyMissed
        && missed == that.missed
        && level == that.level;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * (31 * (31 * unhappyMet + met) + unhappyMissed) + missed);
  }

  /** Returns the counts and the finding, such as {@code 30 of 200 unhappy with SLA met, …}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d unhappy with SLA met, %d of %d with SLA missed: %s",
        unhappyMet,
        met,
        unhappyMissed,
        missed,
        finding().sentence());
  }
}
